package io.greenpark.deploy.command;

import io.greenpark.sim.progress.ProgressBar;
import io.greenpark.sim.simulate.Simulation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sends the history of a simulation with a progress bar in hours. */
final class History {
    private History() {}

    static void send(Simulation simulation, Instant from, Clock clock) throws InterruptedException {
        long hours = Math.max(1, Duration.between(from, clock.instant()).toHours());
        ProgressBar bar = ProgressBar.onStandardError("history", hours);
        simulation.backfill(
                from,
                (reached, values) ->
                        bar.at(Math.min(hours, Duration.between(from, reached).toHours())));
        bar.end(hours);
    }
}
