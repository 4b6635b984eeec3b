package io.greenpark.accounting.energy;

import io.greenpark.park.energy.Amounts;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What boundary points of one carrier used together.
 *
 * @param amount base units; negative where more is passed on than used; null where none of them is known
 * @param coveredMs metered time, added up over the points
 * @param estimatedHours point-hours that are ESTIMATED
 * @param corrected point-hours in which a later reading replaced a differing one
 * @param estimated how much of it is estimated, seen from the hours, days and months it is made of; its time adds up over the
 *     points
 * @param unsplit point-hours in days and months of an earlier version that were called ESTIMATED without saying how they were
 *     spread; they have no part in {@code estimated}
 */
public record EnergySum(
        @Nullable Long amount, long coveredMs, int estimatedHours, int corrected, Estimated estimated, int unsplit) {
    static final EnergySum NOTHING = new EnergySum(null, 0, 0, 0, Estimated.NONE);

    EnergySum(@Nullable Long amount, long coveredMs, int estimatedHours, int corrected, Estimated estimated) {
        this(amount, coveredMs, estimatedHours, corrected, estimated, 0);
    }

    static EnergySum of(EnergyHour h) {
        return new EnergySum(
                h.amount(),
                h.coveredMs(),
                h.quality() == Quality.ESTIMATED ? 1 : 0,
                h.quality() == Quality.CORRECTED ? 1 : 0,
                h.estimated());
    }

    /** As it counts in its enterprise: 1 or -1 times. */
    EnergySum times(int factor) {
        return amount == null || factor == 1
                ? this
                : new EnergySum(
                        factor * amount, coveredMs, estimatedHours, corrected, estimated.times(factor), unsplit);
    }

    EnergySum plus(EnergySum other) {
        Long both = amount == null
                ? other.amount
                : other.amount == null ? amount : Long.valueOf(Amounts.plus(amount, other.amount));
        return new EnergySum(
                both,
                coveredMs + other.coveredMs,
                estimatedHours + other.estimatedHours,
                corrected + other.corrected,
                estimated.plus(other.estimated),
                unsplit + other.unsplit);
    }
}
