package io.greenpark.lab.command;

import io.greenpark.config.command.Home;
import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.peers.Chain;
import io.greenpark.lab.bench.peers.PeersBench;
import io.greenpark.lab.bench.peers.PeersLoad;
import io.greenpark.lab.bench.peers.PeersOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Greenpark beside Mosquitto with Node-RED, Apache Camel or Telegraf. */
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = {
            "What lands in InfluxDB of what was acknowledged, at which rate and with how much memory: Greenpark beside"
                    + " Mosquitto with Node-RED, Apache Camel or Telegraf behind it, with default and with tuned settings; as"
                    + " fast as possible, by a schedule, and with a kill -9 in the middle. Node-RED (npm) and Camel (Maven)"
                    + " are fetched once; without node and npm, mvn, or a telegraf on the path, their rows are left out."
                    + " docs/peers.md describes the settings."
        })
final class PeersBenchCommand extends MeasuringCommand {
    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Rows: greenpark, node-red, camel, telegraf, or one with its settings, such as camel-tuned; default all.")
    private List<String> peers = List.of("greenpark", "node-red", "camel", "telegraf");

    @Option(
            names = "--loads",
            split = ",",
            paramLabel = "LOAD",
            description = "Loads: fast, paced, killed; default all.")
    private List<PeersLoad> loads = List.of(PeersLoad.values());

    @Option(names = "--readings", paramLabel = "N", description = "Readings of a fast row; default 100000.")
    private long readings = 100_000;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Readings per second of a paced or killed row; default 1000.")
    private int rate = 1_000;

    @Option(names = "--seconds", paramLabel = "S", description = "How long such a row sends; default 30.")
    private int seconds = 30;

    @Option(names = "--connections", paramLabel = "N", description = "MQTT connections; default 50.")
    private int connections = 50;

    @Option(
            names = "--quiet",
            paramLabel = "S",
            description = "A row ends when nothing more has landed for so many seconds; default 15.")
    private int quiet = 15;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where fetched peers are kept; default: greenpark/peers in the user's cache folder.")
    private @Nullable Path cache;

    @Override
    int measure() throws IOException, InterruptedException {
        check();
        PeersBench.run(
                new PeersOptions(
                        chains(),
                        loads,
                        readings,
                        rate,
                        seconds,
                        connections,
                        Duration.ofSeconds(quiet),
                        Home.folder("peers"),
                        cache == null ? userCache() : cache.toAbsolutePath(),
                        workFolder()),
                System.out,
                Clock.systemUTC());
        return 0;
    }

    private void check() {
        if (connections < 1 || connections > 1_000) {
            throw UserError.usage("--connections \"" + connections + "\": accepted are 1..1000");
        }
        if (readings < connections || readings > 10_000_000) {
            throw UserError.usage(
                    "--readings \"" + readings + "\": accepted are 10000000 at most and one a connection at least");
        }
        if (rate < connections || rate > 100_000) {
            throw UserError.usage("--rate \"" + rate + "\": accepted are 100000 at most and one a connection at least");
        }
        if (seconds < 1 || seconds > 600 || quiet < 1 || quiet > 600) {
            throw UserError.usage("--seconds \"" + seconds + "\", --quiet \"" + quiet + "\": accepted are 1..600 each");
        }
    }

    private List<Chain> chains() {
        try {
            return Chain.named(peers);
        } catch (IllegalArgumentException e) {
            throw UserError.usage("--peers " + e.getMessage());
        }
    }

    private static Path userCache() {
        String given = System.getenv("XDG_CACHE_HOME");
        Path caches =
                given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return caches.resolve("greenpark").resolve("peers");
    }
}
