package io.greenpark.accounting.finding;

import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reason.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a meter was probably replaced and the record of it is missing. It changes no figure: a person enters the replacement
 * in the registry, or declines.
 *
 * @param kind what was found
 * @param at time of the first value of the new register
 * @param lastOld time of the last value of the old one
 * @param oldEnd its last value
 * @param oldEndUnit symbol of the unit that was sent in
 * @param newStart the first value of the new one
 * @param newStartUnit symbol of its unit, which is another where the facts of the point changed between the two
 * @param declined null as long as nobody declined
 */
public record ReplacementProposal(
        String pointId,
        FindingKind kind,
        Instant at,
        Instant lastOld,
        BigDecimal oldEnd,
        String oldEndUnit,
        BigDecimal newStart,
        String newStartUnit,
        Reason reason,
        @Nullable Declined declined) {
    static final char SEPARATOR = '@';

    /** Who declined, when and why. */
    public record Declined(Instant at, String by, String comment) {}

    /** What a proposal is known by. */
    public String id() {
        return pointId + SEPARATOR + at.toEpochMilli();
    }

    /** Where it stands among others. */
    public FindingCursor cursor() {
        return new FindingCursor(at.toEpochMilli(), kind, at.toEpochMilli(), pointId);
    }
}
