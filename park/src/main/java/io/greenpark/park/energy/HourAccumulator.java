package io.greenpark.park.energy;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.time.ParkTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects amounts into the statistical hours of a window; what falls outside is left out. Lives for one calculation. */
final class HourAccumulator {

    private final ParkTime time;
    private final long fromMs;
    private final long toMs;
    private final TreeMap<Long, Hour> hours = new TreeMap<>();

    private static final class Hour {
        private long whole;
        private BigDecimal fraction = BigDecimal.ZERO;
        private long coveredMs;
        private long coveredUntilMs;
        private boolean estimated;
        private boolean corrected;
    }

    HourAccumulator(ParkTime time, long fromMs, long toMs) {
        this.time = time;
        this.fromMs = hourOf(fromMs);
        this.toMs = toMs;
        for (long h = this.fromMs; h < toMs; h += HOUR_MS) {
            hours.put(h, new Hour());
        }
    }

    long hourOf(long timeMs) {
        return time.hourOf(Instant.ofEpochMilli(timeMs)).toEpochMilli();
    }

    boolean reaches(long start, long end) {
        return start < toMs && end > fromMs;
    }

    /**
     * Puts a level that rises evenly from {@code level0} to {@code level1} into the hours it crosses. Each hour gets the
     * difference of the rounded levels at its ends, so that the hours add up to the whole exactly.
     */
    void rise(long start, long end, BigDecimal level0, BigDecimal level1, boolean estimated) {
        long at = start;
        long booked = rounded(level0);
        while (at < end) {
            long until = Math.min(end, hourOf(at) + HOUR_MS);
            long reached = rounded(until == end ? level1 : between(start, end, level0, level1, until));
            Hour hour = hours.get(hourOf(at));
            if (hour != null) {
                hour.whole += reached - booked;
                hour.estimated |= estimated;
                cover(hour, at, until);
            }
            booked = reached;
            at = until;
        }
    }

    /** Adds an exact amount of a period inside one hour; the hour's sum is rounded once. */
    void add(long start, long end, BigDecimal amount) {
        Hour hour = hours.get(hourOf(start));
        if (hour != null) {
            hour.fraction = hour.fraction.add(amount);
            cover(hour, start, end);
        }
    }

    /** Notes that a reading of this time replaced a differing one. */
    void correct(long timeMs) {
        Hour hour = hours.get(hourOf(timeMs));
        if (hour != null) {
            hour.corrected = true;
        }
    }

    private static void cover(Hour hour, long start, long end) {
        long from = Math.max(start, hour.coveredUntilMs);
        if (end > from) {
            hour.coveredMs += end - from;
            hour.coveredUntilMs = end;
        }
    }

    private static BigDecimal between(long start, long end, BigDecimal level0, BigDecimal level1, long at) {
        return level0.add(level1.subtract(level0)
                .multiply(BigDecimal.valueOf(at - start))
                .divide(BigDecimal.valueOf(end - start), 9, RoundingMode.HALF_UP));
    }

    static long rounded(BigDecimal level) {
        return level.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    List<EnergyHour> hours(Checkpoints checkpoints) {
        List<EnergyHour> result = new ArrayList<>(hours.size());
        hours.forEach((start, h) -> result.add(energyHour(start, h, checkpoints.at(start + HOUR_MS))));
        return result;
    }

    private static EnergyHour energyHour(long start, Hour h, @Nullable Long restartMs) {
        if (h.coveredMs == 0) {
            return new EnergyHour(start, null, 0, Quality.MISSING, restartMs);
        }
        Quality quality = h.corrected
                ? Quality.CORRECTED
                : h.coveredMs < HOUR_MS ? Quality.PARTIAL : h.estimated ? Quality.ESTIMATED : Quality.MEASURED;
        return new EnergyHour(start, h.whole + rounded(h.fraction), h.coveredMs, quality, restartMs);
    }

    /** The restart that holds at the end of an hour. */
    @FunctionalInterface
    interface Checkpoints {
        @Nullable
        Long at(long endMs);
    }
}
