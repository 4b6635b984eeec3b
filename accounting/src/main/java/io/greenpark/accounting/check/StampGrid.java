package io.greenpark.accounting.check;

import io.greenpark.park.time.Step;

/** The boundaries of periods: every multiple of the period from the begin of the local hour, of a day those of days. */
final class StampGrid {
    private StampGrid() {}

    /** The boundary next to a stamp; of two equally near ones the earlier. */
    static long nearest(long atMs, CheckedFacts facts, ParkPeriods periods) {
        Span whole = periods.of(facts.periodMs() == CheckedFacts.DAY_MS ? Step.DAY : Step.HOUR, atMs);
        long before = whole.fromMs();
        long after = whole.toMs();
        if (facts.periodMs() < ParkPeriods.HOUR_MS) {
            before += (atMs - before) / facts.periodMs() * facts.periodMs();
            after = Math.min(after, before + facts.periodMs());
        }
        return atMs - before <= after - atMs ? before : after;
    }
}
