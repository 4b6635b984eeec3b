package io.greenpark.alerts.rule;

import io.greenpark.park.reason.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one period of one subject.
 *
 * @param from start of the period
 * @param to end of the period, exclusive
 * @param phase whether the period was still running when judged; such a verdict stands beside the final one
 * @param figure what was judged; null where there is none (silence)
 * @param limit what it was held against; null where there is none
 * @param unit unit of both; null where there is none
 * @param severity how far beyond the limit, as a share of it ((C-C0)/C0; for energy the gap in points / 100); at most
 *     0 where it is kept; null where there is no figure
 * @param completeness 0..1 of the expected samples or metering time
 * @param evidence false where the figure comes from a sensor that only gives a clue
 * @param confirmed false where the limit was not read in a confirmed source
 * @param source where the limit comes from; null where there is none
 * @param reason why it is not judged; null if it is
 */
public record Verdict(
        Instant from,
        Instant to,
        Phase phase,
        Outcome outcome,
        @Nullable BigDecimal figure,
        @Nullable BigDecimal limit,
        @Nullable String unit,
        @Nullable BigDecimal severity,
        double completeness,
        boolean evidence,
        boolean confirmed,
        @Nullable String source,
        @Nullable Reason reason) {

    /** When it was judged, in the order in which the verdicts of a period follow each other. */
    public enum Phase {
        /** While the period ran: what was known then, good for a warning. Also a sign of life, before the silence. */
        RUNNING,
        /** After its end. */
        CLOSED
    }

    /** What it means for a case. */
    public enum Outcome {
        /** Counts towards raising, and keeps a case open. */
        RAISES,
        /** Neither: within the hysteresis. Interrupts both counts. */
        HOLDS,
        /** Counts towards clearing. */
        CLEARS,
        /** Says nothing, and changes no count. */
        UNJUDGED
    }
}
