package io.greenpark.lab.bench;

import java.util.List;
import java.util.Locale;

/** What back-pressure came to, as text. */
final class PressureTable {
    /** Metaspace, code, stacks and the collector's own, beside heap and direct memory; an allowance, not measured apart. */
    static final int JVM_OWN_MB = 200;

    private static final double MB = 1 << 20;

    private PressureTable() {}

    /** What a server may take at most, in MB. */
    static int boundMb(PressureOptions options) {
        return options.heapMb() + options.directMb() + JVM_OWN_MB;
    }

    /** What the figures depend on. */
    static String conditions(PressureOptions options, long fsyncMicros) {
        return String.join(
                System.lineSeparator(),
                String.format(
                        Locale.ROOT,
                        "machine    %d processors shared with the generator, %s %s, Java %s, one fsync %.2f ms",
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        fsyncMicros / 1_000.0),
                String.format(
                        Locale.ROOT,
                        "load       MQTT 3.1.1 QoS 1, %,d messages of %d values a row, %d unacknowledged each; after a quarter",
                        options.messages(),
                        PipelinePark.POINTS_PER_DEVICE,
                        options.window()),
                String.format(
                        Locale.ROOT,
                        "           of them the log's commits stand still for %d ms (its write lock is held from outside)",
                        options.stall().toMillis()),
                "server     greenpark run with doors, log and console, every limit as nobody changed it; "
                        + String.join(" ", options.jvm()),
                String.format(
                        Locale.ROOT,
                        "bound      resident: heap %d + direct %d + the JVM's own %d = %d MB",
                        options.heapMb(),
                        options.directMb(),
                        JVM_OWN_MB,
                        boundMb(options)),
                "columns    kept, ackn., in flight, limit, stall MB: at the end of the stall, messages durable and messages",
                "           acknowledged, and the most readings in flight and the most memory during it; unackn., false, twice:",
                "           at the end of all, by counting the log",
                "");
    }

    /** One line a number of connections. */
    static String of(List<PressureRun> rows, PressureOptions options) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-11s %9s %12s %9s %9s %9s %9s %9s %9s %9s %6s %7s %6s %6s%n",
                "connections",
                "sent",
                "acknowledged",
                "kept",
                "ackn.",
                "in flight",
                "limit",
                "before MB",
                "stall MB",
                "after MB",
                "bound",
                "unackn.",
                "false",
                "twice"));
        for (PressureRun row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-11d %,9d %,12d %,9d %,9d %,9d %,9d %9.0f %9.0f %9.0f %6d %7d %6d %6d%n",
                    row.connections(),
                    row.load().sent(),
                    row.load().acknowledgedInAll(),
                    row.stalled().kept(),
                    row.stalled().acknowledged(),
                    row.stalled().inFlight(),
                    row.limit(),
                    row.stalled().residentBefore() / MB,
                    row.stalled().resident() / MB,
                    row.residentAfter() / MB,
                    boundMb(options),
                    row.unacknowledged(),
                    row.falselyAcknowledged(),
                    row.comparison().twice()));
        }
        return table.toString();
    }
}
