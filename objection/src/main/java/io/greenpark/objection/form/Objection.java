package io.greenpark.objection.form;

import io.greenpark.park.text.Bilingual;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection of an enterprise.
 *
 * @param number {@code YY-2026-0001}; never used again
 * @param version 1, 2, 3 ... of every change
 * @param enterpriseId whose it is
 * @param name what it is about was called when it was filed
 * @param reason in the enterprise's words
 * @param filedBy the person who filed it
 * @param dueAt end of the term in which it is to be decided, exclusive
 * @param ending null while it is open
 * @param remindedAt when the office was reminded; null where it was not
 * @param overdueAt when it was noted that the term passed; null where it was not
 */
public record Objection(
        String number,
        long version,
        String enterpriseId,
        Thing thing,
        Bilingual name,
        String reason,
        Instant filedAt,
        String filedBy,
        Instant dueAt,
        ObjectionState state,
        @Nullable Ending ending,
        @Nullable Instant remindedAt,
        @Nullable Instant overdueAt) {
    /** What files are attached to that belong to it. */
    public static final String OWNER_KIND = "objection";

    public boolean isOpen() {
        return state == ObjectionState.OPEN;
    }

    /** Whether nobody has decided within the term. */
    public boolean isOverdue(Instant now) {
        return isOpen() && !now.isBefore(dueAt);
    }

    /** It has ended. */
    public Objection ended(ObjectionState as, Ending how) {
        return new Objection(
                number,
                version + 1,
                enterpriseId,
                thing,
                name,
                reason,
                filedAt,
                filedBy,
                dueAt,
                as,
                how,
                remindedAt,
                overdueAt);
    }
}
