package io.greenpark.deploy.command;

import io.greenpark.config.command.UserError;
import io.greenpark.deploy.app.AppConfig;
import io.greenpark.deploy.app.AppStartException;
import io.greenpark.deploy.app.InfluxRebuild;
import io.greenpark.influx.Backfill;
import io.greenpark.influx.RefusedPoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Manual work on InfluxDB: fill it again, list what it refused, remove what may not be told there. */
@Command(
        name = "influx",
        mixinStandardHelpOptions = true,
        subcommands = {InfluxCommand.Rebuild.class, InfluxCommand.Refused.class, InfluxWithheldCommand.class},
        description =
                "Fills an InfluxDB from the books, shows what InfluxDB refused, and removes what may not be told there"
                        + " (docs/influxdb.md).",
        footerHeading = "%nExamples:%n",
        footer = {
            "  greenpark influx rebuild --config my.yaml --data data",
            "  greenpark influx refused --config my.yaml --data data",
            "  greenpark influx withheld --config my.yaml --data data --remove"
        })
final class InfluxCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what about InfluxDB? there are: rebuild, refused, withheld");
    }

    static Path existingInstallation(Path data) {
        if (!Files.isDirectory(data.resolve("credentials"))) {
            throw UserError.usage("--data \"" + data + "\" holds no installation; name the folder given to run");
        }
        return data;
    }

    private static List<RefusedPoints.RefusedSeries> refused(AppConfig settings, Path folder, int max) {
        try {
            return InfluxRebuild.refused(settings, folder, max);
        } catch (AppStartException e) {
            throw UserError.failed(e);
        }
    }

    /** Fills InfluxDB from the reading store and the books. */
    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = {
                "Writes every reading and every figure ever kept to InfluxDB, also those the log no longer holds. Where"
                        + " Greenpark runs on the data folder, it is asked to do so beside its other work; otherwise this"
                        + " command does it. With the books at a PostgreSQL server, stop Greenpark first.",
                "May be interrupted and repeated: it goes on where it was, and writing twice changes nothing."
            })
    static final class Rebuild implements Callable<Integer> {
        @Mixin
        private final ConfigOptions config = new ConfigOptions();

        @Mixin
        private final DataOption data = new DataOption();

        @Option(
                names = "--anew",
                description = "Begin again although one is under way, e.g. since its InfluxDB was emptied meanwhile.")
        private boolean anew;

        private @Nullable String lastLine;

        @Override
        public Integer call() throws Exception {
            AppConfig settings = Configurations.read(config.config(), config.sets(), data.data());
            if (!settings.influx().enabled()) {
                throw UserError.usage("influx.url is not set; set it in the configuration or by --set influx.url=URL");
            }
            Path folder = existingInstallation(data.data());
            InfluxRebuild rebuild = new InfluxRebuild(settings, folder, anew, Clock.systemUTC(), this::print);
            try (Shutdown shutdown = Shutdown.listen()) {
                if (!shutdown.runUnlessRequested(() -> run(rebuild))) {
                    System.out.println("interrupted; the same command goes on where it was");
                    return 1;
                }
            }
            int refused = refused(settings, folder, Integer.MAX_VALUE).size();
            System.out.println("InfluxDB is filled"
                    + (refused == 0
                            ? ""
                            : "; points of " + refused + " series are refused by it: greenpark influx refused"));
            return 0;
        }

        private static void run(InfluxRebuild rebuild) throws InterruptedException {
            try {
                rebuild.run();
            } catch (AppStartException e) {
                throw UserError.failed(e);
            }
        }

        private void print(InfluxRebuild.Progress progress) {
            List<String> parts = new ArrayList<>();
            parts.add(progress.byRunning() ? "by the running process" : "by this command");
            progress.rows().forEach(row -> parts.add(describe(row)));
            parts.addAll(progress.trouble());
            String line = String.join("; ", parts);
            if (!line.equals(lastLine)) {
                System.out.println(line);
                lastLine = line;
            }
        }

        private static String describe(Backfill.BackfillProgress row) {
            String what = row.writer().equals("influx") ? "readings" : "series of figures";
            return row.total() == 0 && !row.finished()
                    ? what + " begin"
                    : String.format(Locale.ROOT, "%s %,d of %,d", what, row.done(), row.total());
        }
    }

    /** Lists the points InfluxDB refused for good. */
    @Command(
            name = "refused",
            mixinStandardHelpOptions = true,
            description = {
                "The points InfluxDB refused for what they are, by series and reason, the newest first, with the server's"
                        + " words. They are in the books all the same.",
                "Once the cause is gone (another field type, a longer retention), influx rebuild writes them."
            })
    static final class Refused implements Callable<Integer> {
        private static final int MAX_ROWS = 1_000;

        @Mixin
        private final ConfigOptions config = new ConfigOptions();

        @Mixin
        private final DataOption data = new DataOption();

        @Override
        public Integer call() {
            AppConfig settings = Configurations.read(config.config(), config.sets(), data.data());
            List<RefusedPoints.RefusedSeries> rows = refused(settings, existingInstallation(data.data()), MAX_ROWS);
            System.out.println(
                    rows.isEmpty()
                            ? "InfluxDB has refused nothing"
                            : rows.stream().map(Refused::describe).collect(Collectors.joining(System.lineSeparator())));
            return 0;
        }

        private static String describe(RefusedPoints.RefusedSeries row) {
            return String.format(
                    Locale.ROOT,
                    "%s%n  %,d points of %s to %s: %s / %s (%s)%n  \"%s\"%n  %s",
                    row.series(),
                    row.count(),
                    time(row.firstMs()),
                    time(row.lastMs()),
                    row.reason().text().en(),
                    row.reason().text().zh(),
                    row.reason().code(),
                    row.line(),
                    row.words().strip());
        }

        private static String time(@Nullable Long ms) {
            return ms == null ? "?" : Instant.ofEpochMilli(ms).toString();
        }
    }
}
