package io.greenpark.lab.bench.soak;

import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.bench.DiskProbe;
import io.greenpark.lab.bench.LagWatch;
import io.greenpark.lab.bench.PipelineServer;
import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.lab.report.Conditions;
import io.greenpark.sim.client.ApiClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * Sends readings by a schedule to a whole process, InfluxDB beside it where that is installed, and samples how it does. The
 * sustained rate is measured first, on a server of its own: {@value #CALIBRATION_MESSAGES} messages per device, one per minute
 * of device time, go in as fast as they are acknowledged, and the clock stops when no reader has a lag. The soak then runs at
 * half of it.
 */
public final class SoakBench {
    static final int CALIBRATION_MESSAGES = 120;
    /** Readers that take longer than this to catch up are reported as they are. */
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(15);

    private static final long LOOK_EVERY_MS = 100;
    private static final String DATABASE = "greenpark";

    private final SoakOptions options;
    private final PrintStream out;
    private final Clock clock;

    private SoakBench(SoakOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Runs a soak; takes as long as it asks for, and some minutes.
     *
     * @throws IOException if a server does not start or stops answering
     */
    public static SoakReport run(SoakOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        return new SoakReport(new SoakBench(options, out, clock).run());
    }

    private SoakResult run() throws IOException, InterruptedException {
        OptionalDouble sustained = options.rate() > 0 ? OptionalDouble.empty() : OptionalDouble.of(calibrate());
        double asked = sustained.isPresent() ? sustained.getAsDouble() / 2 : options.rate();
        Duration interval = SoakLoad.interval(options.devices(), asked);
        SoakLoad.check(options, interval);
        return withServers((server, influx) -> soak(server, influx, sustained, interval));
    }

    /** Does something with a server that is ready. */
    @FunctionalInterface
    private interface Work<T> {
        T with(PipelineServer server, List<InfluxServer> influx) throws IOException, InterruptedException;
    }

    private <T> T withServers(Work<T> work) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir(), "soak-");
        String park = new SoakPark(options.devices(), clock.instant()).yaml();
        try {
            if (!InfluxServer.isInstalled()) {
                out.println("influxd was not found, so the soak goes without it. Install it: apt-get install influxdb");
                try (PipelineServer server = PipelineServer.start(dir, park, List.of())) {
                    return work.with(server, List.of());
                }
            }
            try (InfluxServer influx = InfluxServer.open(dir.resolve("influx"));
                    PipelineServer server =
                            PipelineServer.start(dir, park, List.of("--set", "influx.url=" + influx.url()))) {
                return work.with(server, List.of(influx));
            }
        } finally {
            FileTree.delete(dir);
        }
    }

    /** Readings per second that everything keeps up with. */
    private double calibrate() throws IOException, InterruptedException {
        return withServers((server, influx) -> {
            LoadOptions load = SoakLoad.calibration(server, options.devices(), CALIBRATION_MESSAGES, clock);
            long began = System.nanoTime();
            LoadResult sent = LoadGenerator.run(load, Ledger.NONE);
            if (sent.acknowledgedInAll() != (long) options.devices() * CALIBRATION_MESSAGES) {
                throw new IOException("calibration: not everything was acknowledged: " + sent);
            }
            drain(server);
            double sustained = sent.readings() * 1e9 / (System.nanoTime() - began);
            out.printf("  calibration: %,d readings, %,.0f per second sustained%n", sent.readings(), sustained);
            return sustained;
        });
    }

    private SoakResult soak(
            PipelineServer server, List<InfluxServer> influx, OptionalDouble sustained, Duration interval)
            throws IOException, InterruptedException {
        LoadOptions load = SoakLoad.steady(server, options, interval, clock);
        double rate = SoakLoad.rate(options.devices(), interval);
        out.printf(
                "  soak: %,d points, a message of each device every %,d ms, %,.0f readings/s for %d s%n",
                options.devices() * SoakPark.POINTS_PER_DEVICE,
                interval.toMillis(),
                rate,
                options.duration().toSeconds());
        AckLatencies acknowledgements = new AckLatencies(options.devices());
        try (Sampler sampler = Sampler.start(server, acknowledgements, options)) {
            LoadResult sent = LoadGenerator.run(load, acknowledgements);
            Duration drained = drain(server);
            List<SoakSample> samples = sampler.stop();
            out.printf("  soak: %s; worked off after %.1f s%n", sent, drained.toMillis() / 1e3);
            long[] byDevice = acknowledgements.byDevice();
            return new SoakResult(
                    options,
                    conditions(influx),
                    sustained,
                    rate,
                    interval,
                    samples,
                    sent,
                    drained,
                    kept(server, influx, load, byDevice));
        }
    }

    private static List<StoreCounts.StoreCount> kept(
            PipelineServer server, List<InfluxServer> influx, LoadOptions load, long[] byDevice)
            throws IOException, InterruptedException {
        long acknowledged = 0;
        for (long messages : byDevice) {
            acknowledged += messages * SoakPark.POINTS_PER_DEVICE;
        }
        List<StoreCounts.StoreCount> kept = new ArrayList<>();
        kept.add(StoreCounts.readings(server, acknowledged));
        kept.add(StoreCounts.electricity(server, load, byDevice));
        for (InfluxServer each : influx) {
            kept.add(StoreCounts.influx(each.url(), DATABASE, acknowledged));
        }
        return kept;
    }

    /** How long it took until no reader had a lag, or the longest that is waited for. */
    private static Duration drain(PipelineServer server) throws IOException, InterruptedException {
        ApiClient api = server.api();
        long began = System.nanoTime();
        while (LagWatch.largestNow(api) > 0 && System.nanoTime() - began < LONGEST_DRAIN.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private List<String> conditions(List<InfluxServer> influx) throws IOException, InterruptedException {
        return List.of(
                "machine: " + Conditions.machineFigures("the generator", DiskProbe.fsyncMicros(options.dir())),
                "server: greenpark run, all roles, every PUBACK after the log's fsync, every setting at its default; "
                        + String.join(" ", PipelineServer.JVM_OPTIONS),
                influx.isEmpty() ? "InfluxDB: none" : "InfluxDB: " + InfluxServer.version());
    }
}
