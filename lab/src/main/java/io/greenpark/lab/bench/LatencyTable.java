package io.greenpark.lab.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Waiting times as text. */
final class LatencyTable {
    static final String INGEST = "Greenpark, ingest alone";
    static final String ALL_ROLES = "Greenpark, all roles";

    private LatencyTable() {}

    /** What the figures depend on. */
    static String conditions(LatencyOptions options, String mosquitto, long fsyncMicros) {
        return String.join(
                System.lineSeparator(),
                BenchTable.machine(fsyncMicros),
                String.format(
                        Locale.ROOT,
                        "load       MQTT 3.1.1 QoS 1, %d connections, %d values a message, %d s a row, by a schedule: %s"
                                + " messages/s;",
                        options.connections(),
                        PipelinePark.POINTS_PER_DEVICE,
                        options.duration().toSeconds(),
                        options.rates().stream()
                                .map(r -> String.format(Locale.ROOT, "%,d", r))
                                .collect(Collectors.joining(", "))),
                "           a message counts from when it was due until its PUBACK; device times a quarter of an hour apart",
                "servers    Greenpark: every PUBACK after the log's fsync; ingest alone "
                        + String.join(" ", JavaServer.JVM_OPTIONS) + ", all roles",
                "           (intake, books, alerts, API) " + String.join(" ", PipelineServer.JVM_OPTIONS),
                "           discard listener: Vert.x MqttServer that acknowledges at once and keeps nothing",
                "           " + mosquitto + ": persistence on, no queue bound, one persistent QoS 1 subscriber;"
                        + " it does not fsync before it acknowledges",
                "");
    }

    /** One line a server and rate, its p99 beside those of the baselines at the same rate. */
    static String of(List<LatencyRun> rows) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-24s %8s %12s %8s %8s %8s %14s %16s%n",
                "server",
                "asked/s",
                "acknowl./s",
                "p50 ms",
                "p99 ms",
                "max ms",
                "p99 x discard",
                "p99 x Mosquitto"));
        for (LatencyRun row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-24s %,8d %,12.0f %8.2f %8.2f %8.1f %14.2f %16.2f%n",
                    row.server(),
                    row.rate(),
                    row.result().messagesPerSecond(),
                    row.result().p50Micros() / 1_000.0,
                    row.result().p99Micros() / 1_000.0,
                    row.result().maxMicros() / 1_000.0,
                    ratio(row, rows, BenchTable.DISCARD),
                    ratio(row, rows, BenchTable.MOSQUITTO)));
        }
        return table.toString();
    }

    /** From reading to case; says so where there was no InfluxDB. */
    static String ofCases(Optional<CaseTimes> measured) {
        if (measured.isEmpty()) {
            return "influxd was not found, so the time from reading to case is left out."
                    + " Install it: apt-get install influxdb";
        }
        CaseTimes result = measured.get();
        return String.format(
                Locale.ROOT,
                "%n%-24s %8s %8s %8s %8s  %s%n%-24s %,8d %8.0f %8.0f %8.0f  %,d when the first reading came, %,d with the last"
                        + " case%n",
                "from reading to case",
                "cases",
                "p50 ms",
                "p99 ms",
                "max ms",
                "backlog of the InfluxDB writer",
                "limit-exceeded",
                result.sortedMicros().length,
                result.percentile(0.5) / 1_000.0,
                result.percentile(0.99) / 1_000.0,
                result.percentile(1) / 1_000.0,
                result.lagAtFirst(),
                result.lagAtLast());
    }

    private static double ratio(LatencyRun row, List<LatencyRun> rows, String baseline) {
        return rows.stream()
                .filter(r -> r.server().equals(baseline) && r.rate() == row.rate())
                .mapToDouble(r -> (double) row.result().p99Micros()
                        / Math.max(1, r.result().p99Micros()))
                .findFirst()
                .orElse(Double.NaN);
    }
}
