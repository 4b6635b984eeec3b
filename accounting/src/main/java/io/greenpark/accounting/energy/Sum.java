package io.greenpark.accounting.energy;

import io.greenpark.park.energy.HourBooking;
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
record Sum(@Nullable Long amount, long coveredMs, int estimated, int corrected) {
    static final Sum NOTHING = new Sum(null, 0, 0, 0);

    static Sum of(HourBooking h) {
        return new Sum(
                h.amount(),
                h.coveredMs(),
                h.quality() == Quality.ESTIMATED ? 1 : 0,
                h.quality() == Quality.CORRECTED ? 1 : 0);
    }

    Sum plus(Sum other) {
        Long both = amount == null ? other.amount : other.amount == null ? amount : Long.valueOf(amount + other.amount);
        return new Sum(both, coveredMs + other.coveredMs, estimated + other.estimated, corrected + other.corrected);
    }
}
