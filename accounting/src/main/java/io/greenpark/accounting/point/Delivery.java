package io.greenpark.accounting.point;

import org.jspecify.annotations.Nullable;

/**
 * How much of what was to come from a station came and is valid.
 *
 * @param expectedMs time for which values were to stand, added up over points
 * @param knownMs for how much of it valid ones do
 * @param dueHours hourly means that were due, added up over points
 * @param validHours how many of these there are that are valid
 */
public record Delivery(long expectedMs, long knownMs, int dueHours, int validHours) {
    public static final Delivery NONE = new Delivery(0, 0, 0, 0);

    /** Both together. */
    public Delivery plus(Delivery other) {
        return new Delivery(
                expectedMs + other.expectedMs,
                knownMs + other.knownMs,
                dueHours + other.dueHours,
                validHours + other.validHours);
    }

    /** 0..1 of the time for which valid values stand; null where none was expected. */
    public @Nullable Double completeness() {
        return expectedMs == 0 ? null : Double.valueOf(Math.min(1.0, (double) knownMs / expectedMs));
    }

    /**
     * 0..1, the effective transmission rate: hourly means that came, times those of them that are valid, by those due. Null where
     * no hourly means are due, as of an analyser that sends one value a day.
     */
    public @Nullable Double validity() {
        return dueHours == 0 ? null : Double.valueOf(Math.min(1.0, (double) validHours / dueHours));
    }
}
