package io.greenpark.operations.monitor;

import io.greenpark.store.commit.Distribution;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds metrics, one family per call. Names follow Prometheus: base units; {@code _total} is added to counters. */
final class MetricFamilies {
    /** A value with its labels, names and values alternating. */
    record MetricSample(double value, String... labels) {}

    private MetricFamilies() {}

    static MetricSample sample(double value, String... labels) {
        return new MetricSample(value, labels);
    }

    /** What only grows while the process lives. */
    static MetricSnapshot counter(String name, String help, List<MetricSample> samples) {
        List<CounterDataPointSnapshot> points = new ArrayList<>();
        samples.forEach(s -> points.add(new CounterDataPointSnapshot(s.value(), labels(s), null, 0)));
        return new CounterSnapshot(new MetricMetadata(name, help), points);
    }

    static MetricSnapshot counter(String name, String help, double value) {
        return counter(name, help, List.of(sample(value)));
    }

    /** What goes up and down. */
    static MetricSnapshot gauge(String name, String help, List<MetricSample> samples) {
        List<GaugeDataPointSnapshot> points = new ArrayList<>();
        samples.forEach(s -> points.add(new GaugeDataPointSnapshot(s.value(), labels(s), null)));
        return new GaugeSnapshot(new MetricMetadata(name, help), points);
    }

    static MetricSnapshot gauge(String name, String help, @Nullable Double value) {
        return gauge(name, help, value == null ? List.of() : List.of(sample(value)));
    }

    /** What only has labels; its name gets {@code _info}. */
    static MetricSnapshot info(String name, String help, String... labels) {
        InfoDataPointSnapshot point = new InfoDataPointSnapshot(Labels.of(labels));
        return new InfoSnapshot(new MetricMetadata(name, help), List.of(point));
    }

    /** @param perUnit how many of the distribution's figures make one of the metric's unit */
    static MetricSnapshot histogram(String name, String help, Distribution distribution, double perUnit) {
        List<Number> counts = new ArrayList<>(distribution.counts());
        List<Double> bounds = new ArrayList<>();
        distribution.bounds().forEach(b -> bounds.add(b / perUnit));
        bounds.add(Double.POSITIVE_INFINITY);
        HistogramDataPointSnapshot point = new HistogramDataPointSnapshot(
                ClassicHistogramBuckets.of(bounds, counts), distribution.sum() / perUnit, Labels.EMPTY, null, 0);
        return new HistogramSnapshot(new MetricMetadata(name, help), List.of(point));
    }

    private static Labels labels(MetricSample sample) {
        return Labels.of(sample.labels());
    }
}
