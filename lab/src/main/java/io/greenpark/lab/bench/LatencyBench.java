package io.greenpark.lab.bench;

import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadClient;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.machine.MosquittoProgram;
import io.greenpark.park.time.ParkTime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

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
     * @throws IOException if Mosquitto is missing or a server does not start
     */
    public static void run(LatencyOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        new LatencyBench(options, out, clock).acknowledgements();
        if (options.cases() > 0) {
            out.println(LatencyTable.ofCases(new CasesBench(options, out, clock).measure()));
        }
    }

    private void acknowledgements() throws IOException, InterruptedException {
        String mosquitto = MosquittoProgram.version();
        out.println(LatencyTable.conditions(options, mosquitto, DiskProbe.fsyncMicros(options.dir())));
        List<LatencyRun> runs = new ArrayList<>();
        for (int rate : options.rates()) {
            runs.add(measure(IngestTable.DISCARD, rate, JavaServer::discard));
            runs.add(measure(IngestTable.MOSQUITTO, rate, Mosquitto::start));
            runs.add(measure(LatencyTable.INGEST, rate, dir -> JavaServer.ingest(dir, options.connections())));
            runs.add(measure(LatencyTable.ALL_ROLES, rate, dir -> PipelineServer.start(dir, configuration, List.of())));
            if (options.editsPerSecond() > 0) {
                runs.add(measureEdited(rate));
            }
        }
        out.println(LatencyTable.of(runs));
    }

    private LatencyRun measure(String name, int rate, BenchServer.Starter starter)
            throws IOException, InterruptedException {
        return measure(name, rate, starter, server -> LoadGenerator.run(load(server, rate), Ledger.NONE));
    }

    private LatencyRun measure(String name, int rate, BenchServer.Starter starter, Load load)
            throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir(), "bench-");
        try (BenchServer server = starter.start(dir)) {
            LoadResult result = load.run(server);
            if (result.lostConnections() > 0) {
                throw new IOException(name + ": " + result.lostConnections() + " connections were lost");
            }
            out.printf("  %s, %,d messages/s asked: %s%n", name, rate, result);
            return new LatencyRun(name, rate, result);
        } finally {
            FileTree.delete(dir);
        }
    }

    /** All roles, while the registry is edited through the API. */
    private LatencyRun measureEdited(int rate) throws IOException, InterruptedException {
        AtomicReference<String> edits = new AtomicReference<>("");
        LatencyRun run = measure(
                LatencyTable.EDITED, rate, dir -> PipelineServer.start(dir, configuration, List.of()), server -> {
                    try (RegistryEditLoad load =
                            RegistryEditLoad.start(((PipelineServer) server).api(), options.editsPerSecond())) {
                        LoadResult result = LoadGenerator.run(load(server, rate), Ledger.NONE);
                        edits.set(load.end());
                        return result;
                    }
                });
        out.println("  " + edits.get());
        return run;
    }

    private interface Load {
        LoadResult run(BenchServer server) throws IOException, InterruptedException;
    }

    private LoadOptions load(BenchServer server, int rate) {
        List<LoadClient> clients = server instanceof PipelineServer greenpark
                ? greenpark.clients(PipelinePark.devices(options.connections()))
                : BenchPark.clients(options.connections());
        return LoadOptions.to(server.address(), clients, PipelinePark.keys())
                .window(WINDOW)
                .times(park.start().toEpochMilli(), PipelinePark.STEP_MS)
                .warmUp(options.warmUp())
                .duration(options.duration())
                .messagesPerClient(LatencyOptions.MOST_MESSAGES)
                .counters(PipelinePark.REGISTERS)
                .every(LatencyOptions.every(rate, options.connections()))
                .build();
    }
}
