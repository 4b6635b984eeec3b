package io.greenpark.alerts.rule;

import org.jspecify.annotations.Nullable;

/**
 * How sure a verdict is.
 *
 * @param completeness 0..1 of the expected samples or metering time
 * @param evidence false where the figure comes from a sensor that only gives a clue
 * @param confirmed false where the limit was not read in a confirmed source
 * @param source where the limit comes from; null where there is none
 */
public record Confidence(
        double completeness,
        boolean evidence,
        boolean confirmed,
        @Nullable String source) {
    /** Of rules that depend on neither samples nor limits. */
    public static final Confidence FULL = new Confidence(1, true, true, null);
}
