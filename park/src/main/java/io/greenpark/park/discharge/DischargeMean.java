package io.greenpark.park.discharge;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.energy.SamplePeriod;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.time.ParkTime;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic means of a discharge point over an hour or a day: of all valid samples ({@link MeanValidity}) whose time, or
 * whose period if the point has one, lies inside. A sample that is already the mean of the hour or day is taken as it is;
 * a day's mean belongs to no hour. Values are in the unit of the point's newest facts, ratios applied.
 */
public final class DischargeMean {
    private DischargeMean() {}

    /**
     * A mean.
     *
     * @param mean sixteen significant digits; null if there is no valid sample
     * @param validSamples how many samples it rests on
     * @param completeness valid samples as a share of those expected, at most 1
     */
    public record Mean(@Nullable BigDecimal mean, int validSamples, double completeness, Quality quality) {}

    /**
     * What some samples contribute to a mean: parts of one mean add up, exactly and in any order.
     *
     * @param sum of the valid samples
     * @param validSamples how many there are
     */
    public record Part(BigDecimal sum, int validSamples) {
        /** Of no samples. */
        public static final Part NONE = new Part(BigDecimal.ZERO, 0);

        public Part plus(Part other) {
            return new Part(sum.add(other.sum), validSamples + other.validSamples);
        }
    }

    /** The part that samples have in the mean over {@code [fromMs, toMs)}; those that do not belong to it have none. */
    public static Part part(Point point, ParkTime time, List<Sample> samples, long fromMs, long toMs) {
        BigDecimal sum = BigDecimal.ZERO;
        int valid = 0;
        for (Sample s : samples) {
            PointFacts facts = SamplePeriod.facts(point, s.timeMs());
            if (MeanValidity.isValid(s) && facts != null && inside(facts, time, s.timeMs(), fromMs, toMs)) {
                sum = sum.add(value(point, facts, s));
                valid++;
            }
        }
        return new Part(sum, valid);
    }

    /**
     * The mean over {@code [fromMs, toMs)}, the bounds of a statistical hour or day of {@code time}.
     *
     * @param samples in order of time, at least all whose period touches the window
     * @param correctedMs times at which a later reading replaced a differing one
     */
    public static Mean over(
            Point point, ParkTime time, List<Sample> samples, List<Long> correctedMs, long fromMs, long toMs) {
        return of(point, time, part(point, time, samples, fromMs, toMs), correctedMs, fromMs, toMs);
    }

    /** The same from the parts of all samples. */
    public static Mean of(Point point, ParkTime time, Part whole, List<Long> correctedMs, long fromMs, long toMs) {
        int valid = whole.validSamples();
        boolean corrected = correctedMs.stream().anyMatch(t -> {
            PointFacts facts = SamplePeriod.facts(point, t);
            return facts != null && inside(facts, time, t, fromMs, toMs);
        });
        double completeness = completeness(point, fromMs, toMs, valid);
        BigDecimal mean = valid == 0 ? null : whole.sum().divide(BigDecimal.valueOf(valid), MathContext.DECIMAL64);
        return new Mean(mean, valid, completeness, quality(valid, completeness, corrected));
    }

    private static boolean inside(PointFacts facts, ParkTime time, long timeMs, long fromMs, long toMs) {
        if (facts.kind() != PointKind.GAUGE) {
            return false;
        }
        if (facts.period().isZero()) {
            return fromMs <= timeMs && timeMs < toMs;
        }
        SamplePeriod period = SamplePeriod.of(facts, time, timeMs);
        return fromMs <= period.startMs() && period.endMs() <= toMs;
    }

    private static BigDecimal value(Point point, PointFacts facts, Sample s) {
        BigDecimal sent = BigDecimal.valueOf(s.value()).multiply(facts.effectiveRatio());
        PointFacts current = point.currentFacts();
        return facts.unit() == current.unit()
                ? sent
                : facts.unit().toBase(sent).divide(current.unit().perBase(), MathContext.DECIMAL64);
    }

    private static double completeness(Point point, long fromMs, long toMs, int valid) {
        PointFacts facts = SamplePeriod.facts(point, fromMs);
        PointFacts used = facts == null ? point.facts().get(0) : facts;
        long due = Math.max(
                1,
                used.period().isZero()
                        ? used.expectedInterval().toMillis()
                        : used.period().toMillis());
        long expected = Math.max(1, Math.round((double) (toMs - fromMs) / due));
        return Math.min(1.0, (double) valid / expected);
    }

    private static Quality quality(int valid, double completeness, boolean corrected) {
        if (valid == 0) {
            return Quality.MISSING;
        }
        if (corrected) {
            return Quality.CORRECTED;
        }
        return completeness < 1 ? Quality.PARTIAL : Quality.MEASURED;
    }
}
