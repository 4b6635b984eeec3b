package io.greenpark.park.energy;

import java.time.Duration;

/**
 * How far what is read out of a register reaches; the bureau may set it.
 *
 * @param longestExcursion how long values may leave a register's track and still come back to it; what stays away longer
 *     is a new register
 * @param longestStep a rise that takes longer books nothing
 */
public record RegisterRules(Duration longestExcursion, Duration longestStep) {
    private static final RegisterRules DEFAULTS = new RegisterRules(Duration.ofDays(35), Duration.ofDays(400));

    /** 35 days and 400 days. */
    public static RegisterRules defaults() {
        return DEFAULTS;
    }

    long longestExcursionMs() {
        return longestExcursion.toMillis();
    }

    long longestStepMs() {
        return longestStep.toMillis();
    }

    /** How far back a single decision may look: for a step, and from there for the steps around it. */
    public long lookBackMs() {
        return 2 * longestExcursionMs();
    }
}
