package io.greenpark.park.discharge;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.sample.HourClock;
import io.greenpark.park.sample.PointArithmeticException;
import io.greenpark.park.sample.SampleFinding;
import io.greenpark.park.sample.SampleSpans;
import io.greenpark.park.sample.SampleSpans.Span;
import io.greenpark.park.time.ParkTime;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Means of a discharge point over hours and days: the sum of value x time over the time for which valid values stand
 * ({@link SampleSpans}) within it. A value that is already the mean of the hour or day is taken as it is; a day's mean
 * belongs to no hour. Values are in the unit of the point's newest facts, ratios applied.
 */
public final class DischargeMean {
    private final Point point;
    private final SampleSpans spans;
    private final List<Weighted> values;

    /** A value of the mean's unit and the time it stands for; no two have time in common. */
    private record Weighted(BigDecimal value, long startMs, long endMs, boolean period) {}

    /**
     * A mean.
     *
     * @param mean sixteen significant digits; null if no valid value stands for any of the time
     * @param validSamples how many samples it rests on
     * @param completeness the time for which valid values stand as a share of the whole
     */
    public record Mean(@Nullable BigDecimal mean, int validSamples, double completeness, Quality quality) {}

    /**
     * What some time brings to a mean: parts of one mean add up exactly.
     *
     * @param sum of value x milliseconds
     * @param coveredMs for which valid values stand
     * @param samples how many there are
     * @param carried how many of them began to stand before
     */
    public record Part(BigDecimal sum, long coveredMs, int samples, int carried) {
        /** Of no time. */
        public static final Part NONE = new Part(BigDecimal.ZERO, 0, 0, 0);

        /** This and the part of the time right after it. */
        public Part then(Part next) {
            return new Part(
                    sum.add(next.sum),
                    coveredMs + next.coveredMs,
                    samples + next.samples - Math.min(samples, next.carried),
                    carried);
        }
    }

    /** The least and the largest of some values. */
    public record Extremes(BigDecimal min, BigDecimal max) {}

    private DischargeMean(Point point, SampleSpans spans) {
        this.point = point;
        this.spans = spans;
        this.values = weighted(point, spans.spans());
    }

    /**
     * What samples say of any time of which all samples within {@link SampleSpans#reachMs} are given.
     *
     * @param samples in order of time, each time once
     * @param correctedMs times at which a later reading replaced a differing one
     * @param nowMs how late it is; no momentary value stands for time after it
     * @throws PointArithmeticException if it fails, which then is the matter of this point alone
     */
    public static DischargeMean of(
            Point point, ParkTime time, List<Sample> samples, List<Long> correctedMs, long nowMs) {
        return PointArithmeticException.of(
                point,
                () -> new DischargeMean(
                        point, SampleSpans.of(point, new HourClock(time), samples, correctedMs, true, nowMs)));
    }

    private static List<Weighted> weighted(Point point, List<Span> spans) {
        List<Weighted> values = new ArrayList<>(spans.size());
        long untilMs = Long.MIN_VALUE;
        for (Span s : inOrder(spans)) {
            long start = Math.max(s.startMs(), untilMs);
            if (s.facts().kind() == PointKind.GAUGE && start < s.endMs()) {
                values.add(new Weighted(value(point, s.facts(), s.sample()), start, s.endMs(), s.period()));
                untilMs = s.endMs();
            }
        }
        return values;
    }

    private static List<Span> inOrder(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).startMs() < spans.get(i - 1).startMs()) {
                List<Span> inOrder = new ArrayList<>(spans);
                inOrder.sort(Comparator.comparingLong(Span::startMs));
                return inOrder;
            }
        }
        return spans;
    }

    private static BigDecimal value(Point point, PointFacts facts, Sample s) {
        BigDecimal sent = BigDecimal.valueOf(s.value()).multiply(facts.effectiveRatio());
        PointFacts current = point.currentFacts();
        return facts.unit() == current.unit()
                ? sent
                : facts.unit().toBase(sent).divide(current.unit().perBase(), MathContext.DECIMAL64);
    }

    /** Samples that count nowhere, and why. */
    public List<SampleFinding> findings() {
        return spans.findings();
    }

    /** Up to when the value that stands for now will stand, if nothing else comes; see {@link SampleSpans#heldToMs}. */
    public long heldToMs() {
        return spans.heldToMs();
    }

    /**
     * What {@code [fromMs, toMs)} brings to a mean.
     *
     * @param longestMs periods longer than that do not count: those of a day are no means of an hour
     */
    public Part part(long fromMs, long toMs, long longestMs) {
        WeightedSum sum = new WeightedSum();
        int samples = 0;
        int carried = 0;
        for (int i = firstEndingAfter(fromMs);
                i < values.size() && values.get(i).startMs() < toMs;
                i++) {
            Weighted v = values.get(i);
            if (!v.period() || v.endMs() - v.startMs() <= longestMs) {
                sum.add(v.value(), Math.min(v.endMs(), toMs) - Math.max(v.startMs(), fromMs));
                samples++;
                carried += v.startMs() < fromMs ? 1 : 0;
            }
        }
        return new Part(sum.total(), sum.coveredMs, samples, carried);
    }

    /** The least and the largest value that stands in {@code [fromMs, toMs)}; null if none does. */
    public @Nullable Extremes extremes(long fromMs, long toMs) {
        Extremes extremes = null;
        for (int i = firstEndingAfter(fromMs);
                i < values.size() && values.get(i).startMs() < toMs;
                i++) {
            BigDecimal value = values.get(i).value();
            extremes = extremes == null
                    ? new Extremes(value, value)
                    : new Extremes(extremes.min().min(value), extremes.max().max(value));
        }
        return extremes;
    }

    /** Values that stand equally long one after the other are multiplied once. */
    private static final class WeightedSum {
        private BigDecimal sum = BigDecimal.ZERO;
        private BigDecimal ofLength = BigDecimal.ZERO;
        private long lengthMs;
        private long coveredMs;

        private void add(BigDecimal value, long ms) {
            if (ms != lengthMs) {
                sum = total();
                ofLength = BigDecimal.ZERO;
                lengthMs = ms;
            }
            ofLength = ofLength.add(value);
            coveredMs += ms;
        }

        private BigDecimal total() {
            return sum.add(ofLength.multiply(BigDecimal.valueOf(lengthMs)));
        }
    }

    private int firstEndingAfter(long timeMs) {
        int low = 0;
        int high = values.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values.get(middle).endMs() <= timeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The mean over {@code [fromMs, toMs)}, the bounds of a statistical hour or day. */
    public Mean over(long fromMs, long toMs) {
        return mean(part(fromMs, toMs, toMs - fromMs), fromMs, toMs);
    }

    /** The same from the parts of all of it. */
    public Mean mean(Part whole, long fromMs, long toMs) {
        if (whole.coveredMs() == 0) {
            return new Mean(null, 0, 0, Quality.MISSING);
        }
        BigDecimal mean = whole.sum().divide(BigDecimal.valueOf(whole.coveredMs()), MathContext.DECIMAL64);
        boolean corrected = spans.replaced().stream().anyMatch(r -> r.startMs() < toMs && r.endMs() > fromMs);
        boolean complete = whole.coveredMs() >= toMs - fromMs;
        Quality quality = corrected ? Quality.CORRECTED : complete ? Quality.MEASURED : Quality.PARTIAL;
        double completeness = Math.min(1.0, (double) whole.coveredMs() / (toMs - fromMs));
        return new Mean(mean, whole.samples(), completeness, quality);
    }
}
