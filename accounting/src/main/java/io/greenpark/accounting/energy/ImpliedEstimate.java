package io.greenpark.accounting.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Quality;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is estimated where the books keep no shares: all of what was called ESTIMATED, seen from the hour, the day and the
 * month, and nothing else. That is what was said of figures that were booked before shares were kept, of which nobody knows
 * how they were spread; shares are kept of those only of which it would not be true.
 */
final class ImpliedEstimate {
    private ImpliedEstimate() {}

    /** Of an hour of a point. */
    static Estimated ofHour(Quality quality, @Nullable Long amount, long coveredMs) {
        return quality == Quality.ESTIMATED ? Estimated.all(whole(amount, coveredMs)) : Estimated.NONE;
    }

    /** Of a sum, with so many hours of points that were called ESTIMATED: their time, and as much of the amount. */
    static Estimated ofSum(int estimatedHours, @Nullable Long amount, long coveredMs) {
        if (estimatedHours <= 0 || coveredMs <= 0) {
            return Estimated.NONE;
        }
        long ms = Math.min(coveredMs, estimatedHours * HOUR_MS);
        BigInteger part = BigInteger.valueOf(amount == null ? 0 : amount)
                .multiply(BigInteger.valueOf(ms))
                .divide(BigInteger.valueOf(coveredMs));
        return Estimated.all(new Estimated.Share(ms, part.longValueExact()));
    }

    /** All of what is known. */
    static Estimated.Share whole(@Nullable Long amount, long coveredMs) {
        return new Estimated.Share(coveredMs, amount == null ? 0 : amount);
    }
}
