package io.greenpark.lab.bench.peers;

import io.greenpark.lab.machine.BackgroundTask;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts what has landed in InfluxDB on a thread of its own and keeps when the count last changed. */
final class LandingWatch implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 200;

    private final InfluxQueries influx;
    private final BackgroundTask task;
    private volatile long landed;
    private volatile long changedNanos = System.nanoTime();

    private LandingWatch(InfluxQueries influx) {
        this.influx = influx;
        this.task = BackgroundTask.start("bench-landing", this::watch);
    }

    static LandingWatch start(InfluxQueries influx) {
        return new LandingWatch(influx);
    }

    private void watch() throws IOException, InterruptedException {
        while (true) {
            long now = influx.landed();
            if (now != landed) {
                changedNanos = System.nanoTime();
                landed = now;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /**
     * Waits until everything that was sent has landed, or nothing more has for so long.
     *
     * @param sent messages sent; what landed is never more
     */
    void awaitEnd(long sent, Duration quiet) throws IOException, InterruptedException {
        long from = System.nanoTime();
        while (landed < sent && System.nanoTime() - Math.max(from, changedNanos) < quiet.toNanos()) {
            task.check();
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /** When the last reading landed, to a fifth of a second, as {@link System#nanoTime} reports it. */
    long lastNanos() {
        return changedNanos;
    }

    @Override
    public void close() throws InterruptedException {
        task.close();
    }
}
