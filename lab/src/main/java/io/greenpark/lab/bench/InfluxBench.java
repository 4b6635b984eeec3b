package io.greenpark.lab.bench;

import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Drains a filled log into InfluxDB, beside the bare client with the same lines, in turn, each into a server of its own
 * that has just been started.
 */
public final class InfluxBench {
    static final String DATABASE = "bench";
    private static final int BATCH = 4_000;

    /** Writes everything to a server; returns how long that took. */
    @FunctionalInterface
    interface DrainClient {
        Duration write(String url, Path dir) throws IOException, InterruptedException;
    }

    private final InfluxBenchOptions options;
    private final PrintStream out;
    private final Clock clock;
    private final RegistrySource registry = RegistrySource.fixed(BenchPark.registry(BenchReadings.DEVICES));

    private InfluxBench(InfluxBenchOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures and prints.
     *
     * @throws IOException if influxd is missing or does not start, or if readings are missing in it afterwards
     */
    public static void run(InfluxBenchOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        new InfluxBench(options, out, clock).run();
    }

    private void run() throws IOException, InterruptedException {
        out.println(InfluxTable.conditions(options, InfluxServer.version(), DiskProbe.fsyncMicros(options.dir())));
        Path dir = Files.createTempDirectory(options.dir(), "bench-");
        try (TelemetryLog log = SqliteTelemetryLog.open(dir.resolve("log"), LogConfig.defaults(), clock)) {
            DrainClient bare = new BareClient(registry, BenchReadings.of(options.readings()));
            fill(log);
            DrainClient greenpark = new GreenparkClient(registry, log, clock);
            List<InfluxDrain> drains = new ArrayList<>();
            for (int round = 0; round <= options.rounds(); round++) {
                boolean bareFirst = round % 2 == 0;
                drains.add(measure(
                        round,
                        bareFirst ? InfluxTable.BARE : InfluxTable.GREENPARK,
                        bareFirst ? bare : greenpark,
                        dir));
                drains.add(measure(
                        round,
                        bareFirst ? InfluxTable.GREENPARK : InfluxTable.BARE,
                        bareFirst ? greenpark : bare,
                        dir));
            }
            out.println(InfluxTable.of(drains));
        } finally {
            FileTree.delete(dir);
        }
    }

    private InfluxDrain measure(int round, String name, DrainClient client, Path parent)
            throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(parent, "run-");
        try (InfluxServer server = InfluxServer.open(dir)) {
            BareClient.createDatabase(server.url().toString());
            Duration cpuBefore = ownCpu();
            Duration took = client.write(server.url().toString(), dir);
            Duration cpu = ownCpu().minus(cpuBefore);
            long there = BareClient.count(server.url().toString());
            if (there != options.readings()) {
                throw new IOException(name + ": InfluxDB holds " + there + " of " + options.readings() + " readings");
            }
            return new InfluxDrain(
                    round, name, options.readings(), took, server.process().cpu(), cpu);
        } finally {
            FileTree.delete(dir);
        }
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void fill(TelemetryLog log) {
        List<Reading> readings = BenchReadings.of(options.readings());
        for (int from = 0; from < readings.size(); from += BATCH) {
            log.append(readings.subList(from, Math.min(readings.size(), from + BATCH)))
                    .toCompletableFuture()
                    .join();
        }
    }
}
