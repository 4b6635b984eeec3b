package io.greenpark.lab.bench.peers;

import io.greenpark.config.folder.FileTree;
import io.greenpark.lab.load.Ledger;
import io.greenpark.lab.load.LoadGenerator;
import io.greenpark.lab.load.LoadOptions;
import io.greenpark.lab.machine.InfluxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One row: a fresh InfluxDB and chain, a probe until its readings get through, the load, then the wait until nothing more
 * lands. A chain that is killed and takes its clients' connections along gets what was not acknowledged yet as further
 * messages once it is back.
 */
final class PeersRun {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long THROUGH_SECONDS = 300;
    private static final long PROBE_EVERY_MS = 500;
    private static final int WINDOW = 100;
    private static final List<String> KEYS = List.of(PeersPark.KEY);

    private final PeersOptions options;
    private final Map<Chain.Program, Bridge> bridges;
    private final Clock clock;
    private int probes;

    PeersRun(PeersOptions options, Map<Chain.Program, Bridge> bridges, Clock clock) {
        this.options = options;
        this.bridges = bridges;
        this.clock = clock;
    }

    PeersResult measure(Chain chain, PeersLoad load) throws IOException, InterruptedException {
        Path dir = Files.createTempDirectory(options.dir(), "bench-");
        PeersPark park = new PeersPark(options.connections(), 2 * options.perConnection(load), clock.instant());
        try (InfluxServer server = InfluxServer.open(dir.resolve("influx"))) {
            InfluxQueries influx = new InfluxQueries(server.url());
            influx.createDatabase();
            try (RunningChain running = start(chain, park, dir, server)) {
                awaitThrough(running, park, influx);
                return underLoad(chain, load, park, running, server, influx);
            }
        } finally {
            FileTree.delete(dir);
        }
    }

    private RunningChain start(Chain chain, PeersPark park, Path dir, InfluxServer server)
            throws IOException, InterruptedException {
        if (chain == Chain.GREENPARK) {
            return GreenparkChain.start(dir, park, server.url());
        }
        Bridge bridge = Objects.requireNonNull(bridges.get(chain.program()));
        return BridgedChain.start(chain, bridge, options.peers(), dir, server.url());
    }

    /** Sends single readings of the probe until one more of them is in InfluxDB than before. */
    private void awaitThrough(RunningChain running, PeersPark park, InfluxQueries influx)
            throws IOException, InterruptedException {
        long before = influx.probes();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(THROUGH_SECONDS);
        while (influx.probes() <= before) {
            running.check();
            if (System.nanoTime() > until) {
                throw new IOException("no reading got through to InfluxDB in " + THROUGH_SECONDS + " s");
            }
            LoadGenerator.run(
                    load(running, List.of(PeersPark.PROBE), park.probeMs(probes++), 1, Duration.ZERO), Ledger.NONE);
            TimeUnit.MILLISECONDS.sleep(PROBE_EVERY_MS);
        }
    }

    private LoadOptions load(RunningChain running, List<String> devices, long startMs, long messages, Duration every)
            throws IOException {
        return LoadOptions.to(running.address(), running.clients(devices), KEYS)
                .window(WINDOW)
                .times(startMs, PeersPark.STEP_MS)
                .duration(LONGEST)
                .messagesPerClient(messages)
                .counters(KEYS.size())
                .every(every)
                .build();
    }

    private PeersResult underLoad(
            Chain chain,
            PeersLoad load,
            PeersPark park,
            RunningChain running,
            InfluxServer server,
            InfluxQueries influx)
            throws IOException, InterruptedException {
        PeersLedger ledger = new PeersLedger(park, options.perConnection(load) * options.connections());
        Duration cpu = running.cpu();
        Duration influxCpu = server.process().cpu();
        long begun = System.nanoTime();
        try (LandingWatch watch = LandingWatch.start(influx)) {
            long sent = load == PeersLoad.KILLED
                    ? sendAndKill(running, park, influx, ledger)
                    : send(running, park, load, 0, options.perConnection(load), ledger);
            Duration sending = Duration.ofNanos(System.nanoTime() - begun);
            watch.awaitEnd(sent, options.quiet());
            return new PeersResult(
                    chain,
                    load,
                    ledger.acknowledged(),
                    ledger.compare(influx),
                    sending,
                    Duration.ofNanos(watch.lastNanos() - begun),
                    running.residentBytes(),
                    running.cpu().minus(cpu),
                    server.process().cpu().minus(influxCpu));
        }
    }

    /** Sends so many messages of each device from a number on, and returns how many were sent. */
    private long send(
            RunningChain running, PeersPark park, PeersLoad load, long first, long messages, PeersLedger ledger)
            throws IOException {
        Duration every = load == PeersLoad.FAST
                ? Duration.ZERO
                : Duration.ofNanos(TimeUnit.SECONDS.toNanos(options.connections()) / options.rate());
        return LoadGenerator.run(
                        load(running, park.devices(), park.startMs() + first * PeersPark.STEP_MS, messages, every),
                        ledger.from(first))
                .sent();
    }

    private long sendAndKill(RunningChain running, PeersPark park, InfluxQueries influx, PeersLedger ledger)
            throws IOException, InterruptedException {
        long messages = options.perConnection(PeersLoad.KILLED);
        ExecutorService aside = Executors.newSingleThreadExecutor(task -> new Thread(task, "bench-kill"));
        try {
            Future<Void> killed = aside.submit(kill(running, park, influx, ledger));
            long sent = send(running, park, PeersLoad.KILLED, 0, messages, ledger);
            result(killed);
            long missing = messages * options.connections() - ledger.acknowledged();
            long rest = (missing + options.connections() - 1) / options.connections();
            return rest == 0 ? sent : sent + send(running, park, PeersLoad.KILLED, messages, rest, ledger);
        } finally {
            aside.shutdownNow();
        }
    }

    private Callable<Void> kill(RunningChain running, PeersPark park, InfluxQueries influx, PeersLedger ledger) {
        return () -> {
            if (!ledger.awaitHalf(LONGEST.toSeconds())) {
                throw new IOException("half of the readings were never acknowledged");
            }
            running.kill();
            running.restart();
            awaitThrough(running, park, influx);
            return null;
        };
    }

    private static void result(Future<Void> killed) throws IOException, InterruptedException {
        try {
            killed.get();
        } catch (ExecutionException e) {
            throw new IOException("what was killed did not come back: " + e.getCause(), e);
        }
    }
}
