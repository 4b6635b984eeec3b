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
 * @param estimated how much of time and amount is estimated, seen from hours, days and months
 * @param unsplit point-hours that an earlier version booked as ESTIMATED without saying how much of them
 * @param corrected point-hours in which a later reading replaced a differing one
 */
record EnergySum(@Nullable Long amount, long coveredMs, Estimated estimated, int unsplit, int corrected) {
    static final EnergySum NOTHING = new EnergySum(null, 0, Estimated.NONE, 0, 0);

    static EnergySum of(EnergyHour h) {
        boolean unsplit =
                h.quality() == Quality.ESTIMATED && h.estimated().hour().ms() == 0;
        return new EnergySum(
                h.amount(), h.coveredMs(), h.estimated(), unsplit ? 1 : 0, h.quality() == Quality.CORRECTED ? 1 : 0);
    }

    /** As it counts in its enterprise: 1 or -1 times. */
    EnergySum times(int factor) {
        return amount == null || factor == 1
                ? this
                : new EnergySum(factor * amount, coveredMs, estimated.times(factor), unsplit, corrected);
    }

    EnergySum plus(EnergySum other) {
        Long both = amount == null
                ? other.amount
                : other.amount == null ? amount : Long.valueOf(Amounts.plus(amount, other.amount));
        return new EnergySum(
                both,
                coveredMs + other.coveredMs,
                estimated.plus(other.estimated),
                unsplit + other.unsplit,
                corrected + other.corrected);
    }
}
