package io.greenpark.alerts.rule;

import io.greenpark.park.energy.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * How sure a verdict is.
 *
 * @param coverage of the expected samples or metering time
 * @param evidence false where the figure comes from a sensor that only gives a clue
 * @param confirmed false where the limit was not read in a confirmed source
 * @param source where the limit comes from; null where there is none
 */
public record Confidence(
        Coverage coverage,
        boolean evidence,
        boolean confirmed,
        @Nullable String source) {
    /** Of rules that depend on neither samples nor limits. */
    public static final Confidence FULL = new Confidence(Coverage.measured(1), true, true, null);
}
