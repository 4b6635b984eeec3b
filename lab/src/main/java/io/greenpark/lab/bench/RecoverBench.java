package io.greenpark.lab.bench;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.load.Waiting;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.lab.machine.TemporaryFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /**
     * What to measure.
     *
     * @param devices data loggers of ten points that come back
     * @param minutes how long they had no uplink, a value of each point a minute
     * @param values of a message, so many that the times of a message divide the minutes
     * @param live other loggers, which go on with live readings
     * @param every how long from one live message of a logger to the next
     * @param quiet how long live readings are measured before the others come back
     * @param window messages of a connection that may be unacknowledged
     * @param dir where the servers keep their files; on the disk that is to be measured
     */
    public record Options(
            int devices, int minutes, int values, int live, Duration every, Duration quiet, int window, Path dir) {
        /** @throws UserError if messages do not divide the time that was lost */
        public Options {
            if (values < PipelinePark.POINTS_PER_DEVICE
                    || values % PipelinePark.POINTS_PER_DEVICE != 0
                    || minutes % (values / PipelinePark.POINTS_PER_DEVICE) != 0) {
                throw UserError.usage("--values \"" + values + "\" with --minutes \"" + minutes
                        + "\": accepted is ten times a divisor of the minutes, as a logger has ten points and sends whole"
                        + " minutes; e.g. --values 100 for ten minutes a message");
            }
        }

        /** Minutes of a message. */
        int timesPerMessage() {
            return values / PipelinePark.POINTS_PER_DEVICE;
        }

        long messagesPerDevice() {
            return minutes / timesPerMessage();
        }

        long readings() {
            return (long) devices * minutes * PipelinePark.POINTS_PER_DEVICE;
        }

        /** Live readings that come within the time a reader may be behind. */
        long liveLag() {
            return LIVE_LAG_SECONDS * 1_000L * live * PipelinePark.POINTS_PER_DEVICE / every.toMillis();
        }
    }

    /**
     * One line of the table.
     *
     * @param whole from the first connection to the last acknowledgement of the day
     * @param live how long live messages waited, by phase
     * @param influx what InfluxDB took, where there is one
     * @param readers what came of each reader, where there are some
     */
    record Row(
            String name,
            LoadResult flood,
            Duration whole,
            Map<String, Waiting> live,
            long residentBytes,
            Duration cpu,
            long diskBytes,
            @Nullable Influx influx,
            @Nullable Readers readers) {
        double readingsPerSecond() {
            return flood.readings() * 1e9 / Math.max(1, whole.toNanos());
        }
    }

    /** What InfluxDB took. */
    record Influx(long residentBytes, long diskBytes) {}

    /**
     * What came of the readers of the log and those behind them.
     *
     * @param lags the largest lag of each
     * @param caughtUp how long after the last acknowledgement of the day each had caught up
     * @param enterprises of how many the account was compared with the registers
     */
    record Readers(Map<String, Long> lags, Map<String, Duration> caughtUp, int enterprises) {}

    private final Options options;
    private final PrintStream out;
    private final Clock clock;

    private RecoverBench(Options options, PrintStream out, Clock clock) {
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
    public static void run(Options options, PrintStream out, Clock clock) throws InterruptedException {
        String problem = FileLimit.problem(
                "--devices \"" + options.devices + "\" and --live \"" + options.live + "\"",
                options.devices + options.live,
                FileLimit.ofThisProcess());
        if (problem != null) {
            throw UserError.failed(problem);
        }
        try {
            Files.createDirectories(options.dir);
            new RecoverBench(options, out, clock).run();
        } catch (IOException e) {
            throw UserError.failed("bench: " + e.getMessage());
        }
    }

    private void run() throws IOException, InterruptedException {
        out.println(RecoverTable.conditions(options, DiskProbe.fsyncMicros(options.dir)));
        List<Row> rows = new ArrayList<>();
        rows.add(inFolder(this::discard));
        rows.add(inFolder(this::intake));
        if (!InfluxServer.isInstalled()) {
            out.println(
                    "influxd was not found, so there is none in the last row. Install it: apt-get install influxdb");
        }
        rows.add(inFolder(this::whole));
        out.println(RecoverTable.of(rows, options));
    }

    /** A row, with a folder for its servers. */
    @FunctionalInterface
    private interface Measurement {
        Row measure(Path dir) throws IOException, InterruptedException;
    }

    private Row inFolder(Measurement measurement) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir, "bench-");
        try {
            Row row = measurement.measure(dir);
            out.printf(
                    "  %s: %s; live during it %s%n",
                    row.name(), row.flood(), row.live().get(FLOOD));
            return row;
        } finally {
            TemporaryFiles.delete(dir);
        }
    }

    private Row discard(Path dir) throws IOException, InterruptedException {
        RecoverLoad load = new RecoverLoad(options, clock.instant());
        try (JavaServer server = JavaServer.start(JavaServer.Kind.DISCARD, dir, 0)) {
            return new RecoverRun(options, load, server).measure(BenchTable.DISCARD);
        }
    }

    private Row intake(Path dir) throws IOException, InterruptedException {
        RecoverLoad load = new RecoverLoad(options, clock.instant());
        Row row;
        try (PipelineServer server = PipelineServer.start(dir, load.yaml(), List.of("--roles", "INGEST"))) {
            row = new RecoverRun(options, load, server).measure(PipelineTable.INTAKE);
        }
        RecoverCheck.stores(dir.resolve("data"), load, false, clock);
        return row;
    }

    private Row whole(Path dir) throws IOException, InterruptedException {
        if (!InfluxServer.isInstalled()) {
            return whole(dir, PipelineTable.WHOLE, null);
        }
        try (InfluxServer influx = InfluxServer.open(dir.resolve(RecoverRun.INFLUX))) {
            return whole(dir, PipelineTable.WITH_INFLUX, influx);
        }
    }

    private Row whole(Path dir, String name, @Nullable InfluxServer influx) throws IOException, InterruptedException {
        RecoverLoad load = new RecoverLoad(options, clock.instant());
        List<String> words = influx == null ? List.of() : List.of("--set", "influx.url=" + influx.url());
        Row row;
        try (PipelineServer server = PipelineServer.start(dir, load.yaml(), words)) {
            row = new RecoverRun(options, load, server).measureToTheEnd(name, server, influx);
        }
        RecoverCheck.stores(dir.resolve("data"), load, true, clock);
        return row;
    }
}
