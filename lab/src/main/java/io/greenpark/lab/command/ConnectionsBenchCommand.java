package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.ConnectionsBench;
import io.greenpark.lab.bench.ConnectionsOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What connections cost that say little. */
@Command(
        name = "connections",
        mixinStandardHelpOptions = true,
        description = {
            "Resident memory of greenpark run with many connections that publish once a minute, and what a connection"
                    + " costs, plain and over TLS. Every connection takes a socket here and one in the server: where ulimit -n"
                    + " is too low the bench says so and what to do."
        })
final class ConnectionsBenchCommand extends MeasuringCommand {
    /** More do not find a free port on the way from one address to another. */
    private static final int MOST = 25_000;

    @Option(
            names = "--connections",
            split = ",",
            paramLabel = "N",
            description = "Connections, one or several numbers; default 1000,10000.")
    private List<Integer> connections = List.of(1_000, 10_000);

    @Option(
            names = "--every",
            paramLabel = "S",
            description = "Seconds from one message of a connection to the next; default 60.")
    private int every = 60;

    @Override
    int measure() throws IOException, InterruptedException {
        if (every < 1 || connections.stream().anyMatch(n -> n < 1 || n > MOST)) {
            throw UserError.usage("--connections " + connections + ", --every " + every + ": accepted are 1.." + MOST
                    + " connections and 1 s or more");
        }
        ConnectionsBench.run(
                new ConnectionsOptions(connections, Duration.ofSeconds(every), workFolder()),
                System.out,
                Clock.systemUTC());
        return 0;
    }
}
