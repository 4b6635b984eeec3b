package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.InfluxBench;
import io.greenpark.lab.bench.InfluxBenchOptions;
import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lines per second into InfluxDB. */
@Command(
        name = "influx",
        mixinStandardHelpOptions = true,
        description = {
            "Readings per second that the InfluxDB writer drains from a filled log into a fresh influxd 1.x, beside the"
                    + " bare client influxdb-java with the same lines, prepared, over as many connections; in turn."
        })
final class InfluxBenchCommand extends MeasuringCommand {
    @Option(names = "--readings", paramLabel = "N", description = "Readings in the log; default 1000000.")
    private int readings = 1_000_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds, after one to warm up; default 3.")
    private int rounds = 3;

    @Override
    int measure() throws IOException, InterruptedException {
        if (readings < 1_000 || rounds < 1) {
            throw UserError.usage("--readings must be at least 1000 and --rounds at least 1");
        }
        InfluxBench.run(new InfluxBenchOptions(readings, rounds, workFolder()), System.out, Clock.systemUTC());
        return 0;
    }
}
