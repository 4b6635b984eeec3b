package io.greenpark.accounting.check;

import java.time.Duration;

/**
 * How far back a register may return, and over how long a time a rise is still believed.
 *
 * @param excursion how long values may leave the track and come back to it as if they had never been
 * @param longestStep over a longer step nothing is booked
 */
public record RegisterLimits(Duration excursion, Duration longestStep) {
    long excursionMs() {
        return excursion.toMillis();
    }

    long longestStepMs() {
        return longestStep.toMillis();
    }
}
