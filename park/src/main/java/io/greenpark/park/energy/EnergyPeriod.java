package io.greenpark.park.energy;

import io.greenpark.park.time.Step;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What one point used in an hour, a day or a month, and how it came about.
 *
 * @param amount base units; null where nothing is known
 * @param estimated of its time and amount, seen from the period
 * @param corrected whether a differing value was replaced in it
 */
public record EnergyPeriod(
        @Nullable Long amount, long coveredMs, long lengthMs, Estimated.Share estimated, boolean corrected) {

    /**
     * The sum of hours.
     *
     * @param step of which length the period is
     * @param hours those of the period; hours that are left out are missing
     */
    public static EnergyPeriod of(Step step, Collection<EnergyHour> hours, long lengthMs) {
        EnergyPeriod sum = none(lengthMs);
        for (EnergyHour hour : hours) {
            sum = sum.plus(step, hour);
        }
        return sum;
    }

    /** A period of which nothing is known. */
    public static EnergyPeriod none(long lengthMs) {
        return new EnergyPeriod(null, 0, lengthMs, Estimated.Share.NONE, false);
    }

    /** With one of its hours more; {@code step} says of which length the period is. */
    public EnergyPeriod plus(Step step, EnergyHour hour) {
        Long both = hour.amount() == null
                ? amount
                : amount == null ? hour.amount() : Long.valueOf(Amounts.plus(amount, hour.amount()));
        return new EnergyPeriod(
                both,
                coveredMs + hour.coveredMs(),
                lengthMs,
                estimated.plus(hour.estimated().at(step)),
                corrected || hour.quality() == Quality.CORRECTED);
    }

    /** The time for which something is known that is not estimated, as a share of the whole: what is judged by. */
    public double measuredShare() {
        return lengthMs <= 0 ? 0 : Math.min(1.0, (double) (coveredMs - estimated.ms()) / lengthMs);
    }

    /** How the amount came about. */
    public Quality quality() {
        if (amount == null) {
            return Quality.MISSING;
        }
        if (coveredMs < lengthMs) {
            return Quality.PARTIAL;
        }
        return corrected ? Quality.CORRECTED : estimated.ms() > 0 ? Quality.ESTIMATED : Quality.MEASURED;
    }
}
