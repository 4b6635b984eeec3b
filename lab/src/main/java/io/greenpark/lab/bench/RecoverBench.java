package io.greenpark.lab.bench;

import io.greenpark.config.command.UserError;
import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.machine.InfluxServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures what happens when a whole district comes back: data loggers that had no uplink for a day deliver it all at
 * once, each over its own connection and as fast as it is acknowledged, while others go on with live readings by a
 * schedule. Live messages count from when they were due, so that a halt is charged with all who came during it. Every row
 * is checked: what was acknowledged is in the log, and in the books and InfluxDB where there are some.
 */
public final class RecoverBench {
    /** Live readings alone. */
    static final String QUIET = "quiet";
    /** The day is being delivered. */
    static final String FLOOD = "flood";
    /** All is acknowledged, books and InfluxDB are behind. */
    static final String CATCHING_UP = "catching up";

    /** Live readings of so many seconds may wait for a reader that has caught up. */
    static final int LIVE_LAG_SECONDS = 10;

    private final RecoverOptions options;
    private final PrintStream out;
    private final Clock clock;

    private RecoverBench(RecoverOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures and prints; takes some 25 minutes with the default options.
     *
     * @throws UserError if this process may not open so many sockets, a server does not start or refuses a connection, a
     *     reader fails, or something that was acknowledged is not where it belongs
     */
    public static void run(RecoverOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        String problem = FileLimit.problem(
                "--devices \"" + options.devices() + "\" and --live \"" + options.live() + "\"",
                options.devices() + options.live(),
                FileLimit.ofThisProcess());
        if (problem != null) {
            throw UserError.failed(problem);
        }
        new RecoverBench(options, out, clock).run();
    }

    private void run() throws IOException, InterruptedException {
        out.println(RecoverTable.conditions(options, DiskProbe.fsyncMicros(options.dir())));
        List<RecoverResult> results = new ArrayList<>();
        results.add(inFolder(this::discard));
        results.add(inFolder(this::intake));
        if (!InfluxServer.isInstalled()) {
            out.println(
                    "influxd was not found, so there is none in the last result. Install it: apt-get install influxdb");
        }
        results.add(inFolder(this::whole));
        out.println(RecoverTable.of(results, options));
    }

    /** A row, with a folder for its servers. */
    @FunctionalInterface
    private interface Measurement {
        RecoverResult measure(Path dir) throws IOException, InterruptedException;
    }

    private RecoverResult inFolder(Measurement measurement) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir(), "bench-");
        try {
            RecoverResult result = measurement.measure(dir);
            out.printf(
                    "  %s: %s; live during it %s%n",
                    result.name(), result.flood(), result.live().get(FLOOD));
            return result;
        } finally {
            FileTree.delete(dir);
        }
    }

    private RecoverResult discard(Path dir) throws IOException, InterruptedException {
        RecoverLoad load = new RecoverLoad(options, clock.instant());
        try (JavaServer server = JavaServer.discard(dir)) {
            return new RecoverRun(options, load, server).measure(IngestTable.DISCARD);
        }
    }

    private RecoverResult intake(Path dir) throws IOException, InterruptedException {
        RecoverLoad load = new RecoverLoad(options, clock.instant());
        RecoverResult result;
        try (PipelineServer server = PipelineServer.start(dir, load.yaml(), List.of("--roles", "INGEST"))) {
            result = new RecoverRun(options, load, server).measure(PipelineTable.INTAKE);
        }
        RecoverCheck.stores(dir.resolve("data"), load, false, clock);
        return result;
    }

    private RecoverResult whole(Path dir) throws IOException, InterruptedException {
        if (!InfluxServer.isInstalled()) {
            return whole(dir, PipelineTable.WHOLE, null);
        }
        try (InfluxServer influx = InfluxServer.open(dir.resolve(RecoverRun.INFLUX))) {
            return whole(dir, PipelineTable.WITH_INFLUX, influx);
        }
    }

    private RecoverResult whole(Path dir, String name, @Nullable InfluxServer influx)
            throws IOException, InterruptedException {
        RecoverLoad load = new RecoverLoad(options, clock.instant());
        List<String> words = influx == null ? List.of() : List.of("--set", "influx.url=" + influx.url());
        RecoverResult result;
        try (PipelineServer server = PipelineServer.start(dir, load.yaml(), words)) {
            result = new RecoverRun(options, load, server).measureToTheEnd(name, server, influx);
        }
        RecoverCheck.stores(dir.resolve("data"), load, true, clock);
        return result;
    }
}
