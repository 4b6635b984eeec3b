/**
 * Discharge arithmetic: hourly and daily means of outlet points and their comparison with limits.
 */
@NullMarked
package io.greenpark.park.discharge;

import org.jspecify.annotations.NullMarked;
