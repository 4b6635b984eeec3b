package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.rules.RulesBench;
import io.greenpark.lab.bench.rules.RulesOptions;
import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What rules kept as data cost. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = {
            "What it costs to judge outlet points that send a value a minute, with many rules and with those for the whole"
                    + " district alone; and how soon what raises is in the outbox."
        })
final class RulesBenchCommand extends MeasuringCommand {
    @Option(names = "--points", paramLabel = "N", description = "Outlet points; default 20000.")
    private int points = 20_000;

    @Option(names = "--rules", paramLabel = "N", description = "Rules; default 2000.")
    private int rules = 2_000;

    @Option(names = "--seconds", paramLabel = "N", description = "For how long; default 60.")
    private int seconds = 60;

    @Override
    int measure() throws IOException, InterruptedException {
        if (points < 600 || rules < 1 || seconds < 10) {
            throw UserError.usage("--points must be at least 600, --rules at least 1, --seconds at least 10");
        }
        RulesBench.run(new RulesOptions(points, rules, seconds, workFolder()), System.out, Clock.systemUTC());
        return 0;
    }
}
