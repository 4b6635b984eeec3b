package io.greenpark.lab.command;

import io.greenpark.config.command.UserError;
import io.greenpark.lab.bench.RecoverBench;
import io.greenpark.lab.bench.RecoverOptions;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What happens when a district comes back that had no uplink for a day. */
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        description = {
            "Data loggers that had no uplink for a day deliver it as fast as it is acknowledged, a connection each, while"
                    + " others go on with live readings: the time until all is acknowledged, how long live readings wait"
                    + " before, during and after, and when books, alerts and, where influxd is installed, InfluxDB have"
                    + " caught up. Beside it a listener that discards and intake alone.",
            "Every row is checked: what was acknowledged is in the log, the books and InfluxDB, once.",
            "With the defaults 43.2 million readings per row: about 25 minutes and 5 GB in --dir. Every connection takes a"
                    + " socket here and one in the server: where ulimit -n is too low the bench says so and what to do."
        })
final class RecoverBenchCommand extends MeasuringCommand {
    /** More do not find a free port on the way from one address to another. */
    private static final int MOST_CONNECTIONS = 25_000;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "Data loggers of ten points that come back; default 3000.")
    private int devices = 3_000;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "How long they had no uplink, a value of each point per minute; default 1440.")
    private int minutes = 1_440;

    /** More do not fit a message that the MQTT door takes. */
    private static final int MOST_VALUES = 10_000;

    @Option(names = "--values", paramLabel = "N", description = "Values per message, ten per minute; default 100.")
    private int values = 100;

    @Option(
            names = "--window",
            paramLabel = "N",
            description = "Messages of a logger that may be unacknowledged; default 10, as many MQTT clients have it.")
    private int window = 10;

    @Option(
            names = "--live",
            paramLabel = "N",
            description = "Loggers beside them that go on with live readings; default 500.")
    private int live = 500;

    @Option(
            names = "--every",
            paramLabel = "S",
            description = "Seconds from one live message of a logger to the next; default 10.")
    private int every = 10;

    @Option(
            names = "--quiet",
            paramLabel = "S",
            description = "Seconds of live readings alone before the others come back; default 60.")
    private int quiet = 60;

    @Override
    int measure() throws IOException, InterruptedException {
        if (devices < 5 || live < 1 || devices + live > MOST_CONNECTIONS) {
            throw UserError.usage("--devices " + devices + ", --live " + live
                    + ": accepted are from 5 loggers that come back and from 1 live one on, together up to "
                    + MOST_CONNECTIONS);
        }
        if (minutes < 2 || minutes > 7 * 1_440 || window < 1 || window > 1_000) {
            throw UserError.usage("--minutes " + minutes + ", --window " + window
                    + ": accepted are 2..10080 minutes and 1..1000 messages");
        }
        if (values > MOST_VALUES) {
            throw UserError.usage("--values \"" + values + "\": accepted are at most " + MOST_VALUES);
        }
        if (every < 1 || every > 3_600 || quiet < 1 || quiet > 3_600) {
            throw UserError.usage(
                    "--every " + every + ", --quiet " + quiet + ": accepted are 1..3600 seconds for each");
        }
        RecoverBench.run(
                new RecoverOptions(
                        devices,
                        minutes,
                        values,
                        live,
                        Duration.ofSeconds(every),
                        Duration.ofSeconds(quiet),
                        window,
                        workFolder()),
                System.out,
                Clock.systemUTC());
        return 0;
    }
}
