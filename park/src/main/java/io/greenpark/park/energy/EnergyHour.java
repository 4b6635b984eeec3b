package io.greenpark.park.energy;

import org.jspecify.annotations.Nullable;

/**
 * What one point used in one statistical hour.
 *
 * @param hourMs start of the hour, epoch milliseconds
 * @param amount in base units of the carrier's dimension (Wh, L, kJ, g); negative only of a point that counts both
 *     directions; null where nothing is known
 * @param coveredMs how much of the hour the amount stands for, 0 to the length of the hour
 * @param quality how it came about
 * @param restartMs a time of a sample from which {@link RegisterArithmetic} comes to the same state at the end of this
 *     hour as from the first sample on, whatever arrives after the hour; null if there is none yet
 * @param estimated how much of it is estimated
 */
public record EnergyHour(
        long hourMs,
        @Nullable Long amount,
        long coveredMs,
        Quality quality,
        @Nullable Long restartMs,
        Estimated estimated) {
    /** An hour of which nothing is known. */
    public static EnergyHour missing(long hourMs) {
        return new EnergyHour(hourMs, null, 0, Quality.MISSING, null, Estimated.NONE);
    }
}
