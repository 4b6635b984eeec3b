package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.registry.RegistryBench;
import io.greenpark.lab.bench.registry.RegistryBenchOptions;
import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an edit of a large registry costs. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        description = {
            "Processor time that the edit of one document of a large registry costs: the new snapshot, the accounts and the"
                    + " rules that look at it, by the kind of document; over books with years of figures."
        })
final class RegistryBenchCommand extends MeasuringCommand {
    @Option(names = "--enterprises", paramLabel = "N", description = "Enterprises; default 1000.")
    private int enterprises = 1_000;

    @Option(names = "--points", paramLabel = "N", description = "Points of each enterprise; default 15.")
    private int points = 15;

    @Option(names = "--months", paramLabel = "N", description = "Months of statistics and figures; default 36.")
    private int months = 36;

    @Option(names = "--edits", paramLabel = "N", description = "Edits of each kind; default 50.")
    private int edits = 50;

    @Override
    int measure() throws IOException {
        if (enterprises < 20 || points < 3 || months < 1 || edits < 1) {
            throw UserError.usage(
                    "--enterprises must be at least 20, --points at least 3, --months and --edits at least 1");
        }
        RegistryBenchOptions options = new RegistryBenchOptions(enterprises, points, months, edits, workFolder());
        RegistryBench.run(options, System.out, Clock.systemUTC());
        return 0;
    }
}
