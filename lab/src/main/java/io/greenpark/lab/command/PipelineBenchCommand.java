package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.PipelineBench;
import io.greenpark.lab.bench.PipelineOptions;
import java.io.IOException;
import java.time.Clock;
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

    @Option(names = "--days", paramLabel = "N", description = "Days of history, every quarter hour; default 10.")
    private int days = 10;

    @Override
    int measure() throws IOException, InterruptedException {
        if (devices < 1 || devices > 5_000 || days < 1 || days > 280) {
            throw UserError.usage(
                    "--devices " + devices + ", --days " + days + ": accepted are 1..5000 devices and 1..280 days");
        }
        PipelineBench.run(new PipelineOptions(devices, days, workFolder()), System.out, Clock.systemUTC());
        return 0;
    }
}
