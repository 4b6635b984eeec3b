package io.greenpark.alerts.handling;

import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.notice.WorkingTime;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How long there is; null for no term.
 *
 * @param acknowledge for the enterprise to take note, from when it was sent; for the office to send it, from when it was found
 * @param answer for the enterprise to answer, from when it was sent to it
 * @param verify for the office to look into it, from when it was answered
 * @param review for the office to look at what was put right, from when that was reported
 * @param close for the office to close it, from when it was verified, reviewed or declared a misreport
 */
public record Terms(
        @Nullable Term acknowledge,
        @Nullable Term answer,
        @Nullable Term verify,
        @Nullable Term review,
        @Nullable Term close) {
    public static final Terms NONE = new Terms(null, null, null, null, null);

    /**
     * By when whoever is to act next has to; null where nobody has to.
     *
     * @param demanded whether the enterprise has to answer
     * @param since since when the case is at the stage
     * @param pushed when it was sent to the enterprise; null where it was not
     * @param given what a step says: a new term, or the end of the day by which it is to be put right; null for none
     * @param time when the office works
     * @param zone of the park
     */
    public @Nullable Instant due(
            HandlingStage stage,
            boolean demanded,
            Instant since,
            @Nullable Instant pushed,
            @Nullable Instant given,
            WorkingTime time,
            ZoneId zone) {
        Term term = of(stage, demanded);
        if (given != null || term == null) {
            return given;
        }
        boolean sincePushed = stage == HandlingStage.PUSHED || stage == HandlingStage.ACKNOWLEDGED && pushed != null;
        Instant from = sincePushed ? pushed : since;
        return from == null ? null : term.after(from, time, zone);
    }

    /** How long there is at a stage; null for no term. */
    public @Nullable Term of(HandlingStage stage, boolean demanded) {
        return switch (stage) {
            case NEW -> demanded ? acknowledge : null;
            case PUSHED -> demanded ? acknowledge == null ? answer : acknowledge : null;
            case ACKNOWLEDGED -> demanded ? answer : null;
            case ANSWERED -> verify;
            case RECTIFIED -> review;
            case VERIFIED, REVIEWED, MISREPORT -> close;
            case RETURNED, RECTIFYING, TRANSFERRED, CLOSED, ENDED -> null;
        };
    }
}
