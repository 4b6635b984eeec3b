/**
 * Discharge arithmetic: hourly and daily means of outlet points, and when they are valid.
 */
@NullMarked
package io.greenpark.park.discharge;

import org.jspecify.annotations.NullMarked;
