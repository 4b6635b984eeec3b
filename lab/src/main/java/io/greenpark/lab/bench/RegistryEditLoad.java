package io.greenpark.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.ApiClient.ApiAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Edits the registry through the API at a rate, one limit after the other, while something else is measured. An edit counts
 * from when it was due to its answer, when it is in force and durable.
 */
final class RegistryEditLoad implements AutoCloseable {
    /** Above every value that is sent, so that nothing is judged otherwise. */
    private static final int UNREACHED = 30_000;

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final ApiClient api;
    private final List<String> limits;
    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> edits;
    private final long startNanos = System.nanoTime();
    private final long everyNanos;
    private int made;

    private RegistryEditLoad(ApiClient api, List<String> limits, int perSecond) {
        this.api = api;
        this.limits = limits;
        this.everyNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.edits = clock.scheduleAtFixedRate(this::edit, 0, everyNanos, TimeUnit.NANOSECONDS);
    }

    /** Begins to edit. */
    static RegistryEditLoad start(ApiClient api, int perSecond) throws IOException, InterruptedException {
        List<String> limits = new ArrayList<>();
        for (JsonNode document : api.get("registry/limit?limit=1000").path("documents")) {
            limits.add(document.path("id").asText());
        }
        if (limits.isEmpty()) {
            throw new IOException("the installation has no limits to edit");
        }
        return new RegistryEditLoad(api, limits, perSecond);
    }

    private void edit() {
        long due = startNanos + made * everyNanos;
        String id = limits.get(made % limits.size());
        String body = "{\"reason\": \"bench\", \"emergency\": true, \"edits\": [{\"kind\": \"limit\", \"id\": \"" + id
                + "\", \"verb\": \"patch\", \"document\": {\"upper\": \"" + (UNREACHED + made) + "\"}}]}";
        try {
            ApiAnswer answer = api.post("/api/v1/registry/changes", body);
            if (answer.status() != 200) {
                throw new IllegalStateException("an edit was answered " + answer.status() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("an edit was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        made++;
        micros.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due)));
    }

    /**
     * Ends the edits and says how long they took.
     *
     * @throws IOException if one was not done
     */
    String end() throws IOException, InterruptedException {
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
        if (edits.isDone() && !edits.isCancelled()) {
            try {
                edits.get();
            } catch (ExecutionException e) {
                throw new IOException(e.getCause());
            }
        }
        return String.format(
                "%,d edits of the registry, in force after p50 %.1f ms, p99 %.1f ms, at most %.1f ms",
                made,
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
