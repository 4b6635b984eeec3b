package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.LatencyBench;
import io.greenpark.lab.bench.LatencyOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long an acknowledgement takes. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = {
            "Time from when a message was due to its acknowledgement, at fixed rates, beside a listener that discards"
                    + " and Mosquitto with persistence; Greenpark with its ingest role alone and with all roles.",
            "Then, where influxd is installed, the time from a reading that completes an exceeded hour to its case in the"
                    + " API, while the InfluxDB writer works off a backlog."
        })
final class LatencyBenchCommand extends MeasuringCommand {
    @Option(names = "--seconds", paramLabel = "S", description = "Seconds per row; default 10.")
    private int seconds = 10;

    @Option(
            names = "--rate",
            split = ",",
            paramLabel = "N",
            description = "Messages per second over all connections, one or several; default 1000,10000.")
    private List<Integer> rates = List.of(1_000, 10_000);

    @Option(names = "--connections", paramLabel = "N", description = "Connections; default 50.")
    private int connections = 50;

    @Option(
            names = "--edits",
            paramLabel = "N",
            description = "Edits of the registry per second in a further row with all roles; default 0, no such row.")
    private int edits;

    @Option(names = "--cases", paramLabel = "N", description = "Cases whose way is timed, 0 for none; default 100.")
    private int cases = 100;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            description = "Readings that InfluxDB lacks meanwhile; default 1000000.")
    private int backlog = 1_000_000;

    @Override
    int measure() throws IOException, InterruptedException {
        if (seconds < 1 || connections < 1 || rates.stream().anyMatch(r -> r < 1)) {
            throw UserError.usage("--seconds, --connections and every --rate must be at least 1");
        }
        if (edits < 0 || edits > 1_000) {
            throw UserError.usage("--edits " + edits + ": accepted are 0..1000 edits per second");
        }
        if (cases < 0 || cases > 1_000 || backlog < 0 || backlog > 10_000_000) {
            throw UserError.usage("--cases " + cases + ", --backlog " + backlog
                    + ": accepted are 0..1000 cases and a backlog of 0..10000000 readings");
        }
        LatencyBench.run(
                new LatencyOptions(
                        Duration.ofSeconds(seconds), rates, connections, edits, cases, backlog, workFolder()),
                System.out,
                Clock.systemUTC());
        return 0;
    }
}
