package io.greenpark.alerts.rule;

import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reason.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one period of one subject.
 *
 * @param from start of the period
 * @param to end of the period, exclusive
 * @param phase whether the period was still running when evaluated; such a verdict is kept beside the final one
 * @param reason why it is not judged, or for a door that it raises because it is shut; else null
 */
public record Verdict(
        Instant from,
        Instant to,
        Phase phase,
        Outcome outcome,
        Comparison comparison,
        Confidence confidence,
        @Nullable Reason reason) {

    /** The same for a reason. */
    public Verdict because(Reason why) {
        return new Verdict(from, to, phase, outcome, comparison, confidence, why);
    }

    /** The same figures, of which nothing is said. */
    public Verdict notJudged(Reason why) {
        return new Verdict(
                from,
                to,
                phase,
                Outcome.UNJUDGED,
                new Comparison(comparison.figure(), comparison.limit(), comparison.unit(), null),
                confidence,
                why);
    }

    public @Nullable BigDecimal figure() {
        return comparison.figure();
    }

    public @Nullable BigDecimal limit() {
        return comparison.limit();
    }

    public @Nullable String unit() {
        return comparison.unit();
    }

    public @Nullable BigDecimal severity() {
        return comparison.severity();
    }

    public Coverage coverage() {
        return confidence.coverage();
    }

    public boolean evidence() {
        return confidence.evidence();
    }

    public boolean confirmed() {
        return confidence.confirmed();
    }

    public @Nullable String source() {
        return confidence.source();
    }

    /** Whether the period still ran when it was evaluated; a period may have a verdict of each, RUNNING first. */
    public enum Phase {
        /** While the period ran: what was known then, enough for a warning. For silence: the time the device was heard. */
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
