package io.greenpark.accounting.check;

import io.greenpark.park.time.Step;

/**
 * The pieces of time that periods mean: every multiple of the period from the begin of the local hour, the last one to its
 * end; of a day the days.
 */
final class StampGrid {
    private StampGrid() {}

    /** The boundary next to a stamp; of two equally near ones the earlier. */
    static long nearest(long atMs, CheckedFacts facts, ParkPeriods periods) {
        Span piece = piece(atMs, facts, periods);
        return atMs - piece.fromMs() <= piece.toMs() - atMs ? piece.fromMs() : piece.toMs();
    }

    /** The piece that contains a time. */
    static Span piece(long atMs, CheckedFacts facts, ParkPeriods periods) {
        if (facts.periodMs() == CheckedFacts.DAY_MS) {
            return periods.of(Step.DAY, atMs);
        }
        Span hour = periods.of(Step.HOUR, atMs);
        long from = hour.fromMs() + (atMs - hour.fromMs()) / facts.periodMs() * facts.periodMs();
        return new Span(from, Math.min(from + facts.periodMs(), hour.toMs()));
    }
}
