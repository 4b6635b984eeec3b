package io.greenpark.lab.bench;

import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadResult;
import io.greenpark.lab.load.SteadyLoad;
import io.greenpark.lab.machine.FolderSize;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.sim.progress.ProgressBar;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One row of {@link RecoverBench}: live readings alone, then the flood beside them, then what is behind catches up. */
final class RecoverRun {
    /** The folder of InfluxDB, beside that of the server. */
    static final String INFLUX = "influx";

    private static final Duration LONGEST = Duration.ofHours(6);

    private final RecoverOptions options;
    private final RecoverLoad load;
    private final BenchServer server;

    RecoverRun(RecoverOptions options, RecoverLoad load, BenchServer server) {
        this.options = options;
        this.load = load;
        this.server = server;
    }

    /** What the delivery of the day came to. */
    private record Flood(LoadResult result, Duration whole) {}

    /** Measures a server that has nothing to catch up with. */
    RecoverResult measure(String name) throws IOException, InterruptedException {
        Duration cpu = server.cpu();
        try (SteadyLoad live = SteadyLoad.start(load.live(server), load.liveLedger())) {
            quiet(live);
            Flood flood = flood(name, live);
            stop(live);
            return row(name, flood, live, cpu, null, null);
        }
    }

    /** Measures a server with all its roles until every reader has caught up, and asks whether all is there. */
    RecoverResult measureToTheEnd(String name, PipelineServer greenpark, @Nullable InfluxServer influx)
            throws IOException, InterruptedException {
        Duration cpu = server.cpu();
        try (SteadyLoad live = SteadyLoad.start(load.live(server), load.liveLedger());
                LagWatch before = LagWatch.start(greenpark)) {
            quiet(live);
            before.close();
            try (LagWatch lags = LagWatch.start(greenpark)) {
                Flood flood = flood(name, live);
                live.enter(RecoverBench.CATCHING_UP);
                Map<String, Duration> caughtUp = catchUp(lags, before.largest());
                stop(live);
                lags.awaitNoLag();
                int enterprises = RecoverCheck.accounts(greenpark.api(), options, load);
                InfluxFootprint taken = influx == null ? null : taken(influx, greenpark);
                return row(name, flood, live, cpu, taken, new ReaderCatchUp(lags.largest(), caughtUp, enterprises));
            }
        }
    }

    private void quiet(SteadyLoad live) throws InterruptedException {
        live.enter(RecoverBench.QUIET);
        TimeUnit.NANOSECONDS.sleep(options.quiet().toNanos());
    }

    private Flood flood(String name, SteadyLoad live) throws IOException {
        live.enter(RecoverBench.FLOOD);
        ProgressBar bar = ProgressBar.onStandardError(name + ", acknowledged", options.readings());
        Ledger ledger = load.floodLedger(bar);
        long began = System.nanoTime();
        LoadResult result = LoadGenerator.run(load.flood(server), ledger);
        Duration whole = Duration.ofNanos(System.nanoTime() - began);
        bar.end(result.readings());
        long expected = options.devices() * options.messagesPerDevice();
        if (result.acknowledgedInAll() != expected || result.lostConnections() > 0) {
            throw new IOException(name + ": not all of " + expected + " messages were acknowledged: " + result);
        }
        return new Flood(result, whole);
    }

    private void stop(SteadyLoad live) throws IOException, InterruptedException {
        LoadResult result = live.stop();
        if (result.acknowledgedInAll() != result.sent() || result.lostConnections() > 0) {
            throw new IOException("of " + result.sent() + " live messages " + result.acknowledgedInAll()
                    + " were acknowledged, " + result.lostConnections() + " of their connections were lost");
        }
    }

    private Map<String, Duration> catchUp(LagWatch lags, Map<String, Long> before)
            throws IOException, InterruptedException {
        ProgressBar bar = ProgressBar.onStandardError("largest lag worked off", options.readings());
        Map<String, Duration> caughtUp = lags.awaitAtMost(
                reader -> Math.max(options.liveLag(), 2 * before.getOrDefault(reader, 0L)),
                LONGEST,
                lag -> bar.at(Math.max(0, options.readings() - lag)));
        bar.end(options.readings());
        return caughtUp;
    }

    private InfluxFootprint taken(InfluxServer influx, PipelineServer greenpark)
            throws IOException, InterruptedException {
        long live = load.liveLedger().acknowledged() * PipelinePark.POINTS_PER_DEVICE;
        RecoverCheck.influx(influx.url(), options.readings() + live);
        return new InfluxFootprint(
                influx.process().residentBytes(),
                FolderSize.bytes(greenpark.data().resolveSibling(INFLUX)));
    }

    private RecoverResult row(
            String name,
            Flood flood,
            SteadyLoad live,
            Duration cpuBefore,
            @Nullable InfluxFootprint influx,
            @Nullable ReaderCatchUp readers)
            throws IOException {
        return new RecoverResult(
                name,
                flood.result,
                flood.whole,
                live.latencies(),
                server.residentBytes(),
                server.cpu().minus(cpuBefore),
                server instanceof PipelineServer greenpark ? greenpark.diskBytes() : 0,
                influx,
                readers);
    }
}
