package io.greenpark.accounting.energy;

import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.energy.Quality;

/** An hour of a point in the books, and since when. */
public record StoredHour(EnergyHour hour, long bookedMs) {
    /**
     * Whether it says itself how much of it is estimated; where that is only implied ({@link ImpliedEstimate}), an earlier
     * version may have booked it, which did not say.
     */
    public boolean sharesKept() {
        return hour.quality() != Quality.ESTIMATED
                || !hour.estimated().equals(ImpliedEstimate.ofHour(hour.quality(), hour.amount(), hour.coveredMs()));
    }
}
