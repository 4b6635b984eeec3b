package io.greenpark.plan.value;

import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.PlanPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody stated of a target and a period.
 *
 * @param target its number
 * @param kind who says so
 * @param value null where it was taken back, or the target is no number
 * @param progress null unless the target is no number
 * @param source where the figure is from
 * @param words what else was said; null for nothing
 * @param version 1, 2, 3 ... of every change
 * @param who who typed it
 */
public record Statement(
        String plan,
        String target,
        PlanPeriod period,
        Area area,
        Kind kind,
        @Nullable BigDecimal value,
        @Nullable Progress progress,
        String source,
        @Nullable String words,
        long version,
        String who,
        Instant at) {
    /** Who says so. */
    public enum Kind {
        /** The statistics office published it: it stands before all others. */
        PUBLISHED,
        /** The responsible department says it. */
        TYPED
    }

    /** Whether it says anything, and was not taken back. */
    public boolean says() {
        return value != null || progress != null;
    }
}
