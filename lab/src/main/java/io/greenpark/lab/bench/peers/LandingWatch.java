package io.greenpark.lab.bench.peers;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Counts what has landed in InfluxDB on a thread of its own and keeps when the count last changed. */
final class LandingWatch implements AutoCloseable {
    private static final long LOOK_EVERY_MS = 200;

    private final InfluxQueries influx;
    private final Thread thread = new Thread(this::watch, "bench-landing");
    private volatile long landed;
    private volatile long changedNanos = System.nanoTime();
    private volatile @Nullable IOException failure;

    private LandingWatch(InfluxQueries influx) {
        this.influx = influx;
    }

    static LandingWatch start(InfluxQueries influx) {
        LandingWatch watch = new LandingWatch(influx);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                long now = influx.landed();
                if (now != landed) {
                    changedNanos = System.nanoTime();
                    landed = now;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
            IOException failed = failure;
            if (failed != null) {
                throw failed;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /** When the last reading landed, to a fifth of a second, as {@link System#nanoTime} reports it. */
    long lastNanos() {
        return changedNanos;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
