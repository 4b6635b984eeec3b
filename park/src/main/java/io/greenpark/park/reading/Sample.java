package io.greenpark.park.reading;

/**
 * One element of the set of readings: what a point measured at a time. Of two readings of one (point, time) the later
 * log position counts.
 *
 * @param timeMs device time, epoch milliseconds
 * @param value the value as sent, in the unit the point's facts name for that time
 * @param flag the data flag
 * @param arrivalMs when it arrived, epoch milliseconds
 */
public record Sample(long timeMs, double value, Flag flag, long arrivalMs) {}
