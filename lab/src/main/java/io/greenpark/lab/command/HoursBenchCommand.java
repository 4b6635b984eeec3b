package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.hours.HoursBench;
import io.greenpark.lab.bench.hours.HoursBench.HoursOptions;
import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How large the hours of the accounts are. */
@Command(
        name = "hours",
        mixinStandardHelpOptions = true,
        description = {
            "Bytes that the hours of points, enterprises and outlets take in the books, as rows and folded; how long folding"
                    + " them takes and holds other writes up; and how long a year's hours of an enterprise take to read."
                    + " Then the bytes of the verdicts on hours of outlets."
        })
final class HoursBenchCommand extends MeasuringCommand {
    @Option(names = "--enterprises", paramLabel = "N", description = "Enterprises; default 20.")
    private int enterprises = 20;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "Points of each enterprise, one of five a discharge point; default 10.")
    private int points = 10;

    @Option(names = "--days", paramLabel = "N", description = "Days of hours; default 365.")
    private int days = 365;

    @Override
    int measure() throws IOException {
        if (enterprises < 1 || points < 5 || days < 1) {
            throw UserError.usage("--enterprises and --days must be at least 1, --points at least 5");
        }
        HoursBench.run(new HoursOptions(enterprises, points, days, workFolder()), System.out, Clock.systemUTC());
        return 0;
    }
}
