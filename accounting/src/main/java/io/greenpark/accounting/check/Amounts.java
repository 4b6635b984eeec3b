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
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final long MINUTE_MS = 60_000;

    private final Step step;
    private final Step seenFrom;
    private final ParkPeriods periods;
    private final TreeMap<Long, Sum> byStart = new TreeMap<>();

    Amounts(Step step, ParkPeriods periods) {
        this(step, step, periods);
    }

    /** @param seenFrom the hour, day or month across whose ends a rise is estimated */
    Amounts(Step step, Step seenFrom, ParkPeriods periods) {
        this.step = step;
        this.seenFrom = seenFrom;
        this.periods = periods;
    }

    /** A period's amount while it is added up, in base units times milliseconds in an hour, so that nothing is rounded. */
    private static final class Sum {
        final Span period;
        final CoveredTime covered = new CoveredTime();
        final CoveredTime estimatedTime = new CoveredTime();
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal estimated = BigDecimal.ZERO;
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
        private Amount plus(Amount hour) {
            long both = within64Bits(BigDecimal.valueOf(amount).add(BigDecimal.valueOf(hour.amount)));
            return new Amount(period, both, coveredMs + hour.coveredMs, estimated, estimatedMs, corrected);
        }

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

    /** The same periods as sums of their hours, which are whole numbers; what is estimated is seen from the periods. */
    Map<Long, Amount> sums(Map<Long, Amount> hours) {
        Map<Long, Amount> sums = new TreeMap<>();
        all().forEach((start, a) ->
                sums.put(start, new Amount(a.period, 0, 0, a.estimated, a.estimatedMs, a.corrected)));
        hours.values()
                .forEach(h -> sums.computeIfPresent(
                        periods.of(step, h.period.fromMs()).fromMs(), (start, sum) -> sum.plus(h)));
        return sums;
    }

    private static Amount amount(Sum s) {
        long amount = within64Bits(s.exact.divide(HOUR, 0, RoundingMode.HALF_UP));
        long estimated = within64Bits(s.estimated);
        return new Amount(s.period, amount, s.covered.ms(), estimated, s.estimatedTime.ms(), s.corrected);
    }

    /** A sum beyond that is the largest that there is. */
    private static long within64Bits(BigDecimal sum) {
        return sum.min(LARGEST).max(LARGEST.negate()).longValueExact();
    }

    /** A rise, spread evenly over its time. */
    void add(Rise rise) {
        long at = rise.time().fromMs();
        while (at < rise.time().toMs()) {
            Sum sum = at(at);
            Span part = rise.time().within(sum.period);
            long share = rise.share(part);
            sum.exact = sum.exact.add(BigDecimal.valueOf(share).multiply(HOUR));
            sum.covered.add(part);
            if (rise.over() != null && crossesAnEnd(rise.over(), at)) {
                sum.estimated = sum.estimated.add(BigDecimal.valueOf(share));
                sum.estimatedTime.add(part);
            }
            at = sum.period.toMs();
        }
    }

    private boolean crossesAnEnd(Span time, long atMs) {
        Span period = periods.of(seenFrom, atMs);
        long margin =
                switch (seenFrom) {
                    case HOUR -> 0;
                    case DAY -> MINUTE_MS;
                    case MONTH -> CheckedFacts.DAY_MS;
                };
        return time.crosses(period.fromMs(), margin) || time.crosses(period.toMs(), margin);
    }

    /** What flows at a rate, in base units an hour. */
    void addFlow(Span time, BigDecimal perHour) {
        long at = time.fromMs();
        while (at < time.toMs()) {
            Sum sum = at(at);
            Span part = time.within(sum.period);
            sum.exact = sum.exact.add(perHour.multiply(BigDecimal.valueOf(part.length())));
            sum.covered.add(part);
            at = sum.period.toMs();
        }
    }

    /** An amount of a time within one period, times milliseconds in an hour. */
    void addWithin(Span time, BigDecimal hourTimes) {
        Sum sum = at(time.fromMs());
        sum.exact = sum.exact.add(hourTimes);
        sum.covered.add(time);
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
