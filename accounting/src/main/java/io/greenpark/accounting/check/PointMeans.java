package io.greenpark.accounting.check;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
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
    private final Unit unit;

    PointMeans(List<PointValue> series, List<CheckedFacts> facts, ParkPeriods periods, long nowMs) {
        this.stays = Stays.of(series, facts, periods, true, nowMs);
        this.periods = periods;
        this.unit = facts.get(facts.size() - 1).unit();
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
        return means(step, List.of(new Span(Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    /** Of the times that count, which are in order and have none in common. */
    Map<Long, Mean> means(Step step, List<Span> counting) {
        TreeMap<Long, Sum> sums = new TreeMap<>();
        long passedMs = Long.MIN_VALUE;
        for (Stay stay : stays.all()) {
            if (stay.value().facts().kind() == PointKind.GAUGE) {
                // What neighbours have in common is the earlier one's.
                Span time = new Span(
                        Math.max(passedMs, stay.time().fromMs()), stay.time().toMs());
                add(stay, time, step, counting, sums);
                passedMs = Math.max(passedMs, time.toMs());
            }
        }
        Map<Long, Mean> means = new TreeMap<>();
        sums.forEach((start, s) -> {
            if (s.coveredMs > 0) {
                means.put(start, mean(s));
            }
        });
        return means;
    }

    /** The mean of a day says nothing of its hours. */
    private void add(Stay stay, Span time, Step step, List<Span> counting, TreeMap<Long, Sum> sums) {
        BigDecimal value = inNewestUnit(stay.value());
        boolean period = stay.value().facts().hasPeriod();
        long at = time.fromMs();
        while (at < time.toMs()) {
            Span whole = periods.of(step, at);
            if (!period || time.length() <= whole.length()) {
                Sum sum = sums.computeIfAbsent(whole.fromMs(), start -> new Sum(whole));
                Span within = time.within(whole);
                long ms = counting.stream()
                        .mapToLong(span -> span.within(within).length())
                        .sum();
                sum.valueTime = sum.valueTime.add(value.multiply(BigDecimal.valueOf(ms)));
                sum.coveredMs += ms;
            }
            at = whole.toMs();
        }
    }

    private BigDecimal inNewestUnit(PointValue v) {
        BigDecimal real = v.facts().real(v.sent());
        return v.facts().unit() == unit ? real : v.facts().unit().toBase(real).divide(unit.perBase(), EXACT_ENOUGH);
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
