package io.greenpark.lab.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The course of a soak as an SVG: panels one below the other over the same minutes. */
final class SoakPlot {
    private static final double MB = 1 << 20;

    private SoakPlot() {}

    static String of(SoakResult result) {
        List<SoakSample> samples = result.samples();
        List<ChartPanel> panels = new ArrayList<>();
        panels.add(new ChartPanel(
                "memory, MB",
                List.of(
                        new ChartPanel.Line("resident", Trend.values(samples, s -> s.residentBytes() / MB)),
                        new ChartPanel.Line("heap in use", Trend.values(samples, s -> s.heapBytes() / MB)),
                        new ChartPanel.Line("direct", Trend.values(samples, s -> s.directBytes() / MB)))));
        panels.add(new ChartPanel("lag, seconds of the load", lags(result)));
        panels.add(new ChartPanel(
                "acknowledged after, ms",
                List.of(
                        new ChartPanel.Line(
                                "p99", Trend.values(samples, s -> s.latency().p99Micros() / 1e3)),
                        new ChartPanel.Line(
                                "p50", Trend.values(samples, s -> s.latency().p50Micros() / 1e3)))));
        panels.add(new ChartPanel(
                "readings/s",
                List.of(new ChartPanel.Line("acknowledged", Trend.values(samples, SoakSample::readingsPerSecond)))));
        panels.add(new ChartPanel(
                "processors busy", List.of(new ChartPanel.Line("server", Trend.values(samples, SoakSample::cpus)))));
        return SvgChart.of(
                panels,
                result.options().duration().toMillis() / 1e3,
                result.options().warmUp().toMillis() / 1e3);
    }

    private static List<ChartPanel.Line> lags(SoakResult result) {
        TreeSet<String> readers = new TreeSet<>();
        result.samples().forEach(s -> readers.addAll(s.lags().keySet()));
        readers.removeIf(r -> result.samples().stream().allMatch(s -> s.lags().getOrDefault(r, 0L) == 0));
        return readers.stream()
                .map(r -> new ChartPanel.Line(
                        r, Trend.values(result.samples(), s -> s.lags().getOrDefault(r, 0L) / result.rate())))
                .toList();
    }
}
