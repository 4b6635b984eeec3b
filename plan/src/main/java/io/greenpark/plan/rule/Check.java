package io.greenpark.plan.rule;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule looked at, with its threshold, so that a person can count by hand.
 *
 * @param year of which year
 * @param value what is known: a number, a class, or {@code true} and {@code false}; null where it is not known
 * @param wanted the threshold in the same manner
 * @param holds whether it speaks for listing; null where nobody can tell
 * @param either whether another such check of the same finding is enough instead
 */
public record Check(
        What what,
        int year,
        @Nullable String value,
        Relation relation,
        String wanted,
        @Nullable Boolean holds,
        boolean either) {
    /** What is looked at. */
    public enum What {
        TAX_PER_MU_CNY,
        LAND_MU,
        ABOVE_SCALE,
        SALES_CNY,
        TAX_CNY,
        LAND_PERCENT,
        CAPACITY_PERCENT,
        ENERGY_PERCENT,
        DISCHARGE_PERCENT,
        PERFORMANCE_CLASS
    }

    /** How it is held against the threshold. */
    public enum Relation {
        BELOW,
        AT_LEAST,
        IS
    }
}
