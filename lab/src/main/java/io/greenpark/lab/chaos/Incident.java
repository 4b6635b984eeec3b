package io.greenpark.lab.chaos;

import java.time.Duration;

/**
 * A fault that was made.
 *
 * @param at since the beginning of the run
 * @param lasted until it was undone; for a kill until the server was started again
 * @param ready from there until the server said that it is ready; zero where it had not stopped
 * @param recovered from there until what had failed went on: the next acknowledgement, or the reader that needs the
 *     server beside it
 */
public record Incident(
        FaultPlan.PlannedFault planned, Duration at, Duration lasted, Duration ready, Duration recovered) {}
