package io.greenpark.accounting.check;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The means of one point, from its whole series (docs/arithmetic.md, section 3). */
final class PointMeans {
    private static final MathContext EXACT_ENOUGH = MathContext.DECIMAL128;

    private final Stays stays;
    private final ParkPeriods periods;

    PointMeans(List<PointValue> series, List<CheckedFacts> facts, ParkPeriods periods, long nowMs) {
        this.stays = Stays.of(series, facts, periods, nowMs);
        this.periods = periods;
    }

    /**
     * The mean of a period.
     *
     * @param completeness share of the period that valid values stand for
     */
    record Mean(Span period, BigDecimal mean, double completeness, Quality quality) {}

    private static final class Sum {
        final Span period;
        BigDecimal valueTime = BigDecimal.ZERO;
        long coveredMs;

        Sum(Span period) {
            this.period = period;
        }
    }

    /** By the start of hours or days; periods without a valid value are not in it. */
    Map<Long, Mean> means(Step step) {
        TreeMap<Long, Sum> sums = new TreeMap<>();
        for (Stay stay : stays.all()) {
            CheckedFacts f = stay.value().facts();
            boolean ofDay = f.periodMs() > ParkPeriods.HOUR_MS; // it says nothing of its hours
            if (f.kind() != PointKind.GAUGE || step == Step.HOUR && ofDay) {
                continue;
            }
            long at = stay.time().fromMs();
            while (at < stay.time().toMs()) {
                Sum sum = at(step, at, sums);
                Span part = stay.time().within(sum.period);
                BigDecimal real = stay.value().facts().real(stay.value().sent());
                sum.valueTime = sum.valueTime.add(real.multiply(BigDecimal.valueOf(part.length())));
                sum.coveredMs += part.length();
                at = sum.period.toMs();
            }
        }
        Map<Long, Mean> means = new TreeMap<>();
        sums.forEach((start, s) -> means.put(start, mean(s)));
        return means;
    }

    private Sum at(Step step, long atMs, TreeMap<Long, Sum> sums) {
        Map.Entry<Long, Sum> known = sums.floorEntry(atMs);
        if (known != null && atMs < known.getValue().period.toMs()) {
            return known.getValue();
        }
        Sum made = new Sum(periods.of(step, atMs));
        sums.put(made.period.fromMs(), made);
        return made;
    }

    private Mean mean(Sum s) {
        double completeness = (double) s.coveredMs / s.period.length();
        boolean corrected = stays.corrected().stream().anyMatch(s.period::overlaps);
        Quality quality =
                corrected ? Quality.CORRECTED : s.coveredMs < s.period.length() ? Quality.PARTIAL : Quality.MEASURED;
        BigDecimal mean = s.valueTime.divide(BigDecimal.valueOf(s.coveredMs), EXACT_ENOUGH);
        return new Mean(s.period, mean, completeness, quality);
    }
}
