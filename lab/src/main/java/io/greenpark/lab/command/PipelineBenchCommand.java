package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.PipelineBench;
import io.greenpark.lab.bench.PipelineOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Readings per second that everything together keeps up with. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = {
            "Readings per second that intake, books and alerts sustain together: a history goes in as fast as it is"
                    + " acknowledged, and the time until no reader has a lag counts. Beside it intake alone and, where"
                    + " influxd is installed, the same with InfluxDB."
        })
final class PipelineBenchCommand extends MeasuringCommand {
    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "Data loggers of ten points, one connection each; default 200.")
    private int devices = 200;

    @Option(names = "--days", paramLabel = "N", description = "Days of history; default 10.")
    private int days = 10;

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "Hours of history up to now, instead of days of the year before.")
    private int hours;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "How far apart the readings of a point are; default 900, a quarter of an hour.")
    private int every = 900;

    @Override
    int measure() throws IOException, InterruptedException {
        Duration history = hours > 0 ? Duration.ofHours(hours) : Duration.ofDays(days);
        if (devices < 1 || devices > 5_000 || history.toHours() < 1 || history.toDays() > 280) {
            throw UserError.usage("--devices " + devices + ", --days " + days + ", --hours " + hours
                    + ": accepted are 1..5000 devices and 1 hour to 280 days");
        }
        if (every < 1 || every > 3_600) {
            throw UserError.usage("--every " + every + ": accepted are 1..3600 seconds");
        }
        PipelineBench.run(
                new PipelineOptions(devices, Duration.ofSeconds(every), history, hours > 0, workFolder()),
                System.out,
                Clock.systemUTC());
        return 0;
    }
}
