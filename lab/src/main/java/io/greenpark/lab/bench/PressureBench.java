package io.greenpark.lab.bench;

import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Shows back-pressure from the log to the clients: while they push as fast as their sockets take, the commits of the real
 * server stand still for some seconds. What is in flight and resident must stay below the stated bounds, every message
 * must be acknowledged afterwards, and none that is not in the log.
 */
public final class PressureBench {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final long STEP_MS = 1_000;
    private static final long LOOK_EVERY_MS = 50;

    private final PressureOptions options;
    private final PrintStream out;
    private final Clock clock;

    private PressureBench(PressureOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures and prints; about half a minute a row with the default options.
     *
     * @throws IOException if a server does not start or its metrics cannot be read
     */
    public static void run(PressureOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        measure(options, out, clock);
    }

    static List<PressureRun> measure(PressureOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        PressureBench bench = new PressureBench(options, out, clock);
        out.println(PressureTable.conditions(options, DiskProbe.fsyncMicros(options.dir())));
        List<PressureRun> runs = new ArrayList<>();
        for (int connections : options.connections()) {
            runs.add(bench.measured(connections));
        }
        out.println(PressureTable.of(runs, options));
        return runs;
    }

    private PressureRun measured(int connections) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir(), "bench-");
        try {
            PipelinePark park =
                    new PipelinePark(connections, ParkTime.shanghai().dayOf(clock.instant()));
            LogLedger ledger = new LogLedger(
                    PipelinePark.devices(connections), park.start().toEpochMilli(), STEP_MS, 1);
            PressureRun run;
            try (PipelineServer server =
                    PipelineServer.start(dir, park.yaml(), List.of("--roles", "INGEST,DASHBOARDS"), options.jvm())) {
                run = underLoad(server, connections, park, ledger);
            }
            try (SqliteTelemetryLog log = SqliteTelemetryLog.open(dir.resolve("data"), LogConfig.defaults(), clock)) {
                return compared(run, ledger.compare(log));
            }
        } finally {
            FileTree.delete(dir);
        }
    }

    private PressureRun compared(PressureRun run, LogLedger.LogComparison comparison) {
        PressureRun whole = new PressureRun(
                run.connections(), run.load(), run.limit(), run.stalled(), run.residentAfter(), comparison);
        out.printf("  %d connections: %s%n", run.connections(), run.load());
        return whole;
    }

    private PressureRun underLoad(PipelineServer server, int connections, PipelinePark park, LogLedger ledger)
            throws IOException, InterruptedException {
        PressureWatch watch = new PressureWatch(server);
        ExecutorService aside = Executors.newSingleThreadExecutor(task -> new Thread(task, "bench-stall"));
        try {
            Future<StallFigures> stalled = aside.submit(stall(server, watch, ledger));
            LoadResult load = LoadGenerator.run(load(server, connections, park), ledger);
            return new PressureRun(
                    connections,
                    load,
                    watch.limit(),
                    result(stalled),
                    server.residentNowBytes(),
                    new LogLedger.LogComparison(0, 0, 0));
        } finally {
            aside.shutdownNow();
        }
    }

    private static StallFigures result(Future<StallFigures> stalled) throws IOException, InterruptedException {
        try {
            return stalled.get();
        } catch (ExecutionException e) {
            throw new IOException("commits could not be made to stand still: " + e.getCause(), e);
        }
    }

    private LoadOptions load(PipelineServer server, int connections, PipelinePark park) {
        return LoadOptions.to(server.address(), server.clients(PipelinePark.devices(connections)), PipelinePark.keys())
                .window(options.window())
                .times(park.start().toEpochMilli(), STEP_MS)
                .duration(LONGEST)
                .messagesPerClient(perConnection(connections))
                .counters(PipelinePark.REGISTERS)
                .build();
    }

    private int perConnection(int connections) {
        return Math.max(4, options.messages() / connections);
    }

    /** Waits for a quarter of the messages, then holds the commits and looks on. */
    private Callable<StallFigures> stall(PipelineServer server, PressureWatch watch, LogLedger ledger) {
        return () -> {
            long giveUp = System.nanoTime() + LONGEST_START.toNanos();
            while (ledger.acknowledged() < options.messages() / 4) {
                if (System.nanoTime() > giveUp) {
                    throw new IOException("the load did not begin: " + ledger);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            return stalled(server, watch, ledger);
        };
    }

    private StallFigures stalled(PipelineServer server, PressureWatch watch, LogLedger ledger)
            throws IOException, SQLException, InterruptedException {
        try (CommitStall held = CommitStall.begin(server.data())) {
            long until = System.nanoTime() + options.stall().toNanos();
            long before = server.residentNowBytes();
            long resident = before;
            long inFlight = 0;
            while (System.nanoTime() < until) {
                inFlight = Math.max(inFlight, watch.inFlight());
                resident = Math.max(resident, server.residentNowBytes());
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            long kept = held.durableReadings() / PipelinePark.POINTS_PER_DEVICE;
            return new StallFigures(before, resident, inFlight, kept, ledger.acknowledged());
        }
    }
}
