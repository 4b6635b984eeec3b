package io.greenpark.lab.bench.peers;

import io.greenpark.lab.bench.DiskProbe;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.lab.machine.MosquittoProgram;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures what lands in InfluxDB of what was acknowledged, row by row, and prints one table. */
public final class PeersBench {
    private final PeersOptions options;
    private final PrintStream out;
    private final Clock clock;

    private PeersBench(PeersOptions options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures and prints; some minutes for each program with the default options.
     *
     * @throws IOException if a server is missing or does not start, or a peer cannot be fetched
     */
    public static void run(PeersOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        measure(options, out, clock);
    }

    static List<PeersResult> measure(PeersOptions options, PrintStream out, Clock clock)
            throws IOException, InterruptedException {
        return new PeersBench(options, out, clock).measure();
    }

    private List<PeersResult> measure() throws IOException, InterruptedException {
        Map<Chain.Program, Bridge> bridges = bridges();
        List<Chain> chains = options.chains().stream()
                .filter(c -> c == Chain.GREENPARK || bridges.containsKey(c.program()))
                .toList();
        out.println(PeersTable.conditions(options, versions(bridges), DiskProbe.fsyncMicros(options.dir())));
        List<PeersResult> results = new ArrayList<>();
        for (PeersLoad load : options.loads()) {
            for (Chain chain : chains) {
                PeersResult result = new PeersRun(options, bridges, clock).measure(chain, load);
                out.println(PeersTable.progress(result));
                results.add(result);
            }
        }
        out.println(PeersTable.of(results, options));
        return results;
    }

    /** What is asked for and can be had; what cannot is printed. */
    private Map<Chain.Program, Bridge> bridges() throws IOException, InterruptedException {
        if (!Files.isDirectory(options.peers())) {
            throw new IOException("the peers' settings are missing: \"" + options.peers()
                    + "\" is no folder; it comes with the distribution");
        }
        PeerCache cache = new PeerCache(options.cache());
        Map<Chain.Program, Bridge> bridges = new EnumMap<>(Chain.Program.class);
        if (wanted(Chain.Program.NODE_RED)) {
            put(bridges, Chain.Program.NODE_RED, NodeRed.install(options.peers(), cache, out));
        }
        if (wanted(Chain.Program.CAMEL)) {
            put(bridges, Chain.Program.CAMEL, Camel.install(options.peers(), cache, out));
        }
        if (wanted(Chain.Program.TELEGRAF)) {
            put(bridges, Chain.Program.TELEGRAF, Telegraf.find(options.peers(), out));
        }
        return bridges;
    }

    private boolean wanted(Chain.Program program) {
        return options.chains().stream().anyMatch(c -> c.program() == program);
    }

    private static void put(Map<Chain.Program, Bridge> bridges, Chain.Program program, Optional<Bridge> bridge) {
        bridge.ifPresent(b -> bridges.put(program, b));
    }

    private static List<String> versions(Map<Chain.Program, Bridge> bridges) throws IOException, InterruptedException {
        List<String> versions = new ArrayList<>();
        versions.add(InfluxServer.version());
        if (!bridges.isEmpty()) {
            versions.add(MosquittoProgram.version());
        }
        bridges.values().forEach(b -> versions.add(b.version()));
        return versions;
    }
}
