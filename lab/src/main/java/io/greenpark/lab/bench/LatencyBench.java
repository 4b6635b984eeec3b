package io.greenpark.lab.bench;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.machine.MosquittoProgram;
import io.greenpark.lab.machine.TemporaryFiles;
import io.greenpark.park.time.ParkTime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how long a message waits for its acknowledgement at rates that are given, not at the most a server takes. The
 * load follows a schedule, and each message counts from when it was due, so that a halt is charged with all that would
 * have come during it.
 */
public final class LatencyBench {
    private static final int WINDOW = 1_000;

    private final LatencyOptions options;
    private final PrintStream out;
    private final PipelinePark park;
    private final String configuration;

    private LatencyBench(LatencyOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.park = new PipelinePark(options.connections(), ParkTime.shanghai().dayOf(clock.instant()));
        this.configuration = park.yaml();
    }

    /**
     * Measures and prints; takes some minutes with the default options.
     *
     * @throws UserError if Mosquitto is missing or a server does not start
     */
    public static void run(LatencyOptions options, PrintStream out, Clock clock) throws InterruptedException {
        try {
            Files.createDirectories(options.dir());
            new LatencyBench(options, out, clock).acknowledgements();
            if (options.cases() > 0) {
                out.println(LatencyTable.ofCases(new CasesBench(options, out, clock).measure()));
            }
        } catch (IOException e) {
            throw UserError.failed("bench: " + e.getMessage());
        }
    }

    private void acknowledgements() throws IOException, InterruptedException {
        String mosquitto = MosquittoProgram.version();
        out.println(LatencyTable.conditions(options, mosquitto, DiskProbe.fsyncMicros(options.dir())));
        List<LatencyRun> rows = new ArrayList<>();
        for (int rate : options.rates()) {
            rows.add(measure(IngestTable.DISCARD, rate, dir -> java(JavaServer.JavaServerKind.DISCARD, dir)));
            rows.add(measure(IngestTable.MOSQUITTO, rate, Mosquitto::start));
            rows.add(measure(LatencyTable.INGEST, rate, dir -> java(JavaServer.JavaServerKind.INGEST, dir)));
            rows.add(measure(LatencyTable.ALL_ROLES, rate, dir -> PipelineServer.start(dir, configuration, List.of())));
        }
        out.println(LatencyTable.of(rows));
    }

    private JavaServer java(JavaServer.JavaServerKind kind, Path dir) throws IOException {
        return JavaServer.start(kind, dir, options.connections());
    }

    private LatencyRun measure(String name, int rate, BenchServer.Starter starter)
            throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir(), "bench-");
        try (BenchServer server = starter.start(dir)) {
            LoadResult result = LoadGenerator.run(load(server, rate), Ledger.NONE);
            if (result.lostConnections() > 0) {
                throw new IOException(name + ": " + result.lostConnections() + " connections were lost");
            }
            out.printf("  %s, %,d messages/s asked: %s%n", name, rate, result);
            return new LatencyRun(name, rate, result);
        } finally {
            TemporaryFiles.delete(dir);
        }
    }

    private LoadOptions load(BenchServer server, int rate) {
        List<LoadOptions.LoadClient> senders = server instanceof PipelineServer greenpark
                ? greenpark.senders(PipelinePark.devices(options.connections()))
                : BenchPark.senders(options.connections());
        return new LoadOptions(
                server.address(),
                senders,
                WINDOW,
                PipelinePark.keys(),
                park.start().toEpochMilli(),
                PipelinePark.STEP_MS,
                options.warmUp(),
                options.duration(),
                LatencyOptions.MOST_MESSAGES,
                PipelinePark.REGISTERS,
                Long.MAX_VALUE,
                LatencyOptions.every(rate, options.connections()),
                1);
    }
}
