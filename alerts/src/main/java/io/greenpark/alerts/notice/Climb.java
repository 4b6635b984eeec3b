package io.greenpark.alerts.notice;

import io.greenpark.alerts.cases.CaseLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Upon what a case is told sooner, or to somebody at all. Exactly one of the conditions is given.
 *
 * @param manner how it is told then
 * @param runningFor it was so for as long, by what was measured
 * @param openFor it has been open as long
 * @param unansweredFor nobody of the enterprise has answered for as long
 * @param timesLimit the figure is so many times the limit
 * @param level it has at least that level
 * @param monthClosed the month of the figure is closed
 */
public record Climb(
        Manner manner,
        @Nullable Duration runningFor,
        @Nullable Duration openFor,
        @Nullable Duration unansweredFor,
        @Nullable BigDecimal timesLimit,
        @Nullable CaseLevel level,
        boolean monthClosed) {
    /** How many conditions are given; one is right. */
    public int conditions() {
        return (runningFor == null ? 0 : 1)
                + (openFor == null ? 0 : 1)
                + (unansweredFor == null ? 0 : 1)
                + (timesLimit == null ? 0 : 1)
                + (level == null ? 0 : 1)
                + (monthClosed ? 1 : 0);
    }

    /** Whether the condition holds of a case at a time. */
    boolean holds(CaseAspect c, Instant now) {
        if (runningFor != null) {
            return c.runningFor().compareTo(runningFor) >= 0;
        }
        if (openFor != null) {
            return !now.isBefore(c.raisedAt().plus(openFor));
        }
        if (unansweredFor != null) {
            return !c.answered() && !now.isBefore(c.raisedAt().plus(unansweredFor));
        }
        if (timesLimit != null) {
            return c.timesLimit() != null && c.timesLimit().compareTo(timesLimit) >= 0;
        }
        if (level != null) {
            return c.level().compareTo(level) >= 0;
        }
        return monthClosed && c.monthClosed();
    }

    /** When it may hold by time alone; null where something else has to happen first. */
    @Nullable
    Instant dueOf(CaseAspect c) {
        if (openFor != null) {
            return c.raisedAt().plus(openFor);
        }
        return unansweredFor != null && !c.answered() ? c.raisedAt().plus(unansweredFor) : null;
    }
}
