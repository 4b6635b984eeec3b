package io.greenpark.lab.bench;

import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.park.time.ParkTime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures the rate at which a whole process takes in readings, keeps the books and judges them. The load is open: a
 * fixed history goes in as fast as it is acknowledged, in order of time, and the clock stops when no reader has a lag. So
 * no work that was postponed is left out of the figure, and the load needs to know nothing of the readers.
 */
public final class PipelineBench {
    private static final Duration LONGEST = Duration.ofHours(1);
    /** Messages of a connection under way, and how far it may be ahead of the slowest: the history stays in order. */
    private static final int WINDOW = 8;

    private static final int LEAD = 16;

    private final PipelineOptions options;
    private final PrintStream out;
    private final PipelinePark park;
    private final String configuration;
    private final Instant start;

    private PipelineBench(PipelineOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.park = PipelinePark.every(
                options.every(), options.devices(), ParkTime.shanghai().dayOf(clock.instant()));
        this.configuration = park.yaml();
        this.start = options.upToNow()
                ? clock.instant().truncatedTo(ChronoUnit.HOURS).minus(options.history())
                : park.start();
    }

    /**
     * Measures and prints; takes some minutes with the default options.
     *
     * @throws IOException if a server does not start or a reader fails
     */
    public static void run(PipelineOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        new PipelineBench(options, out, clock).run();
    }

    private void run() throws IOException, InterruptedException {
        out.println(PipelineTable.conditions(options, DiskProbe.fsyncMicros(options.dir())));
        List<PipelineRun> runs = new ArrayList<>();
        runs.add(measure(PipelineTable.INTAKE, List.of("--roles", "INGEST"), false));
        runs.add(measure(PipelineTable.WHOLE, List.of(), false));
        if (InfluxServer.isInstalled()) {
            runs.add(measure(PipelineTable.WITH_INFLUX, List.of(), true));
        } else {
            out.println("influxd was not found, so its row is left out. Install it: apt-get install influxdb");
        }
        out.println(PipelineTable.of(runs));
    }

    private PipelineRun measure(String name, List<String> words, boolean withInflux)
            throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir(), "bench-");
        try {
            if (!withInflux) {
                return measure(name, dir, words);
            }
            try (InfluxServer server = InfluxServer.open(dir.resolve("influx"))) {
                return measure(name, dir, List.of("--set", "influx.url=" + server.url()));
            }
        } finally {
            FileTree.delete(dir);
        }
    }

    private PipelineRun measure(String name, Path dir, List<String> words) throws IOException, InterruptedException {
        try (PipelineServer server = PipelineServer.start(dir, configuration, words)) {
            Duration cpuBefore = server.cpu();
            PipelineRun run =
                    name.equals(PipelineTable.INTAKE) ? intake(server, cpuBefore) : whole(name, server, cpuBefore);
            out.printf(
                    "  %s: %s; all done after %.1f s%n",
                    name, run.load(), run.whole().toMillis() / 1e3);
            return run;
        }
    }

    private PipelineRun intake(PipelineServer server, Duration cpuBefore) throws IOException {
        LoadResult load = send(server);
        return measured(PipelineTable.INTAKE, server, load, load.elapsed(), Map.of(), cpuBefore);
    }

    private PipelineRun whole(String name, PipelineServer server, Duration cpuBefore)
            throws IOException, InterruptedException {
        try (LagWatch lags = LagWatch.start(server)) {
            LoadResult load = send(server);
            long sent = System.nanoTime();
            lags.awaitNoLag();
            Duration whole = load.elapsed().plusNanos(System.nanoTime() - sent);
            return measured(name, server, load, whole, lags.largest(), cpuBefore);
        }
    }

    private static PipelineRun measured(
            String name,
            PipelineServer server,
            LoadResult load,
            Duration whole,
            Map<String, Long> lags,
            Duration cpuBefore)
            throws IOException {
        return new PipelineRun(
                name, load, whole, lags, server.residentBytes(), server.cpu().minus(cpuBefore), server.diskBytes());
    }

    private LoadResult send(PipelineServer server) throws IOException {
        LoadResult load = LoadGenerator.run(
                LoadOptions.to(
                                server.address(),
                                server.clients(PipelinePark.devices(options.devices())),
                                PipelinePark.keys())
                        .window(WINDOW)
                        .times(start.toEpochMilli(), options.every().toMillis())
                        .duration(LONGEST)
                        .messagesPerClient(options.messagesPerDevice())
                        .counters(PipelinePark.REGISTERS)
                        .lead(LEAD)
                        .build(),
                Ledger.NONE);
        if (load.acknowledgedInAll() != options.devices() * options.messagesPerDevice()) {
            throw new IOException("not everything was acknowledged: " + load);
        }
        return load;
    }
}
