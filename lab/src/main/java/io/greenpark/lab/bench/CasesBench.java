package io.greenpark.lab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.config.folder.FileTree;
import io.greenpark.config.machine.FreePort;
import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadClient;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.park.time.ParkTime;
import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.ReaderHealth;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the time from a reading to its case, while the InfluxDB writer works off a backlog: a server takes in a history
 * with its InfluxDB away and keeps the books; then InfluxDB comes, and gauges report one after the other, each a value over
 * its limit. A gauge is read once an hour and the hour is over, so the one reading completes the hour and nothing but
 * Greenpark is waited for. A case is there once the API lists it.
 */
final class CasesBench {
    /** How long between one reading and the next. */
    private static final Duration STEP = Duration.ofMillis(100);

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MS = 10;
    private static final int LISTED = 1_000;
    private static final int DEVICES = 50;
    private static final int WINDOW = 8;
    private static final int LEAD = 16;
    private static final String INFLUX = "influx";

    private final int cases;
    private final long messagesPerDevice;
    private final Path dir;
    private final PrintStream out;
    private final Clock clock;
    private final PipelinePark park;

    CasesBench(LatencyOptions options, PrintStream out, Clock clock) {
        this.cases = options.cases();
        this.messagesPerDevice = Math.max(1, options.backlog() / (DEVICES * PipelinePark.POINTS_PER_DEVICE));
        this.dir = options.dir();
        this.out = out;
        this.clock = clock;
        this.park = new PipelinePark(DEVICES, cases, ParkTime.shanghai().dayOf(clock.instant()));
    }

    /** Measures; empty where influxd is not installed. */
    Optional<CaseTimes> measure() throws IOException, InterruptedException {
        if (!InfluxServer.isInstalled()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory(dir, "bench-");
        int influxPort = FreePort.take();
        List<String> words =
                List.of("--set", "influx.url=http://127.0.0.1:" + influxPort, "--set", "influx.longestPause=1s");
        try (PipelineServer server = PipelineServer.start(folder, park.yaml(), words)) {
            ApiClient api = server.api();
            fill(server);
            awaitBooks(api);
            long backlog = lag(api, true);
            out.printf("  %,d readings are in log and books, InfluxDB has none of them%n", backlog);
            try (InfluxServer influxd = InfluxServer.open(folder.resolve("influx"), influxPort)) {
                return Optional.of(whileItCatchesUp(server, api, backlog));
            }
        } finally {
            FileTree.delete(folder);
        }
    }

    private void fill(PipelineServer server) throws IOException {
        LoadResult load = LoadGenerator.run(
                LoadOptions.to(server.address(), server.clients(PipelinePark.devices(DEVICES)), PipelinePark.keys())
                        .window(WINDOW)
                        .times(park.start().toEpochMilli(), PipelinePark.STEP_MS)
                        .duration(LONGEST)
                        .messagesPerClient(messagesPerDevice)
                        .counters(PipelinePark.REGISTERS)
                        .lead(LEAD)
                        .build(),
                Ledger.NONE);
        if (load.acknowledgedInAll() != DEVICES * messagesPerDevice) {
            throw new IOException("not everything was acknowledged: " + load);
        }
    }

    private static void awaitBooks(ApiClient api) throws IOException, InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (lag(api, false) > 0) {
            if (System.nanoTime() > until) {
                throw new IOException("the books did not catch up within " + LONGEST.toMinutes() + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS * 10);
        }
    }

    /** The largest lag of the readers that feed InfluxDB, or of all others. */
    private static long lag(ApiClient api, boolean influx) throws IOException, InterruptedException {
        long most = 0;
        for (ReaderHealth reader : ReaderHealth.all(api.get("health"))) {
            if (reader.name().startsWith(INFLUX) == influx) {
                most = Math.max(most, reader.lag());
            }
        }
        return most;
    }

    private CaseTimes whileItCatchesUp(PipelineServer server, ApiClient api, long backlog)
            throws IOException, InterruptedException {
        List<LoadClient> clients = server.clients(park.probes());
        try (IdleClients probes = IdleClients.connect(server.address(), clients, PipelinePark.PROBE_KEY, null)) {
            awaitWriter(api, backlog);
            long before = lag(api, true);
            long hour = clock.instant()
                    .truncatedTo(ChronoUnit.HOURS)
                    .minus(2, ChronoUnit.HOURS)
                    .toEpochMilli();
            Duration over = STEP.multipliedBy(cases);
            long began = System.nanoTime();
            CompletableFuture<@Nullable Void> published = CompletableFuture.runAsync(() -> {
                try {
                    probes.publish(over, hour);
                } catch (IOException | InterruptedException e) {
                    throw new CompletionException(e);
                }
            });
            Map<String, Long> seen = awaitCases(api, published);
            long[] micros = IntStream.range(0, cases)
                    .mapToLong(i ->
                            (seen.getOrDefault(PipelinePark.probePoint(i), 0L) - began - STEP.toNanos() * i) / 1_000)
                    .sorted()
                    .toArray();
            return new CaseTimes(micros, before, lag(api, true));
        }
    }

    /** The writer tries again after a pause; from then on it has work to do, and a small backlog is soon done. */
    private static void awaitWriter(ApiClient api, long backlog) throws IOException, InterruptedException {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (lag(api, true) >= backlog) {
            if (System.nanoTime() > until) {
                throw new IOException("the InfluxDB writer did not begin: " + api.get("health"));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /** When the case of each point was seen first. */
    private Map<String, Long> awaitCases(ApiClient api, CompletableFuture<?> published)
            throws IOException, InterruptedException {
        Map<String, Long> seen = new HashMap<>();
        long until = System.nanoTime() + STEP.multipliedBy(cases).plus(TIMEOUT).toNanos();
        while (seen.size() < cases) {
            JsonNode listed = api.get("alerts?enterprise=" + PipelinePark.PROBED + "&limit=" + LISTED);
            long now = System.nanoTime();
            for (JsonNode one : listed.path("alerts")) {
                if (one.path("rule").asText().equals("limit-exceeded")) {
                    seen.putIfAbsent(one.path("point").asText(), now);
                }
            }
            if (published.isCompletedExceptionally()) {
                throw failureOf(published);
            }
            if (now > until) {
                throw new IOException(cases - seen.size() + " of " + cases + " cases did not come");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        return seen;
    }

    private static IOException failureOf(CompletableFuture<?> published) throws InterruptedException {
        try {
            published.get();
            return new IOException("the readings were not published");
        } catch (ExecutionException e) {
            return new IOException("the readings were not published: " + e.getCause(), e);
        }
    }
}
