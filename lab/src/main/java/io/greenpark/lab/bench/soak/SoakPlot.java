package io.greenpark.lab.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The course of a soak as an SVG: panels one below the other over the same minutes. */
final class SoakPlot {
    private static final double MB = 1 << 20;

    private SoakPlot() {}

    static String of(SoakResult result) {
        List<Sample> samples = result.samples();
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(
                "memory, MB",
                List.of(
                        new Panel.Line("resident", Trend.values(samples, s -> s.residentBytes() / MB)),
                        new Panel.Line("heap in use", Trend.values(samples, s -> s.heapBytes() / MB)),
                        new Panel.Line("direct", Trend.values(samples, s -> s.directBytes() / MB)))));
        panels.add(new Panel("lag, seconds of the load", lags(result)));
        panels.add(new Panel(
                "acknowledged after, ms",
                List.of(
                        new Panel.Line("p99", Trend.values(samples, s -> s.p99Micros() / 1e3)),
                        new Panel.Line("p50", Trend.values(samples, s -> s.p50Micros() / 1e3)))));
        panels.add(new Panel(
                "readings/s",
                List.of(new Panel.Line("acknowledged", Trend.values(samples, Sample::readingsPerSecond)))));
        panels.add(
                new Panel("processors busy", List.of(new Panel.Line("server", Trend.values(samples, Sample::cpus)))));
        return SvgChart.of(
                panels,
                result.options().duration().toMillis() / 1e3,
                result.options().warmUp().toMillis() / 1e3);
    }

    private static List<Panel.Line> lags(SoakResult result) {
        TreeSet<String> readers = new TreeSet<>();
        result.samples().forEach(s -> readers.addAll(s.lags().keySet()));
        readers.removeIf(r -> result.samples().stream().allMatch(s -> s.lags().getOrDefault(r, 0L) == 0));
        return readers.stream()
                .map(r -> new Panel.Line(
                        r, Trend.values(result.samples(), s -> s.lags().getOrDefault(r, 0L) / result.rate())))
                .toList();
    }
}
