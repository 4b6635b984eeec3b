package io.greenpark.access.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for; null for all.
 *
 * @param kind kind of the object
 * @param id which object; of use together with the kind
 * @param from first moment, inclusive
 * @param until end, exclusive
 */
public record AuditFilter(
        @Nullable String who,
        @Nullable AuditAction action,
        @Nullable String kind,
        @Nullable String id,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** All entries. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

    public AuditFilter by(String person) {
        return new AuditFilter(person, action, kind, id, from, until);
    }

    public AuditFilter of(AuditAction wanted) {
        return new AuditFilter(who, wanted, kind, id, from, until);
    }

    public AuditFilter on(AuditObject object) {
        return new AuditFilter(who, action, object.kind(), object.id(), from, until);
    }

    public AuditFilter between(@Nullable Instant first, @Nullable Instant end) {
        return new AuditFilter(who, action, kind, id, first, end);
    }
}
