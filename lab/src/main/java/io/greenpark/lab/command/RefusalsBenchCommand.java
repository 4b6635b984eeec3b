package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.DiskProbe;
import io.greenpark.lab.bench.RefusalsBench;
import io.greenpark.lab.report.Conditions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What others wait while one sender floods with what is refused. */
@Command(
        name = "refusals",
        mixinStandardHelpOptions = true,
        description = {
            "Nine gateways that now and then send a reading and a value of an unknown device, alone and beside one that"
                    + " sends nothing but unknown devices as fast as it is taken: what they wait for their answers."
        })
final class RefusalsBenchCommand extends MeasuringCommand {
    @Option(names = "--seconds", paramLabel = "S", description = "Seconds of a run; default 6.")
    private int seconds = 6;

    @Option(names = "--pairs", paramLabel = "N", description = "Pairs of runs; default 3.")
    private int pairs = 3;

    @Option(names = "--connections", paramLabel = "N", description = "Connections of the one that floods; default 1.")
    private int connections = 1;

    @Override
    int measure() throws IOException, InterruptedException {
        if (seconds < 1 || seconds > 600 || pairs < 1 || pairs > 100 || connections < 1 || connections > 1_000) {
            throw UserError.usage("accepted are --seconds 1..600, --pairs 1..100 and --connections 1..1000; given were "
                    + seconds + ", " + pairs + " and " + connections);
        }
        Path folder = workFolder();
        System.out.println(new Conditions().machine("the benchmark", DiskProbe.fsyncMicros(folder)));
        new RefusalsBench(folder, Clock.systemUTC(), Duration.ofSeconds(seconds), connections)
                .measure(pairs, System.out);
        return 0;
    }
}
