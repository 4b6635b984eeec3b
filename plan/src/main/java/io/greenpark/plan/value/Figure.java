package io.greenpark.plan.value;

import io.greenpark.plan.target.PlanPeriod;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figure of a period that stands first: published before measured before typed. What is measured of too few enterprises never does. What else
 * there is stands beside it.
 *
 * @param origin which of them it is; null where nobody knows
 * @param value null where nobody knows, or the target is no number
 */
public record Figure(
        PlanPeriod period,
        @Nullable Origin origin,
        @Nullable BigDecimal value,
        @Nullable Progress progress,
        @Nullable Statement published,
        @Nullable Measured measured,
        @Nullable Statement typed) {
    /** Whose figure it is. */
    public enum Origin {
        PUBLISHED,
        MEASURED,
        TYPED
    }

    /** @param leastCoveragePercent of how many enterprises there have to be data for what is measured to stand first */
    public static Figure of(
            PlanPeriod period,
            @Nullable Statement published,
            @Nullable Measured measured,
            @Nullable Statement typed,
            BigDecimal leastCoveragePercent) {
        if (published != null && published.says()) {
            return new Figure(
                    period, Origin.PUBLISHED, published.value(), published.progress(), published, measured, typed);
        }
        if (measured != null && measured.value() != null && measured.covers(leastCoveragePercent)) {
            return new Figure(period, Origin.MEASURED, measured.value(), null, published, measured, typed);
        }
        if (typed != null && typed.says()) {
            return new Figure(period, Origin.TYPED, typed.value(), typed.progress(), published, measured, typed);
        }
        return new Figure(period, null, null, null, published, measured, typed);
    }

    /** Whether anybody knows it. */
    public boolean known() {
        return origin != null;
    }
}
