package io.greenpark.lab.bench;

import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.machine.MosquittoProgram;
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
     * @throws IOException if Mosquitto is missing or a server does not start
     */
    public static void run(IngestOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        new IngestBench(options, out, clock).run();
    }

    private void run() throws IOException, InterruptedException {
        String mosquitto = MosquittoProgram.version();
        out.println(IngestTable.conditions(options, mosquitto, DiskProbe.fsyncMicros(options.dir())));
        List<IngestRun> runs = new ArrayList<>();
        for (int values : VALUES_PER_MESSAGE) {
            runs.add(measure(IngestTable.DISCARD, values, JavaServer::discard));
            runs.add(measure(IngestTable.MOSQUITTO, values, Mosquitto::start));
            runs.add(measure(IngestTable.GREENPARK, values, dir -> JavaServer.ingest(dir, options.connections())));
        }
        out.println(IngestTable.of(runs));
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
            IngestRun run = new IngestRun(
                    name, values, result, server.residentBytes(), server.cpu().minus(cpuBefore));
            out.printf("  %s, %d values per message: %s%n", name, values, result);
            return run;
        } finally {
            FileTree.delete(dir);
        }
    }

    private LoadOptions load(BenchServer server, int values) {
        Duration half = options.duration().dividedBy(2);
        return LoadOptions.to(
                        server.address(),
                        BenchPark.clients(options.connections()),
                        BenchPark.keys().subList(0, values))
                .window(options.window())
                .times(clock.millis() - Duration.ofDays(1).toMillis(), STEP_MS)
                .warmUp(half.compareTo(LONGEST_WARM_UP) < 0 ? half : LONGEST_WARM_UP)
                .duration(options.duration())
                .build();
    }
}
