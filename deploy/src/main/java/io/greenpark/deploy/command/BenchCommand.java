package io.greenpark.deploy.command;

import io.greenpark.deploy.bench.InfluxBench;
import io.greenpark.deploy.bench.IngestBench;
import io.greenpark.deploy.bench.PipelineBench;
import io.greenpark.deploy.bench.PressureBench;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measurements, each a table with ratios to baselines of the same run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchCommand.Ingest.class,
            BenchCommand.Pipeline.class,
            BenchCommand.Influx.class,
            BenchCommand.Pressure.class
        },
        description = "Measures, beside baselines in the same run; read the ratios.",
        footerHeading = "%nExample:%n",
        footer = {
            "  greenpark bench ingest --seconds 10",
            "  greenpark bench pipeline --days 10",
            "  greenpark bench influx --readings 1000000",
            "  greenpark bench pressure --connections 50,1000"
        })
final class BenchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which bench? there are: ingest, pipeline, influx, pressure");
    }

    /** Messages a second acknowledged after fsync. */
    @Command(
            name = "ingest",
            mixinStandardHelpOptions = true,
            description = {
                "Messages and readings a second that the MQTT door acknowledges after fsync, over 50 connections, with 1"
                        + " and 20 values a message, beside a listener that discards and Mosquitto with persistence."
            })
    static final class Ingest implements Callable<Integer> {
        @Option(names = "--seconds", paramLabel = "S", description = "Seconds a row; default 10.")
        private int seconds = 10;

        @Option(names = "--connections", paramLabel = "N", description = "Connections; default 50.")
        private int connections = 50;

        @Option(
                names = "--window",
                paramLabel = "N",
                description = "Unacknowledged messages a connection; default 100.")
        private int window = 100;

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description =
                        "Where the servers keep their files, on the disk to measure; default: the temporary folder.")
        private @Nullable Path dir;

        @Override
        public Integer call() throws Exception {
            if (seconds < 1 || connections < 1) {
                throw UserError.usage("--seconds and --connections must be at least 1");
            }
            Path folder = dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir;
            IngestBench.run(
                    new IngestBench.Options(Duration.ofSeconds(seconds), connections, window, folder),
                    System.out,
                    Clock.systemUTC());
            return 0;
        }
    }

    /** Readings a second that everything together keeps up with. */
    @Command(
            name = "pipeline",
            mixinStandardHelpOptions = true,
            description = {
                "Readings a second that intake, books and alerts sustain together: a history goes in as fast as it is"
                        + " acknowledged, and the time until no reader has a lag counts. Beside it intake alone and, where"
                        + " influxd is installed, the same with InfluxDB."
            })
    static final class Pipeline implements Callable<Integer> {
        @Option(
                names = "--devices",
                paramLabel = "N",
                description = "Data loggers of ten points, one connection each; default 200.")
        private int devices = 200;

        @Option(names = "--days", paramLabel = "N", description = "Days of history, every quarter hour; default 10.")
        private int days = 10;

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description =
                        "Where the servers keep their files, on the disk to measure; default: the temporary folder.")
        private @Nullable Path dir;

        @Override
        public Integer call() throws Exception {
            if (devices < 1 || devices > 5_000 || days < 1 || days > 280) {
                throw UserError.usage(
                        "--devices " + devices + ", --days " + days + ": accepted are 1..5000 devices and 1..280 days");
            }
            Path folder = dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir;
            PipelineBench.run(new PipelineBench.Options(devices, days, folder), System.out, Clock.systemUTC());
            return 0;
        }
    }

    /** Lines a second into InfluxDB. */
    @Command(
            name = "influx",
            mixinStandardHelpOptions = true,
            description = {
                "Readings a second that the InfluxDB writer drains from a filled log into a fresh influxd 1.x, beside the"
                        + " bare client influxdb-java with the same lines, prepared, over as many connections; by turns."
            })
    static final class Influx implements Callable<Integer> {
        @Option(names = "--readings", paramLabel = "N", description = "Readings in the log; default 1000000.")
        private int readings = 1_000_000;

        @Option(names = "--rounds", paramLabel = "N", description = "Rounds, after one to warm up; default 3.")
        private int rounds = 3;

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description = "Where log, books and influxd keep their files; default: the temporary folder.")
        private @Nullable Path dir;

        @Override
        public Integer call() throws Exception {
            if (readings < 1_000 || rounds < 1) {
                throw UserError.usage("--readings must be at least 1000 and --rounds at least 1");
            }
            Path folder = dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir;
            InfluxBench.run(new InfluxBench.Options(readings, rounds, folder), System.out, Clock.systemUTC());
            return 0;
        }
    }

    /** What senders meet while the log stands still. */
    @Command(
            name = "pressure",
            mixinStandardHelpOptions = true,
            description = {
                "Senders push as fast as their sockets take while the log's commits stand still for some seconds: what is"
                        + " in flight, what is resident beside the stated bound, and that afterwards every message is"
                        + " acknowledged and none that is not in the log."
            })
    static final class Pressure implements Callable<Integer> {
        /** More than a connection's bound of 4,000 readings, so that the server and not the sender sets the pace. */
        private static final int WINDOW = 500;

        @Option(
                names = "--connections",
                paramLabel = "N",
                split = ",",
                description = "Numbers of connections, a row each; default 50,1000.")
        private List<Integer> connections = List.of(50, 1_000);

        @Option(names = "--messages", paramLabel = "N", description = "Messages of a row; default 400000.")
        private int messages = 400_000;

        @Option(
                names = "--stall",
                paramLabel = "S",
                description = "Seconds that commits stand still, 1..8; default 6. The log itself waits up to 10.")
        private int stallSeconds = 6;

        @Option(names = "--heap", paramLabel = "MB", description = "The server's heap; default 256.")
        private int heapMb = 256;

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description =
                        "Where the servers keep their files, on the disk to measure; default: the temporary folder.")
        private @Nullable Path dir;

        @Override
        public Integer call() throws Exception {
            Duration stall = Duration.ofSeconds(stallSeconds);
            if (stallSeconds < 1 || stall.compareTo(PressureBench.Options.LONGEST_STALL) > 0) {
                throw UserError.usage("--stall \"" + stallSeconds + "\": accepted are 1..8 seconds");
            }
            if (connections.stream().anyMatch(c -> c < 1 || c > 5_000) || messages < 1_000 || heapMb < 128) {
                throw UserError.usage(
                        "accepted are --connections 1..5000, --messages from 1000 and --heap from 128 on; given were "
                                + connections + ", " + messages + " and " + heapMb);
            }
            Path folder = dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir;
            PressureBench.run(
                    new PressureBench.Options(connections, messages, WINDOW, stall, heapMb, folder),
                    System.out,
                    Clock.systemUTC());
            return 0;
        }
    }
}
