package io.greenpark.lab.bench;

import java.util.List;
import java.util.Locale;

/** The figures as text. */
public final class BenchTable {
    static final String DISCARD = "discard listener";
    static final String MOSQUITTO = "Mosquitto";
    static final String GREENPARK = "Greenpark";

    private static final double MB = 1 << 20;

    private BenchTable() {}

    /** What every figure depends on. */
    public static String machine(long fsyncMicros) {
        return String.format(
                Locale.ROOT,
                "machine    %d processors shared with the generator, %s %s, Java %s, one fsync %.2f ms",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                fsyncMicros / 1_000.0);
    }

    /** What the figures depend on. */
    static String conditions(IngestOptions options, String mosquitto, long fsyncMicros) {
        return String.join(
                System.lineSeparator(),
                machine(fsyncMicros),
                String.format(
                        Locale.ROOT,
                        "load       MQTT 3.1.1 QoS 1, %d connections, %d unacknowledged messages each, %d s a row",
                        options.connections(),
                        options.window(),
                        options.duration().toSeconds()),
                "servers    Greenpark: ingest role alone, every PUBACK after the log's fsync; "
                        + String.join(" ", JavaServer.JVM_OPTIONS),
                "           discard listener: Vert.x MqttServer that acknowledges at once and keeps nothing",
                "           " + mosquitto + ": persistence on, no queue bound, one persistent QoS 1 subscriber;"
                        + " it does not fsync before it acknowledges",
                "");
    }

    /** One line a server and message size, with its ratios to the baselines of the same size. */
    static String of(List<IngestRun> rows) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-17s %7s %12s %12s %8s %8s %9s %11s %10s %11s%n",
                "server",
                "values",
                "messages/s",
                "readings/s",
                "p50 ms",
                "p99 ms",
                "cpu us/m",
                "resident MB",
                "x discard",
                "x Mosquitto"));
        for (IngestRun row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-17s %7d %,12.0f %,12.0f %8.1f %8.1f %9.1f %11.0f %10.2f %11.2f%n",
                    row.server(),
                    row.values(),
                    row.result().messagesPerSecond(),
                    row.result().readingsPerSecond(),
                    row.result().p50Micros() / 1_000.0,
                    row.result().p99Micros() / 1_000.0,
                    row.cpu().toNanos() / 1_000.0 / Math.max(1, row.result().acknowledgedInAll()),
                    row.residentBytes() / MB,
                    ratio(row, rows, DISCARD),
                    ratio(row, rows, MOSQUITTO)));
        }
        return table.toString();
    }

    private static double ratio(IngestRun row, List<IngestRun> rows, String baseline) {
        return rows.stream()
                .filter(r -> r.server().equals(baseline) && r.values() == row.values())
                .mapToDouble(r -> row.result().messagesPerSecond() / r.result().messagesPerSecond())
                .findFirst()
                .orElse(Double.NaN);
    }
}
