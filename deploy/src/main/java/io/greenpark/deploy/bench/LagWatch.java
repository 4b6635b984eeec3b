package io.greenpark.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the health page of a server on a thread of its own, and keeps the largest lag of each reader. It asks seldom while
 * the load is on, as asking costs the server time, and often once the load has ended.
 */
public final class LagWatch implements AutoCloseable {
    private static final long SELDOM_MS = 1_000;
    private static final long OFTEN_MS = 50;

    private final ConsoleApi api;
    private final Map<String, Long> largest = new TreeMap<>();
    private final Thread thread = new Thread(this::watch, "bench-lags");
    private volatile @Nullable IOException failure;

    private LagWatch(PipelineServer server) throws IOException {
        api = new ConsoleApi(server);
    }

    static LagWatch start(PipelineServer server) throws IOException {
        LagWatch watch = new LagWatch(server);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                ask();
                TimeUnit.MILLISECONDS.sleep(SELDOM_MS);
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks once; returns the largest lag of all readers. */
    private long ask() throws IOException, InterruptedException {
        return ask(api, largest);
    }

    /** The largest lag of all readers of a server at this moment. */
    public static long largestNow(ConsoleApi api) throws IOException, InterruptedException {
        return ask(api, new TreeMap<>());
    }

    private static long ask(ConsoleApi api, Map<String, Long> largest) throws IOException, InterruptedException {
        long most = 0;
        for (JsonNode reader : api.readers()) {
            long lag = reader.path("lag").asLong();
            if (!reader.path("failure").isNull()) {
                throw new IOException("reader " + reader);
            }
            largest.merge(reader.path("name").asText(), lag, Math::max);
            most = Math.max(most, lag);
        }
        return most;
    }

    /**
     * Returns once every reader has caught up.
     *
     * @throws IOException if a reader failed, or the page could not be read
     */
    void awaitNoLag() throws IOException, InterruptedException {
        close();
        while (ask() > 0) {
            TimeUnit.MILLISECONDS.sleep(OFTEN_MS);
        }
    }

    /** The largest lag seen of each reader, in what it counts: readings of the log, hours to be booked, marks. */
    Map<String, Long> largest() {
        return Map.copyOf(largest);
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        IOException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }
}
