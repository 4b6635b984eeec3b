package io.greenpark.sim.simulate;

import io.greenpark.sim.profile.Discharge;
import io.greenpark.sim.profile.Noise;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** An analyser at an outlet: mean and deviation of its industry, kept within its limit unless a fault says otherwise. */
final class OutletModel implements PointModel {
    /** A park in order stays clear of the early warnings. */
    private static final double IN_ORDER = 0.7;

    private static final double EXCEEDING = 1.3;
    private static final double WIDEST = 2;

    private final Discharge discharge;
    private final Noise noise;
    private final @Nullable BigDecimal limit;
    private final @Nullable Instant exceedingFrom;

    OutletModel(
            String pointId,
            Discharge discharge,
            @Nullable BigDecimal limit,
            @Nullable Instant exceedingFrom,
            long seed) {
        this.discharge = discharge;
        this.noise = new Noise(pointId, seed);
        this.limit = limit;
        this.exceedingFrom = exceedingFrom;
    }

    @Override
    public OptionalDouble at(Instant at) {
        double wobble = Math.max(-WIDEST, Math.min(WIDEST, noise.correlated(at.getEpochSecond() / 3600)));
        double value = Math.max(0, discharge.mean() + discharge.deviation() * wobble);
        if (limit != null) {
            boolean exceeding = exceedingFrom != null && !at.isBefore(exceedingFrom);
            value = exceeding
                    ? limit.doubleValue() * (EXCEEDING + 0.05 * wobble)
                    : Math.min(value, limit.doubleValue() * IN_ORDER);
        }
        return OptionalDouble.of(
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).doubleValue());
    }
}
