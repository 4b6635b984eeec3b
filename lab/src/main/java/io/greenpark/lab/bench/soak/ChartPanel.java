package io.greenpark.lab.bench.soak;

import java.util.List;

/** Lines over the same time and with the same measure. */
record ChartPanel(String title, List<Line> lines) {
    /** A figure over time. */
    record Line(String name, List<Trend.Value> values) {}

    ChartPanel {
        lines = List.copyOf(lines);
    }

    /** The largest value; at least a little, so that there is a scale. */
    double largest() {
        return lines.stream().flatMap(l -> l.values().stream()).mapToDouble(Trend.Value::value).max().stream()
                .map(most -> Math.max(most, 0.01))
                .findFirst()
                .orElse(1);
    }
}
