package io.greenpark.lab.bench;

import io.greenpark.lab.load.LoadResult;

/**
 * One line of the table.
 *
 * @param limit of what is in flight, as the server reports it
 */
record PressureRun(
        int connections,
        LoadResult load,
        long limit,
        StallFigures stalled,
        long residentAfter,
        LogLedger.LogComparison comparison) {
    /** Messages that were sent and never acknowledged. */
    long unacknowledged() {
        return load.sent() - load.acknowledgedInAll();
    }

    /** Messages that were acknowledged before they were durable, or never were durable. */
    long falselyAcknowledged() {
        return Math.max(0, stalled.acknowledged() - stalled.kept()) + comparison.missing();
    }
}
