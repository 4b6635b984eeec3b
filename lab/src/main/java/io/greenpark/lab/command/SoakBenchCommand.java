package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.FileLimit;
import io.greenpark.lab.bench.soak.SoakBench;
import io.greenpark.lab.bench.soak.SoakOptions;
import io.greenpark.lab.bench.soak.SoakReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether it stays as it is while it works. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = {
            "Readings, a minute apart, for minutes or hours at half of what intake, books, alerts and InfluxDB sustain, which is found"
                    + " first. Memory, lags and acknowledgements are sampled and judged; at the end every reading is counted"
                    + " in the reading store and in InfluxDB. Exit code 1 if anything grew or is missing."
        })
final class SoakBenchCommand extends MeasuringCommand {
    private static final int MOST_MINUTES = 1_440;
    private static final int MOST_DEVICES = 3_000;
    private static final int MOST_RATE = 1_000_000;

    @Option(names = "--minutes", paramLabel = "N", description = "How long to send, 1..1440; default 10.")
    private int minutes = 10;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Readings per second; default: half of what a calibration finds.")
    private @Nullable Integer rate;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "Data loggers of ten points, one connection each, 1..3000; default 2000.")
    private int devices = 2_000;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Writes the report there, and the plot beside it with the ending svg.")
    private @Nullable Path report;

    @Override
    int measure() throws IOException, InterruptedException {
        if (minutes < 1 || minutes > MOST_MINUTES || devices < 1 || devices > MOST_DEVICES) {
            throw UserError.usage("--minutes " + minutes + ", --devices " + devices + ": accepted are 1.."
                    + MOST_MINUTES + " minutes and 1.." + MOST_DEVICES + " devices");
        }
        if (rate != null && (rate < 1 || rate > MOST_RATE)) {
            throw UserError.usage("--rate \"" + rate + "\" is out of range; accepted 1.." + MOST_RATE
                    + ", or leave it out to have it found");
        }
        String problem = FileLimit.problem(devices, FileLimit.ofThisProcess());
        if (problem != null) {
            throw UserError.failed(problem.replace("--connections", "--devices"));
        }
        SoakOptions options = SoakOptions.ofMinutes(minutes, rate == null ? 0 : rate, devices, workFolder());
        SoakReport soaked = SoakBench.run(options, System.out, Clock.systemUTC());
        System.out.println();
        System.out.print(soaked.text());
        if (report != null) {
            soaked.write(report);
        }
        return soaked.flat() ? 0 : 1;
    }
}
