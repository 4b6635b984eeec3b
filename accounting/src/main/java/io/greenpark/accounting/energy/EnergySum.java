package io.greenpark.accounting.energy;

import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What boundary points of one carrier used together.
 *
 * @param amount base units; null where none of them is known
 * @param coveredMs metered time, added up over the points
 * @param estimated point-hours spread over a gap
 * @param corrected point-hours in which a later reading replaced a differing one
 */
record EnergySum(@Nullable Long amount, long coveredMs, int estimated, int corrected) {
    static final EnergySum NOTHING = new EnergySum(null, 0, 0, 0);

    static EnergySum of(EnergyHour h) {
        return new EnergySum(
                h.amount(),
                h.coveredMs(),
                h.quality() == Quality.ESTIMATED ? 1 : 0,
                h.quality() == Quality.CORRECTED ? 1 : 0);
    }

    EnergySum plus(EnergySum other) {
        Long both = amount == null ? other.amount : other.amount == null ? amount : Long.valueOf(amount + other.amount);
        return new EnergySum(
                both, coveredMs + other.coveredMs, estimated + other.estimated, corrected + other.corrected);
    }
}
