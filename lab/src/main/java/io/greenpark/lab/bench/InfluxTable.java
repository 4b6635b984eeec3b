package io.greenpark.lab.bench;

import io.greenpark.influx.AdaptiveRateConfig;
import java.util.List;
import java.util.Locale;

/** The figures of {@link InfluxBench} as text. */
final class InfluxTable {
    static final String BARE = "bare client";
    static final String GREENPARK = "Greenpark";

    private InfluxTable() {}

    /** What the figures depend on. */
    static String conditions(InfluxBenchOptions options, String server, long fsyncMicros) {
        AdaptiveRateConfig pace = AdaptiveRateConfig.defaults();
        return String.join(
                System.lineSeparator(),
                String.format(
                        Locale.ROOT,
                        "machine    %d processors shared with influxd, %s %s, Java %s, one fsync %.2f ms",
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.version"),
                        fsyncMicros / 1_000.0),
                String.format(
                        Locale.ROOT,
                        "load       %,d readings of 1,000 gauges, %d lines a request, %d requests at a time, not compressed",
                        options.readings(),
                        pace.batch(),
                        pace.requests()),
                "server     " + server + ", started anew for every row",
                "clients    Greenpark: the writer from log to committed position, lines built on the way",
                "           bare client: influxdb-java with the same lines, prepared before the clock runs",
                "");
    }

    /** One line a measurement, and the ratio of each round; the round that warms up is shown and not counted. */
    static String of(List<InfluxDrain> rows) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-8s %-12s %12s %14s %10s %8s%n",
                "round",
                "client",
                "lines/s",
                "influxd cpu s",
                "own cpu s",
                "x bare"));
        for (InfluxDrain row : rows) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-8s %-12s %,12.0f %14.1f %10.1f %8.2f%n",
                    row.round() == 0 ? "warm-up" : String.valueOf(row.round()),
                    row.client(),
                    row.linesPerSecond(),
                    row.serverCpu().toMillis() / 1_000.0,
                    row.ownCpu().toMillis() / 1_000.0,
                    row.linesPerSecond() / of(rows, row.round(), BARE).linesPerSecond()));
        }
        double[] ratios = rows.stream()
                .filter(r -> r.round() > 0 && r.client().equals(GREENPARK))
                .mapToDouble(r -> r.linesPerSecond() / of(rows, r.round(), BARE).linesPerSecond())
                .sorted()
                .toArray();
        return table.append(String.format(
                        Locale.ROOT,
                        "%nGreenpark drains at %.2f times the bare client's rate (median of %d rounds)",
                        ratios[ratios.length / 2],
                        ratios.length))
                .toString();
    }

    private static InfluxDrain of(List<InfluxDrain> rows, int round, String client) {
        return rows.stream()
                .filter(r -> r.round() == round && r.client().equals(client))
                .findFirst()
                .orElseThrow();
    }
}
