package io.greenpark.accounting.discharge;

import io.greenpark.park.discharge.DischargeMean.Mean;

/**
 * A mean in the books.
 *
 * @param startMs when its period begins
 * @param bookedMs since when the books have it
 */
public record StoredMean(long startMs, Mean mean, long bookedMs) {}
