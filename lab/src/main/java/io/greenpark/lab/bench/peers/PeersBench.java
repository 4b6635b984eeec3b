package io.greenpark.lab.bench.peers;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.DiskProbe;
import io.greenpark.lab.machine.InfluxServer;
import io.greenpark.lab.machine.MosquittoProgram;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures what lands in InfluxDB of what was acknowledged, row by row, and prints one table. */
public final class PeersBench {
    /**
     * What to measure.
     *
     * @param readings of a row that comes as fast as it is acknowledged
     * @param rate readings a second of a row that comes by a schedule
     * @param seconds how long such a row sends
     * @param connections MQTT connections, one device each
     * @param quiet a row ends when nothing more has landed for so long
     * @param peers folder with the peers' settings
     * @param cache where peers are kept once they were fetched
     * @param dir where the servers keep their files; on the disk that is to be measured
     */
    public record Options(
            List<Chain> chains,
            List<Load> loads,
            long readings,
            int rate,
            int seconds,
            int connections,
            Duration quiet,
            Path peers,
            Path cache,
            Path dir) {
        /** Readings of each connection in a row. */
        long perConnection(Load load) {
            long all = load == Load.FAST ? readings : (long) rate * seconds;
            return Math.max(1, all / connections);
        }
    }

    /**
     * One line of the table.
     *
     * @param sending from the first message until nothing was unacknowledged any more
     * @param landing from the first message until the last reading landed
     * @param residentBytes of the whole chain, InfluxDB left out
     * @param cpu of the whole chain
     * @param influxCpu of InfluxDB
     */
    record Row(
            Chain chain,
            Load load,
            long acknowledged,
            PeersLedger.Comparison comparison,
            Duration sending,
            Duration landing,
            long residentBytes,
            Duration cpu,
            Duration influxCpu) {
        double acknowledgedPerSecond() {
            return acknowledged * 1e9 / Math.max(1, sending.toNanos());
        }

        double landedPerSecond() {
            return comparison.landed() * 1e9 / Math.max(1, landing.toNanos());
        }
    }

    private final Options options;
    private final PrintStream out;
    private final Clock clock;

    private PeersBench(Options options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Measures and prints; some minutes for each program with the default options.
     *
     * @throws UserError if a server is missing or does not start, or a peer cannot be fetched
     */
    public static void run(Options options, PrintStream out, Clock clock) throws InterruptedException {
        try {
            measure(options, out, clock);
        } catch (IOException e) {
            throw UserError.failed("bench: " + e.getMessage());
        }
    }

    static List<Row> measure(Options options, PrintStream out, Clock clock) throws IOException, InterruptedException {
        Files.createDirectories(options.dir);
        return new PeersBench(options, out, clock).measure();
    }

    private List<Row> measure() throws IOException, InterruptedException {
        Map<Chain.Program, Bridge> bridges = bridges();
        List<Chain> chains = options.chains.stream()
                .filter(c -> c == Chain.GREENPARK || bridges.containsKey(c.program()))
                .toList();
        out.println(PeersTable.conditions(options, versions(bridges), DiskProbe.fsyncMicros(options.dir)));
        List<Row> rows = new ArrayList<>();
        for (Load load : options.loads) {
            for (Chain chain : chains) {
                Row row = new PeersRun(options, bridges, clock).row(chain, load);
                out.println(PeersTable.progress(row));
                rows.add(row);
            }
        }
        out.println(PeersTable.of(rows, options));
        return rows;
    }

    /** What is asked for and can be had; what cannot is told. */
    private Map<Chain.Program, Bridge> bridges() throws IOException, InterruptedException {
        if (!Files.isDirectory(options.peers)) {
            throw new IOException("the peers' settings are missing: \"" + options.peers
                    + "\" is no folder; it comes with the distribution");
        }
        PeerCache cache = new PeerCache(options.cache);
        Map<Chain.Program, Bridge> bridges = new EnumMap<>(Chain.Program.class);
        if (wanted(Chain.Program.NODE_RED)) {
            put(bridges, Chain.Program.NODE_RED, NodeRed.install(options.peers, cache, out));
        }
        if (wanted(Chain.Program.CAMEL)) {
            put(bridges, Chain.Program.CAMEL, Camel.install(options.peers, cache, out));
        }
        return bridges;
    }

    private boolean wanted(Chain.Program program) {
        return options.chains.stream().anyMatch(c -> c.program() == program);
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
