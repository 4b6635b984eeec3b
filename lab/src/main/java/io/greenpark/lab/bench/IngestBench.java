package io.greenpark.lab.bench;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.machine.MosquittoProgram;
import io.greenpark.lab.machine.TemporaryFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures intake beside its two baselines and prints one table. */
public final class IngestBench {
    private static final int[] VALUES_PER_MESSAGE = {1, 20};
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(5);
    private static final long STEP_MS = 10;

    private final IngestOptions options;
    private final PrintStream out;
    private final Clock clock;

    private IngestBench(IngestOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures and prints; takes about a minute and a half with the default options.
     *
     * @throws UserError if Mosquitto is missing or a server does not start
     */
    public static void run(IngestOptions options, PrintStream out, Clock clock) throws InterruptedException {
        try {
            Files.createDirectories(options.dir());
            new IngestBench(options, out, clock).run();
        } catch (IOException e) {
            throw UserError.failed("bench: " + e.getMessage());
        }
    }

    private void run() throws IOException, InterruptedException {
        String mosquitto = MosquittoProgram.version();
        out.println(IngestTable.conditions(options, mosquitto, DiskProbe.fsyncMicros(options.dir())));
        List<IngestRun> rows = new ArrayList<>();
        for (int values : VALUES_PER_MESSAGE) {
            rows.add(measure(
                    IngestTable.DISCARD,
                    values,
                    dir -> JavaServer.start(JavaServer.JavaServerKind.DISCARD, dir, options.connections())));
            rows.add(measure(IngestTable.MOSQUITTO, values, Mosquitto::start));
            rows.add(measure(
                    IngestTable.GREENPARK,
                    values,
                    dir -> JavaServer.start(JavaServer.JavaServerKind.INGEST, dir, options.connections())));
        }
        out.println(IngestTable.of(rows));
    }

    private IngestRun measure(String name, int values, BenchServer.Starter starter)
            throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir(), "bench-");
        try (BenchServer server = starter.start(dir)) {
            Duration cpuBefore = server.cpu();
            LoadResult result = LoadGenerator.run(load(server, values), Ledger.NONE);
            if (result.lostConnections() > 0) {
                throw new IOException(name + ": " + result.lostConnections() + " connections were lost");
            }
            IngestRun row = new IngestRun(
                    name, values, result, server.residentBytes(), server.cpu().minus(cpuBefore));
            out.printf("  %s, %d values a message: %s%n", name, values, result);
            return row;
        } finally {
            TemporaryFiles.delete(dir);
        }
    }

    private LoadOptions load(BenchServer server, int values) {
        Duration half = options.duration().dividedBy(2);
        return new LoadOptions(
                server.address(),
                BenchPark.senders(options.connections()),
                options.window(),
                BenchPark.keys().subList(0, values),
                clock.millis() - Duration.ofDays(1).toMillis(),
                STEP_MS,
                half.compareTo(LONGEST_WARM_UP) < 0 ? half : LONGEST_WARM_UP,
                options.duration(),
                Long.MAX_VALUE);
    }
}
