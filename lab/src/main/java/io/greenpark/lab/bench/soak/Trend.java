package io.greenpark.lab.bench.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a figure went over time. Its slope is Theil and Sen's, the median of the slopes between all pairs: single peaks do
 * not move it, and up to three parts in ten of the values may be wrong altogether.
 */
record Trend(double perSecond, double median, double largest) {
    /** Pairs grow with the square; long series are thinned out to so many values. */
    private static final int MOST_VALUES = 500;

    /** A value at a time. */
    record Value(double second, double value) {}

    static List<Value> values(List<SoakSample> samples, ToDoubleFunction<SoakSample> figure) {
        return samples.stream()
                .map(s -> new Value(s.second(), figure.applyAsDouble(s)))
                .toList();
    }

    /** The trend of at least one value. */
    static Trend of(List<Value> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a trend needs at least one value");
        }
        double[] sorted = values.stream().mapToDouble(Value::value).sorted().toArray();
        return new Trend(slope(thinned(values)), middle(sorted), sorted[sorted.length - 1]);
    }

    /**
     * The smallest value of each of some equal parts of the time. Of a heap in use that is what stays after collections: in
     * between it rises with garbage as far as it may.
     */
    static List<Value> lowest(List<Value> values, int parts) {
        List<Value> lowest = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = values.size() * part / parts;
            int to = values.size() * (part + 1) / parts;
            values.subList(from, to).stream()
                    .min(Comparator.comparingDouble(Value::value))
                    .ifPresent(lowest::add);
        }
        return lowest;
    }

    private static List<Value> thinned(List<Value> values) {
        int step = (values.size() + MOST_VALUES - 1) / MOST_VALUES;
        List<Value> some = new ArrayList<>();
        for (int i = 0; i < values.size(); i += step) {
            some.add(values.get(i));
        }
        return some;
    }

    private static double slope(List<Value> values) {
        double[] slopes = new double[values.size() * (values.size() - 1) / 2];
        int n = 0;
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                double seconds = values.get(j).second() - values.get(i).second();
                slopes[n++] = (values.get(j).value() - values.get(i).value()) / seconds;
            }
        }
        Arrays.sort(slopes);
        return n == 0 ? 0 : middle(slopes);
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double perHour() {
        return perSecond * 3_600;
    }
}
