package io.greenpark.park.sample;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The period a sample stands for, half-open: from its stamp, which names one end, and the point's period. The grid of a
 * period is every multiple of it from the begin of the local hour, of a day the local days; a stamp that lies within the
 * tolerance beside the grid means the grid, any other exactly the period before or after it. Momentary samples have none.
 *
 * @param facts the facts that hold for the period
 * @param besideMs how far the stamp lies beside the grid
 * @param fits whether it means the grid
 */
public record SamplePeriod(PointFacts facts, long startMs, long endMs, long besideMs, boolean fits) {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final int TOLERANCE_SHARE = 10;
    private static final long LARGEST_TOLERANCE_MS = Duration.ofMinutes(1).toMillis();
    private static final long LARGEST_OF_A_DAY_MS = Duration.ofMinutes(5).toMillis();

    /** How far a stamp may lie beside the time it means, and a momentary value come late. */
    public static long toleranceMs(PointFacts facts) {
        Duration stated = facts.stampTolerance();
        if (stated != null) {
            return stated.toMillis();
        }
        long due = momentary(facts) ? facts.expectedInterval().toMillis() : lengthMs(facts);
        return Math.min(due / TOLERANCE_SHARE, due <= HOUR_MS ? LARGEST_TOLERANCE_MS : LARGEST_OF_A_DAY_MS);
    }

    /** Whether values stand for no period, but for the time until the next. */
    public static boolean momentary(PointFacts facts) {
        return facts.period().isZero() && facts.kind() != PointKind.INTERVAL;
    }

    /** The facts in force at a time; null before the first. */
    public static @Nullable PointFacts factsAt(Point point, long timeMs) {
        for (int i = point.facts().size() - 1; i >= 0; i--) {
            PointFacts facts = point.facts().get(i);
            if (facts.validFrom().toEpochMilli() <= timeMs) {
                return facts;
            }
        }
        return null;
    }

    /**
     * The period of a sample under the facts that hold for it, which are those at its own time only where the period does
     * not end, or begin, with other facts; null for a momentary one, and before the first facts.
     */
    public static @Nullable SamplePeriod of(Point point, HourClock clock, long timeMs) {
        PointFacts facts = factsAt(point, timeMs);
        if (facts == null) {
            return null;
        }
        SamplePeriod period = momentary(facts) ? null : of(facts, clock, timeMs);
        if (period == null || point.facts().size() == 1) {
            return period;
        }
        PointFacts held = factsAt(point, facts.stamp() == Stamp.END ? period.endMs - 1 : period.startMs);
        return held == null || held.equals(facts) || momentary(held) ? period : of(held, clock, timeMs);
    }

    private static SamplePeriod of(PointFacts facts, HourClock clock, long timeMs) {
        long length = lengthMs(facts);
        boolean end = facts.stamp() == Stamp.END;
        if (length != DAY_MS && HOUR_MS % length != 0) {
            return new SamplePeriod(facts, end ? timeMs - length : timeMs, end ? timeMs : timeMs + length, 0, true);
        }
        long before = cellStart(clock, length, timeMs);
        long after = cellEnd(clock, length, before);
        long meant = timeMs - before <= after - timeMs ? before : after;
        long beside = Math.abs(timeMs - meant);
        if (beside > toleranceMs(facts)) {
            return beside(facts, clock, timeMs, beside);
        }
        long start = end ? cellStart(clock, length, meant - 1) : meant;
        return new SamplePeriod(facts, start, end ? meant : cellEnd(clock, length, meant), beside, true);
    }

    /** Of a day the same time of the day before or after, so that one follows the other also where clocks are changed. */
    private static SamplePeriod beside(PointFacts facts, HourClock clock, long timeMs, long besideMs) {
        boolean end = facts.stamp() == Stamp.END;
        long length = lengthMs(facts);
        long other = length == DAY_MS
                ? Instant.ofEpochMilli(timeMs)
                        .atZone(clock.time().zone())
                        .plusDays(end ? -1 : 1)
                        .toInstant()
                        .toEpochMilli()
                : timeMs + (end ? -length : length);
        return new SamplePeriod(facts, Math.min(timeMs, other), Math.max(timeMs, other), besideMs, false);
    }

    private static long cellStart(HourClock clock, long length, long timeMs) {
        if (length == DAY_MS) {
            return clock.dayOf(timeMs);
        }
        long hour = clock.hourOf(timeMs);
        return hour + (timeMs - hour) / length * length;
    }

    private static long cellEnd(HourClock clock, long length, long startMs) {
        return length == DAY_MS ? clock.dayEnd(startMs) : Math.min(startMs + length, clock.hourEnd(startMs));
    }

    static long lengthMs(PointFacts facts) {
        return (facts.period().isZero() ? facts.expectedInterval() : facts.period()).toMillis();
    }
}
