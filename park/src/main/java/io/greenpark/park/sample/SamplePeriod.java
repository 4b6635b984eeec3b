package io.greenpark.park.sample;

import java.time.Instant;
import java.util.List;
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
record SamplePeriod(DatedFacts facts, long startMs, long endMs, long besideMs, boolean fits) {

    /**
     * The period of a sample under the facts that hold for it, which are those at its own time only where the period does
     * not end, or begin, with other facts.
     *
     * @param facts those at the sample's time, not momentary
     */
    static SamplePeriod of(List<DatedFacts> all, DatedFacts facts, HourClock clock, long timeMs) {
        SamplePeriod period = of(facts, clock, timeMs);
        if (all.size() == 1) {
            return period;
        }
        @Nullable DatedFacts held = DatedFacts.at(all, facts.stampIsEnd ? period.endMs - 1 : period.startMs);
        return held == null || held == facts || held.momentary ? period : of(held, clock, timeMs);
    }

    private static SamplePeriod of(DatedFacts facts, HourClock clock, long timeMs) {
        long length = facts.lengthMs;
        if (!facts.grid) {
            long start = facts.stampIsEnd ? timeMs - length : timeMs;
            return new SamplePeriod(facts, start, start + length, 0, true);
        }
        long before = cellStart(facts, clock, timeMs);
        long after = cellEnd(facts, clock, before);
        long meant = timeMs - before <= after - timeMs ? before : after;
        long beside = Math.abs(timeMs - meant);
        if (beside > facts.toleranceMs) {
            return beside(facts, clock, timeMs, beside);
        }
        if (facts.stampIsEnd) {
            long start = meant == after ? before : cellStart(facts, clock, meant - 1);
            return new SamplePeriod(facts, start, meant, beside, true);
        }
        return new SamplePeriod(facts, meant, meant == before ? after : cellEnd(facts, clock, meant), beside, true);
    }

    /** Of a day the same time of the day before or after, so that one follows the other also where clocks are changed. */
    private static SamplePeriod beside(DatedFacts facts, HourClock clock, long timeMs, long besideMs) {
        boolean end = facts.stampIsEnd;
        long other = facts.day
                ? Instant.ofEpochMilli(timeMs)
                        .atZone(clock.time().zone())
                        .plusDays(end ? -1 : 1)
                        .toInstant()
                        .toEpochMilli()
                : timeMs + (end ? -facts.lengthMs : facts.lengthMs);
        return new SamplePeriod(facts, Math.min(timeMs, other), Math.max(timeMs, other), besideMs, false);
    }

    private static long cellStart(DatedFacts facts, HourClock clock, long timeMs) {
        if (facts.day) {
            return clock.dayOf(timeMs);
        }
        long hour = clock.hourOf(timeMs);
        return hour + (timeMs - hour) / facts.lengthMs * facts.lengthMs;
    }

    private static long cellEnd(DatedFacts facts, HourClock clock, long startMs) {
        return facts.day ? clock.dayEnd(startMs) : Math.min(startMs + facts.lengthMs, clock.hourEnd(startMs));
    }
}
