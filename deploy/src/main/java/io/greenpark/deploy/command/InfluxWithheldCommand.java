package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.AppStartException;
import io.greenpark.deploy.app.InfluxWithheld;
import io.greenpark.deploy.app.InfluxWithheld.Held;
import io.greenpark.deploy.app.InfluxWithheld.Looked;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists, and removes, what InfluxDB holds although it may not be told there. */
@Command(
        name = "withheld",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what InfluxDB holds of earlier versions, or of before a statistic was allowed less, although whoever looks"
                    + " at it may not be told: value added of an enterprise, and figures it follows from.",
            "With --remove the points are deleted and written again from the books without these fields. It may be"
                    + " interrupted and repeated, and Greenpark may run meanwhile."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is nothing of the kind, or no longer",
            "1:there is, the registry was changed meanwhile, or InfluxDB or the books cannot be used",
            "2:wrong command line or configuration"
        })
final class InfluxWithheldCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--remove", description = "Remove them; without it they are only listed.")
    private boolean remove;

    @Override
    public Integer call() {
        AppConfig settings = Configurations.read(config.config(), config.sets(), data.data());
        if (!settings.influx().enabled()) {
            throw UserError.usage("influx.url is not set; set it in the configuration or by --set influx.url=URL");
        }
        Looked looked = look(settings);
        List<Held> held = looked.held();
        held.forEach(h -> System.out.println(describe(h)));
        int points = held.stream().mapToInt(Held::points).sum();
        if (held.isEmpty()) {
            System.out.println("InfluxDB holds nothing that may not be told there");
        } else if (remove) {
            System.out.printf(Locale.ROOT, "%,d points are removed and written again without these fields%n", points);
        } else {
            System.out.printf(Locale.ROOT, "%,d points hold what may not be told there; --remove removes it%n", points);
        }
        if (looked.outdated()) {
            System.out.println(
                    "the registry was changed meanwhile, so something else may be told by now; run it again");
            return 1;
        }
        return held.isEmpty() || remove ? 0 : 1;
    }

    private Looked look(AppConfig settings) {
        try {
            return new InfluxWithheld(settings, InfluxCommand.existingInstallation(data.data()), Clock.systemUTC())
                    .look(remove);
        } catch (AppStartException e) {
            throw UserError.failed(e);
        }
    }

    private static String describe(Held held) {
        return String.format(
                Locale.ROOT,
                "%s, %s: %,d points of %s: %s",
                held.measurement(),
                held.whose(),
                held.points(),
                spans(held.months()),
                String.join(", ", held.fields()));
    }

    /** Months one after the other as one span. */
    private static String spans(SortedSet<YearMonth> months) {
        List<String> spans = new ArrayList<>();
        YearMonth first = months.first();
        for (YearMonth month : months) {
            if (!months.contains(month.minusMonths(1))) {
                first = month;
            }
            if (!months.contains(month.plusMonths(1))) {
                spans.add(first.equals(month) ? first.toString() : first + " to " + month);
            }
        }
        return String.join(", ", spans);
    }
}
