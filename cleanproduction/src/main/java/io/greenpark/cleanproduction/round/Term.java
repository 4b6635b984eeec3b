package io.greenpark.cleanproduction.round;

import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Within how long a step is to be taken, as a source says from a day on.
 *
 * @param id {@code shipped-1} of those that are shipped, else the number in the books
 * @param base the step that it runs from; null for the day from which the enterprise is on the approved list
 * @param register of which register; null for both
 * @param reason of whom that is listed for this reason; null for all
 * @param months how long, in months of the calendar; null where there is none any more from that day
 * @param validFrom audits that begin to run on that day or later have it
 * @param source what says so
 * @param confirmed false where the source was not read, or there is none
 * @param word why it was set; null where it is shipped
 * @param at when it was set; null where it is shipped
 * @param who set it; null where it is shipped
 */
public record Term(
        String id,
        AuditStep step,
        @Nullable AuditStep base,
        @Nullable Register register,
        @Nullable AuditReason reason,
        @Nullable Integer months,
        LocalDate validFrom,
        Bilingual source,
        boolean confirmed,
        @Nullable String word,
        @Nullable Instant at,
        @Nullable String who) {
    /** Whether it is for audits listed so. */
    boolean isFor(@Nullable Listing listing) {
        if (listing == null) {
            return register == null && reason == null;
        }
        return (register == null || register == listing.register())
                && (reason == null || listing.reasons().contains(reason));
    }

    /** How narrowly it says of whom: the narrowest holds. */
    int narrowness() {
        return (register == null ? 0 : 1) + (reason == null ? 0 : 2);
    }

    /** The last day for a step that runs from a day. */
    LocalDate due(LocalDate from) {
        return months == null ? LocalDate.MAX : from.plusMonths(months);
    }
}
