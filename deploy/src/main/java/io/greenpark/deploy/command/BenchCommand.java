package io.greenpark.deploy.command;

import io.greenpark.deploy.bench.ConnectionsBench;
import io.greenpark.deploy.bench.InfluxBench;
import io.greenpark.deploy.bench.IngestBench;
import io.greenpark.deploy.bench.LatencyBench;
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
            BenchCommand.Latency.class,
            BenchCommand.Connections.class,
            BenchCommand.Pressure.class
        },
        description = "Measures, beside baselines in the same run; read the ratios.",
        footerHeading = "%nExample:%n",
        footer = {
            "  greenpark bench ingest --seconds 10",
            "  greenpark bench pipeline --days 10",
            "  greenpark bench influx --readings 1000000",
            "  greenpark bench latency --rate 1000,10000",
            "  greenpark bench connections --connections 1000,10000",
            "  greenpark bench pressure --connections 50,1000"
        })
final class BenchCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "which bench? there are: ingest, pipeline, influx, latency, connections, pressure");
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

    /** How long an acknowledgement takes. */
    @Command(
            name = "latency",
            mixinStandardHelpOptions = true,
            description = {
                "Time from when a message was due to its acknowledgement, at fixed rates, beside a listener that discards"
                        + " and Mosquitto with persistence; Greenpark with its ingest role alone and with all roles.",
                "Then, where influxd is installed, the time from a reading that completes an exceeded hour to its case in the"
                        + " API, while the InfluxDB writer works off a backlog."
            })
    static final class Latency implements Callable<Integer> {
        @Option(names = "--seconds", paramLabel = "S", description = "Seconds a row; default 10.")
        private int seconds = 10;

        @Option(
                names = "--rate",
                split = ",",
                paramLabel = "N",
                description = "Messages a second over all connections, one or several; default 1000,10000.")
        private List<Integer> rates = List.of(1_000, 10_000);

        @Option(names = "--connections", paramLabel = "N", description = "Connections; default 50.")
        private int connections = 50;

        @Option(names = "--cases", paramLabel = "N", description = "Cases whose way is timed, 0 for none; default 100.")
        private int cases = 100;

        @Option(
                names = "--backlog",
                paramLabel = "N",
                description = "Readings that InfluxDB lacks meanwhile; default 1000000.")
        private int backlog = 1_000_000;

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description =
                        "Where the servers keep their files, on the disk to measure; default: the temporary folder.")
        private @Nullable Path dir;

        @Override
        public Integer call() throws Exception {
            if (seconds < 1 || connections < 1 || rates.stream().anyMatch(r -> r < 1)) {
                throw UserError.usage("--seconds, --connections and every --rate must be at least 1");
            }
            if (cases < 0 || cases > 1_000 || backlog < 0 || backlog > 10_000_000) {
                throw UserError.usage("--cases " + cases + ", --backlog " + backlog
                        + ": accepted are 0..1000 cases and a backlog of 0..10000000 readings");
            }
            Path folder = dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir;
            LatencyBench.run(
                    new LatencyBench.Options(Duration.ofSeconds(seconds), rates, connections, cases, backlog, folder),
                    System.out,
                    Clock.systemUTC());
            return 0;
        }
    }

    /** What connections cost that say little. */
    @Command(
            name = "connections",
            mixinStandardHelpOptions = true,
            description = {
                "Resident memory of greenpark run with many connections that publish once a minute, and what a connection"
                        + " costs, plain and over TLS. Every connection takes a socket here and one in the server: where ulimit -n"
                        + " is too low the bench says so and what to do."
            })
    static final class Connections implements Callable<Integer> {
        /** More do not find a free port on the way from one address to another. */
        private static final int MOST = 25_000;

        @Option(
                names = "--connections",
                split = ",",
                paramLabel = "N",
                description = "Connections, one or several numbers; default 1000,10000.")
        private List<Integer> connections = List.of(1_000, 10_000);

        @Option(
                names = "--every",
                paramLabel = "S",
                description = "Seconds from one message of a connection to the next; default 60.")
        private int every = 60;

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description = "Where the servers keep their files; default: the temporary folder.")
        private @Nullable Path dir;

        @Override
        public Integer call() throws Exception {
            if (every < 1 || connections.stream().anyMatch(n -> n < 1 || n > MOST)) {
                throw UserError.usage("--connections " + connections + ", --every " + every + ": accepted are 1.."
                        + MOST + " connections and 1 s or more");
            }
            Path folder = dir == null ? Path.of(System.getProperty("java.io.tmpdir")) : dir;
            ConnectionsBench.run(
                    new ConnectionsBench.Options(connections, Duration.ofSeconds(every), folder),
                    System.out,
                    Clock.systemUTC());
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
