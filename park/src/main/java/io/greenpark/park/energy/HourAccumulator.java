package io.greenpark.park.energy;

import io.greenpark.park.sample.HourClock;
import io.greenpark.park.sample.SampleSpans.Range;
import io.greenpark.park.time.ParkTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects amounts into the statistical hours of a window; what falls outside is left out. Lives for one calculation. */
final class HourAccumulator {
    private static final long DAY_TOLERANCE_MS = 60_000;
    private static final long MONTH_TOLERANCE_MS = 24 * ParkTime.HOUR_MS;

    private static final BigDecimal HOUR_LENGTH = BigDecimal.valueOf(ParkTime.HOUR_MS);

    private static final int HOUR = 0;
    private static final int DAY = 1;
    private static final int MONTH = 2;
    private static final int LEVELS = 3;

    private final HourClock clock;
    private final long fromMs;
    private final long toMs;
    private final List<Hour> hours = new ArrayList<>();
    private int last;

    /** One hour of the window. */
    private static final class Hour {
        private final long startMs;
        private final long endMs;
        private long whole;
        /** Exact amounts times milliseconds in an hour. */
        private BigDecimal hourTimes = BigDecimal.ZERO;

        private long coveredMs;
        private long coveredUntilMs;
        private boolean corrected;
        /** Time, amount, and up to when there is any, of each level; few hours have any. */
        private long @Nullable [] estimated;

        private Hour(long startMs, long endMs) {
            this.startMs = startMs;
            this.endMs = endMs;
        }

        private void cover(long start, long end) {
            long from = Math.max(start, coveredUntilMs);
            if (end > from) {
                coveredMs += end - from;
                coveredUntilMs = end;
            }
        }

        private void estimate(int level, long start, long end, long amount) {
            long[] all = estimated == null ? new long[3 * LEVELS] : estimated;
            long from = Math.max(start, all[2 * LEVELS + level]);
            if (end > from) {
                all[level] += end - from;
                all[2 * LEVELS + level] = end;
            }
            all[LEVELS + level] = Amounts.plus(all[LEVELS + level], amount);
            estimated = all;
        }

        private long amount() {
            return hourTimes.signum() == 0
                    ? whole
                    : Amounts.rounded(
                            BigDecimal.valueOf(whole).multiply(HOUR_LENGTH).add(hourTimes), HOUR_LENGTH);
        }

        private Estimated estimated() {
            long[] all = estimated;
            return all == null ? Estimated.NONE : new Estimated(share(all, HOUR), share(all, DAY), share(all, MONTH));
        }

        private static Estimated.Share share(long[] all, int level) {
            return new Estimated.Share(all[level], all[LEVELS + level]);
        }
    }

    HourAccumulator(HourClock clock, long fromMs, long toMs) {
        this.clock = clock;
        this.fromMs = clock.hourOf(fromMs);
        this.toMs = toMs;
        for (long h = this.fromMs; h < toMs; ) {
            long end = clock.hourEnd(h);
            hours.add(new Hour(h, end));
            h = end;
        }
    }

    boolean reaches(long start, long end) {
        return start < toMs && end > fromMs;
    }

    /**
     * Puts a level that rises evenly from {@code level0} to {@code level1} into the hours it crosses. Each hour gets the
     * difference of the rounded levels at its ends, so that the hours add up to the whole exactly.
     *
     * @param over the whole time that it is a part of, if that is longer than values are due, so that it may be spread over
     *     hours that it says nothing of; else null
     */
    void rise(long start, long end, BigDecimal level0, BigDecimal level1, @Nullable Range over) {
        long at = start;
        long booked = Amounts.rounded(level0);
        while (at < end) {
            long until = Math.min(end, clock.hourEnd(at));
            long reached = Amounts.rounded(until == end ? level1 : between(start, end, level0, level1, until));
            Hour hour = hourAt(at);
            if (hour != null) {
                long amount = reached - booked;
                hour.whole = Amounts.plus(hour.whole, amount);
                hour.cover(at, until);
                if (over != null) {
                    estimate(hour, over.startMs(), over.endMs(), at, until, amount);
                }
            }
            booked = reached;
            at = until;
        }
    }

    /** Estimated, at each level, is what crosses an end of the period by more than is tolerated there. */
    private void estimate(Hour hour, long start, long end, long at, long until, long amount) {
        if (crosses(start, end, hour.startMs, hour.endMs, 0)) {
            hour.estimate(HOUR, at, until, amount);
        }
        if (crosses(start, end, clock.dayOf(at), clock.dayEnd(at), DAY_TOLERANCE_MS)) {
            hour.estimate(DAY, at, until, amount);
        }
        // The last minute after midnight of a rise of weeks is measured in its day and estimated in its month.
        if (end - start > 2 * MONTH_TOLERANCE_MS) {
            ParkTime time = clock.time();
            Instant month = time.startOf(time.monthOf(Instant.ofEpochMilli(at)));
            long next = time.startOf(time.monthOf(month).plusMonths(1)).toEpochMilli();
            if (crosses(start, end, month.toEpochMilli(), next, MONTH_TOLERANCE_MS)) {
                hour.estimate(MONTH, at, until, amount);
            }
        }
    }

    private static boolean crosses(long start, long end, long periodStart, long periodEnd, long tolerance) {
        return start < periodStart - tolerance && end > periodStart + tolerance
                || start < periodEnd - tolerance && end > periodEnd + tolerance;
    }

    /** Adds an amount of a period inside one hour, times milliseconds in an hour, so that it is exact; the sum is rounded once. */
    void add(long start, long end, BigDecimal hourTimes) {
        Hour hour = hourAt(start);
        if (hour != null) {
            hour.hourTimes = hour.hourTimes.add(hourTimes);
            hour.cover(start, end);
        }
    }

    /** Notes that a differing reading was replaced in the hours of a time. */
    void correct(long start, long end) {
        for (Hour hour = hourAt(Math.max(start, fromMs)); hour != null && hour.startMs < end; ) {
            hour.corrected = true;
            hour = hourAt(hour.endMs);
        }
    }

    /** The hour of the window that contains a time; null outside. Asked for in about the order of time. */
    private @Nullable Hour hourAt(long timeMs) {
        if (hours.isEmpty() || timeMs < fromMs || timeMs >= hours.get(hours.size() - 1).endMs) {
            return null;
        }
        while (hours.get(last).startMs > timeMs) {
            last--;
        }
        while (hours.get(last).endMs <= timeMs) {
            last++;
        }
        return hours.get(last);
    }

    private static BigDecimal between(long start, long end, BigDecimal level0, BigDecimal level1, long at) {
        return level0.add(level1.subtract(level0)
                .multiply(BigDecimal.valueOf(at - start))
                .divide(BigDecimal.valueOf(end - start), 9, RoundingMode.HALF_UP));
    }

    List<EnergyHour> hours(Checkpoints checkpoints) {
        List<EnergyHour> result = new ArrayList<>(hours.size());
        hours.forEach(h -> result.add(energyHour(h, checkpoints.at(h.endMs))));
        return result;
    }

    private static EnergyHour energyHour(Hour h, @Nullable Long restartMs) {
        if (h.coveredMs == 0) {
            return new EnergyHour(h.startMs, null, 0, Quality.MISSING, restartMs, Estimated.NONE);
        }
        Estimated estimated = h.estimated();
        Quality quality = h.coveredMs < h.endMs - h.startMs
                ? Quality.PARTIAL
                : h.corrected ? Quality.CORRECTED : estimated.hour().ms() > 0 ? Quality.ESTIMATED : Quality.MEASURED;
        return new EnergyHour(h.startMs, h.amount(), h.coveredMs, quality, restartMs, estimated);
    }

    /** The restart that holds at the end of an hour. */
    @FunctionalInterface
    interface Checkpoints {
        @Nullable
        Long at(long endMs);
    }
}
