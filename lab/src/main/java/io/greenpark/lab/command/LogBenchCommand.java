package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.DiskProbe;
import io.greenpark.lab.bench.log.LogBenchmark;
import io.greenpark.lab.report.Conditions;
import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the log alone does. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {
            "Batches of 1, 64, 512 and 4096 readings that the telemetry log alone makes durable, one after the other, and"
                    + " slices read in sequence, each per second (JMH)."
        })
final class LogBenchCommand extends MeasuringCommand {
    private static final int ITERATIONS = 5;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Seconds per measurement, a third of them warm-up; default 15.")
    private int seconds = 15;

    @Override
    int measure() throws IOException, InterruptedException {
        if (seconds < 1 || seconds > 3_600) {
            throw UserError.usage("--seconds \"" + seconds + "\": accepted are 1..3600");
        }
        Path folder = workFolder();
        System.out.println(new Conditions().machine("the benchmark", DiskProbe.fsyncMicros(folder)));
        // Its lock would be in the way of another user's benchmark.
        System.setProperty("jmh.ignoreLock", "true");
        TimeValue iteration = TimeValue.milliseconds(seconds * 2_000L / 3 / ITERATIONS);
        try {
            new Runner(new OptionsBuilder()
                            .include(LogBenchmark.class.getName())
                            .jvmArgsAppend("-D" + LogBenchmark.FOLDER + "=" + folder)
                            .warmupIterations(1)
                            .warmupTime(TimeValue.milliseconds(seconds * 1_000L / 3))
                            .measurementIterations(ITERATIONS)
                            .measurementTime(iteration)
                            .build())
                    .run();
            return 0;
        } catch (RunnerException e) {
            throw new IOException("the log could not be measured: " + e.getMessage(), e);
        }
    }
}
