package io.greenpark.lab.bench;

import io.greenpark.lab.machine.BackgroundTask;
import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.ReaderHealth;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;

/**
 * Asks the health page of a server on a thread of its own, and keeps the largest lag of each reader. It asks seldom while
 * the load is on, as asking costs the server time, and often once the load has ended.
 */
public final class LagWatch implements AutoCloseable {
    private static final long SELDOM_MS = 1_000;
    private static final long NOW_AND_THEN_MS = 250;
    private static final long OFTEN_MS = 50;

    private final ApiClient api;
    private final Map<String, Long> largest = new TreeMap<>();
    private final BackgroundTask task;

    private LagWatch(ApiClient api) {
        this.api = api;
        this.task = BackgroundTask.start("bench-lags", this::watch);
    }

    public static LagWatch start(PipelineServer server) {
        return new LagWatch(server.api());
    }

    private void watch() throws IOException, InterruptedException {
        while (true) {
            ask();
            TimeUnit.MILLISECONDS.sleep(SELDOM_MS);
        }
    }

    /** Asks once; returns the largest lag of all readers. */
    private long ask() throws IOException, InterruptedException {
        return most(lags());
    }

    /** The largest lag of all readers of a server at this moment. */
    public static long largestNow(ApiClient api) throws IOException, InterruptedException {
        return most(lags(api));
    }

    private static long most(Map<String, Long> lags) {
        return lags.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private Map<String, Long> lags() throws IOException, InterruptedException {
        Map<String, Long> lags = lags(api);
        lags.forEach((name, lag) -> largest.merge(name, lag, Math::max));
        return lags;
    }

    private static Map<String, Long> lags(ApiClient api) throws IOException, InterruptedException {
        Map<String, Long> lags = new TreeMap<>();
        for (ReaderHealth reader : ReaderHealth.all(api.get("health"))) {
            if (reader.fails()) {
                throw new IOException("reader " + reader.name() + ": " + reader.failure());
            }
            lags.put(reader.name(), reader.lag());
        }
        return lags;
    }

    /**
     * Returns once every reader has caught up.
     *
     * @throws IOException if a reader failed, or the page could not be read
     */
    public void awaitNoLag() throws IOException, InterruptedException {
        close();
        while (ask() > 0) {
            TimeUnit.MILLISECONDS.sleep(OFTEN_MS);
        }
    }

    /**
     * Returns once no reader has more lag than it is allowed, while a load goes on.
     *
     * @param allowed by reader
     * @param progress receives the largest lag of all
     * @return how long each reader took from now on until it was seen with more lag than allowed for the last time
     * @throws IOException if a reader failed, or the page could not be read, or a reader is not done in the time given
     */
    Map<String, Duration> awaitAtMost(ToLongFunction<String> allowed, Duration longest, LongConsumer progress)
            throws IOException, InterruptedException {
        close();
        long began = System.nanoTime();
        Map<String, Duration> caughtUp = new TreeMap<>();
        while (true) {
            Map<String, Long> lags = lags();
            Duration since = Duration.ofNanos(System.nanoTime() - began);
            lags.forEach((name, lag) ->
                    caughtUp.merge(name, since, (before, now) -> lag > allowed.applyAsLong(name) ? now : before));
            progress.accept(most(lags));
            if (lags.entrySet().stream().allMatch(e -> e.getValue() <= allowed.applyAsLong(e.getKey()))) {
                return caughtUp;
            }
            if (since.compareTo(longest) > 0) {
                throw new IOException("after " + since.toMinutes() + " minutes readers still lag behind: " + lags);
            }
            TimeUnit.MILLISECONDS.sleep(NOW_AND_THEN_MS);
        }
    }

    /** The largest lag seen of each reader, in what it counts: readings of the log, hours to be booked, marks. */
    Map<String, Long> largest() {
        return Map.copyOf(largest);
    }

    @Override
    public void close() throws IOException {
        try {
            task.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        task.check();
    }
}
