package io.greenpark.lab.bench;

import io.greenpark.influx.AdaptiveRateConfig;
import io.greenpark.lab.report.Conditions;
import io.greenpark.lab.report.TextTable;
import java.util.List;

/** The figures of {@link InfluxBench} as text. */
final class InfluxTable {
    static final String BARE = "bare client";
    static final String GREENPARK = "Greenpark";

    private InfluxTable() {}

    static String conditions(InfluxBenchOptions options, String server, long fsyncMicros) {
        AdaptiveRateConfig rate = AdaptiveRateConfig.defaults();
        return new Conditions()
                .machine("influxd", fsyncMicros)
                .add(
                        "load",
                        "%,d readings of 1,000 gauges, %d lines per request, %d requests at a time, not compressed",
                        options.readings(),
                        rate.batch(),
                        rate.requests())
                .add("server", server + ", started anew for every row")
                .add("clients", """
                        Greenpark: the writer from log to committed position, lines built on the way
                        bare client: influxdb-java with the same lines, prepared before the clock runs
                        """)
                .toString();
    }

    /** One line per drain, and the ratio of each round; the round that warms up is shown and not counted. */
    static String of(List<InfluxDrain> drains) {
        double[] ratios = drains.stream()
                .filter(d -> d.round() > 0 && d.client().equals(GREENPARK))
                .mapToDouble(d -> ratio(d, drains))
                .sorted()
                .toArray();
        return new TextTable<InfluxDrain>()
                        .words("round", 8, d -> d.round() == 0 ? "warm-up" : String.valueOf(d.round()))
                        .words("client", 12, InfluxDrain::client)
                        .rate("lines/s", 12, InfluxDrain::linesPerSecond)
                        .decimal("influxd cpu s", 14, 1, d -> d.serverCpu().toMillis() / 1e3)
                        .decimal("own cpu s", 10, 1, d -> d.ownCpu().toMillis() / 1e3)
                        .decimal("x bare", 8, 2, d -> ratio(d, drains))
                        .plain(drains)
                + "%nGreenpark drains at %.2f times the bare client's rate (median of %d rounds)"
                        .formatted(ratios[ratios.length / 2], ratios.length);
    }

    private static double ratio(InfluxDrain drain, List<InfluxDrain> drains) {
        return drains.stream()
                .filter(d -> d.round() == drain.round() && d.client().equals(BARE))
                .mapToDouble(d -> drain.linesPerSecond() / d.linesPerSecond())
                .findFirst()
                .orElseThrow();
    }
}
