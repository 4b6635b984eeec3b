/**
 * What a display shows beside what the platform has of the same time, and what follows from the two. Comes in: readings that are
 * kept and what somebody read at the meter; goes on to the sheet as checks.
 */
@NullMarked
package io.greenpark.acceptance.comparison;

import org.jspecify.annotations.NullMarked;
