package io.greenpark.accounting.check;

import io.greenpark.park.energy.Quality;
import io.greenpark.park.time.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The amounts of one point in the periods of one length, added up (docs/arithmetic.md, sections 5 and 6). */
final class Amounts {
    private static final BigDecimal HOUR = BigDecimal.valueOf(ParkPeriods.HOUR_MS);
    private static final BigDecimal MOST = new BigDecimal("1e15");
    private static final long MINUTE_MS = 60_000;

    private final Step step;
    private final ParkPeriods periods;
    private final TreeMap<Long, Sum> byStart = new TreeMap<>();

    Amounts(Step step, ParkPeriods periods) {
        this.step = step;
        this.periods = periods;
    }

    /** A period's amount while it is added up, in base units times milliseconds in an hour, so that nothing is rounded. */
    private static final class Sum {
        final Span period;
        BigDecimal exact = BigDecimal.ZERO;
        long coveredMs;
        long estimatedMs;
        long estimated;
        boolean corrected;

        Sum(Span period) {
            this.period = period;
        }
    }

    /**
     * The amount of a period.
     *
     * @param amount in base units
     * @param estimated how much of the amount is estimated
     */
    record Amount(Span period, long amount, long coveredMs, long estimated, long estimatedMs, boolean corrected) {
        Quality quality() {
            if (coveredMs < period.length()) {
                return Quality.PARTIAL;
            }
            if (corrected) {
                return Quality.CORRECTED;
            }
            return estimatedMs > 0 ? Quality.ESTIMATED : Quality.MEASURED;
        }
    }

    /** By the starts of the periods that have any. */
    Map<Long, Amount> all() {
        Map<Long, Amount> all = new TreeMap<>();
        byStart.forEach((start, s) -> all.put(start, amount(s)));
        return all;
    }

    private static Amount amount(Sum s) {
        BigDecimal base = s.exact.divide(HOUR, 0, RoundingMode.HALF_UP);
        if (base.abs().compareTo(MOST) > 0) {
            throw new ArithmeticException(base.toPlainString() + " is more than an amount can be");
        }
        long amount = base.longValueExact();
        return new Amount(s.period, amount, s.coveredMs, s.estimated, s.estimatedMs, s.corrected);
    }

    /** A rise, spread evenly over its time. */
    void add(Rise rise) {
        long at = rise.time().fromMs();
        while (at < rise.time().toMs()) {
            Sum sum = at(at);
            Span part = rise.time().within(sum.period);
            long share = rise.share(part);
            sum.exact = sum.exact.add(BigDecimal.valueOf(share).multiply(HOUR));
            sum.coveredMs += part.length();
            if (rise.estimable() && crossesAnEnd(rise.time(), sum.period)) {
                sum.estimated += share;
                sum.estimatedMs += part.length();
            }
            at = sum.period.toMs();
        }
    }

    private boolean crossesAnEnd(Span time, Span period) {
        long margin =
                switch (step) {
                    case HOUR -> 0;
                    case DAY -> MINUTE_MS;
                    case MONTH -> CheckedFacts.DAY_MS;
                };
        return time.crosses(period.fromMs(), margin) || time.crosses(period.toMs(), margin);
    }

    /** What flows at a rate, in base units an hour. */
    void addFlow(Span time, BigDecimal perHour, boolean estimable) {
        long at = time.fromMs();
        while (at < time.toMs()) {
            Sum sum = at(at);
            Span part = time.within(sum.period);
            BigDecimal flown = perHour.multiply(BigDecimal.valueOf(part.length()));
            sum.exact = sum.exact.add(flown);
            sum.coveredMs += part.length();
            if (estimable && crossesAnEnd(time, sum.period)) {
                sum.estimated += flown.divide(HOUR, 0, RoundingMode.HALF_UP).longValueExact();
                sum.estimatedMs += part.length();
            }
            at = sum.period.toMs();
        }
    }

    /** An amount of a time within one period. */
    void addWithin(Span time, BigDecimal amount) {
        Sum sum = at(time.fromMs());
        sum.exact = sum.exact.add(amount.multiply(HOUR));
        sum.coveredMs += time.length();
    }

    /** Whether a stretch lies in one period. */
    boolean isWithinOne(Span time) {
        return time.toMs() <= periods.of(step, time.fromMs()).toMs();
    }

    private Sum at(long atMs) {
        Map.Entry<Long, Sum> known = byStart.floorEntry(atMs);
        if (known != null && atMs < known.getValue().period.toMs()) {
            return known.getValue();
        }
        Span period = periods.of(step, atMs);
        Sum made = new Sum(period);
        byStart.put(period.fromMs(), made);
        return made;
    }

    /** Says of the amounts there are in these times that a differing value was replaced. */
    void correct(List<Span> times) {
        for (Span time : times) {
            Long first = byStart.floorKey(time.fromMs());
            byStart.subMap(first == null ? time.fromMs() : first, time.toMs())
                    .values()
                    .forEach(s -> s.corrected |= s.period.overlaps(time));
        }
    }
}
