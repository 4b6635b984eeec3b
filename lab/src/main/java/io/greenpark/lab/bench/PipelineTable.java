package io.greenpark.lab.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of the whole way as text. */
final class PipelineTable {
    static final String INTAKE = "intake alone";
    static final String WHOLE = "intake, books, alerts";
    static final String WITH_INFLUX = "the same and InfluxDB";

    private static final double MB = 1 << 20;

    private PipelineTable() {}

    /** What the figures depend on. */
    static String conditions(PipelineOptions options, long fsyncMicros) {
        return String.join(
                System.lineSeparator(),
                BenchTable.machine(fsyncMicros),
                String.format(
                        Locale.ROOT,
                        "load       MQTT 3.1.1 QoS 1, %d connections, %d values a message, %d days at 15 minutes = %,d readings,",
                        options.devices(),
                        PipelinePark.POINTS_PER_DEVICE,
                        options.days(),
                        options.messagesPerDevice() * options.devices() * PipelinePark.POINTS_PER_DEVICE),
                "           in order of time, as fast as they are acknowledged; of ten points six registers, two amounts of a",
                "           quarter hour, two gauges with a limit",
                "servers    greenpark run, every PUBACK after the log's fsync, every other setting as nobody changed it; "
                        + String.join(" ", PipelineServer.JVM_OPTIONS),
                "           sustained: readings by the time from the first message until no reader has a lag",
                "");
    }

    /** One line a row, with its ratio to the first. */
    static String of(List<PipelineRun> rows) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-22s %13s %13s %8s %8s %9s %12s %10s  %s%n",
                "rooms",
                "acknowl./s",
                "sustained/s",
                "x intake",
                "whole s",
                "cpu us/r",
                "resident MB",
                "disk B/r",
                "largest lag of a reader"));
        for (PipelineRun row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-22s %,13.0f %,13.0f %8.2f %8.1f %9.1f %12.0f %10.0f  %s%n",
                    row.name(),
                    row.load().readingsPerSecond(),
                    row.readingsPerSecond(),
                    row.readingsPerSecond() / rows.get(0).readingsPerSecond(),
                    row.whole().toNanos() / 1e9,
                    row.cpu().toNanos() / 1e3 / row.load().readings(),
                    row.residentBytes() / MB,
                    (double) row.diskBytes() / row.load().readings(),
                    lags(row.lags())));
        }
        return table.toString();
    }

    private static String lags(Map<String, Long> lags) {
        return lags.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("-");
    }
}
