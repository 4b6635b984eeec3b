package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.IngestBench;
import io.greenpark.lab.bench.IngestOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Messages per second acknowledged after fsync. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "Messages and readings per second that the MQTT door acknowledges after fsync, over 50 connections, with 1"
                    + " and 20 values per message, beside a listener that discards and Mosquitto with persistence."
        })
final class IngestBenchCommand extends MeasuringCommand {
    @Option(names = "--seconds", paramLabel = "S", description = "Seconds per row; default 10.")
    private int seconds = 10;

    @Option(names = "--connections", paramLabel = "N", description = "Connections; default 50.")
    private int connections = 50;

    @Option(names = "--window", paramLabel = "N", description = "Unacknowledged messages per connection; default 100.")
    private int window = 100;

    @Override
    int measure() throws IOException, InterruptedException {
        if (seconds < 1 || connections < 1) {
            throw UserError.usage("--seconds and --connections must be at least 1");
        }
        IngestBench.run(
                new IngestOptions(Duration.ofSeconds(seconds), connections, window, workFolder()),
                System.out,
                Clock.systemUTC());
        return 0;
    }
}
