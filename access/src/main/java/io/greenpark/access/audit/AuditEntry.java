package io.greenpark.access.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit log, as it stands in the books.
 *
 * @param number 1, 2, 3 ... without gaps
 * @param at when it was appended, in milliseconds; may be before that of an earlier number where the machine's clock was set back
 * @param who the account's name
 * @param origin the IP address it came from, or {@link AuditDraft#SERVER}
 * @param action code of an {@link AuditAction}; there may be none of it, since the row may have been tampered with
 * @param hash see {@link EntryHash}
 */
public record AuditEntry(
        long number,
        Instant at,
        String who,
        String origin,
        String action,
        @Nullable String kind,
        @Nullable String id,
        @Nullable String before,
        @Nullable String after,
        @Nullable String why,
        String hash) {
    /** What a draft becomes after the entry before it. */
    static AuditEntry after(AuditHead previous, Instant at, AuditDraft draft) {
        AuditObject object = draft.object();
        AuditEntry unsigned = new AuditEntry(
                previous.number() + 1,
                Instant.ofEpochMilli(at.toEpochMilli()),
                draft.who(),
                draft.origin(),
                draft.action().code(),
                object == null ? null : object.kind(),
                object == null ? null : object.id(),
                draft.before(),
                draft.after(),
                draft.why(),
                "");
        return unsigned.with(EntryHash.of(previous.hash(), unsigned));
    }

    private AuditEntry with(String newHash) {
        return new AuditEntry(number, at, who, origin, action, kind, id, before, after, why, newHash);
    }

    /** This entry as the newest one. */
    public AuditHead head() {
        return new AuditHead(number, hash);
    }
}
