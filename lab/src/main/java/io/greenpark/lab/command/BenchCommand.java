package io.greenpark.lab.command;

import io.greenpark.config.command.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements, each a table with ratios to baselines of the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            IngestBenchCommand.class,
            LogBenchCommand.class,
            PipelineBenchCommand.class,
            InfluxBenchCommand.class,
            LatencyBenchCommand.class,
            ConnectionsBenchCommand.class,
            PressureBenchCommand.class,
            RefusalsBenchCommand.class,
            RecoverBenchCommand.class,
            PeersBenchCommand.class,
            RegistryBenchCommand.class,
            HoursBenchCommand.class,
            BooksBenchCommand.class,
            RulesBenchCommand.class,
            SoakBenchCommand.class
        },
        description = "Measures, beside baselines in the same run; read the ratios.",
        footerHeading = "%nExample:%n",
        footer = {
            "  greenpark bench ingest --seconds 10",
            "  greenpark bench log",
            "  greenpark bench pipeline --days 10",
            "  greenpark bench influx --readings 1000000",
            "  greenpark bench latency --rate 1000,10000",
            "  greenpark bench connections --connections 1000,10000",
            "  greenpark bench pressure --connections 50,1000",
            "  greenpark bench refusals --pairs 5",
            "  greenpark bench recover --devices 3000",
            "  greenpark bench peers --readings 100000",
            "  greenpark bench registry --enterprises 1000",
            "  greenpark bench hours --days 365",
            "  greenpark bench books --enterprises 100,1000",
            "  greenpark bench rules --rules 2000",
            "  greenpark bench soak --minutes 10 --report soak.md"
        })
public final class BenchCommand implements Runnable, Subcommand {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "which bench? there are: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
