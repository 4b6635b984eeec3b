package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.PressureBench;
import io.greenpark.lab.bench.PressureOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What senders experience while the log commits nothing. */
@Command(
        name = "pressure",
        mixinStandardHelpOptions = true,
        description = {
            "Senders push as fast as their sockets take while the log's commits stand still for some seconds: what is"
                    + " in flight, what is resident beside the stated bound, and that afterwards every message is"
                    + " acknowledged and none that is not in the log."
        })
final class PressureBenchCommand extends MeasuringCommand {
    /** More than a connection's bound of 4,000 readings, so that the server and not the client sets the pace. */
    private static final int WINDOW = 500;

    @Option(
            names = "--connections",
            paramLabel = "N",
            split = ",",
            description = "Numbers of connections, a row each; default 50,1000.")
    private List<Integer> connections = List.of(50, 1_000);

    @Option(names = "--messages", paramLabel = "N", description = "Messages of a row; default 400000.")
    private int messages = 400_000;

    @Option(
            names = "--stall",
            paramLabel = "S",
            description = "Seconds that commits stand still, 1..8; default 6. The log itself waits up to 10.")
    private int stallSeconds = 6;

    @Option(names = "--heap", paramLabel = "MB", description = "The server's heap; default 256.")
    private int heapMb = 256;

    @Override
    int measure() throws IOException, InterruptedException {
        Duration stall = Duration.ofSeconds(stallSeconds);
        if (stallSeconds < 1 || stall.compareTo(PressureOptions.LONGEST_STALL) > 0) {
            throw UserError.usage("--stall \"" + stallSeconds + "\": accepted are 1..8 seconds");
        }
        if (connections.stream().anyMatch(c -> c < 1 || c > 5_000) || messages < 1_000 || heapMb < 128) {
            throw UserError.usage(
                    "accepted are --connections 1..5000, --messages from 1000 and --heap from 128 on; given were "
                            + connections + ", " + messages + " and " + heapMb);
        }
        PressureBench.run(
                new PressureOptions(connections, messages, WINDOW, stall, heapMb, workFolder()),
                System.out,
                Clock.systemUTC());
        return 0;
    }
}
