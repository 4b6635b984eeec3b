package io.greenpark.access.account;

import io.greenpark.park.viewer.Grant;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that a program asks with. Its secret is shown once, when it is made.
 *
 * @param userName the account of who answers for it: it may no more than that one
 * @param expiresAt null for one that does not expire
 * @param lastUsed in UTC; null while it was never used
 * @param endedAt null while it is good
 */
public record ApiKey(
        String id,
        String name,
        String userName,
        Set<Grant> grants,
        UserAccount.Created created,
        @Nullable Instant expiresAt,
        @Nullable LocalDate lastUsed,
        @Nullable Instant endedAt) {
    public ApiKey {
        grants = Set.copyOf(grants);
    }

    /** The same that was used on a day. */
    ApiKey usedOn(LocalDate day) {
        return new ApiKey(id, name, userName, grants, created, expiresAt, day, endedAt);
    }

    /** The same that another account answers for. */
    ApiKey ownedBy(String owner) {
        return new ApiKey(id, name, owner, grants, created, expiresAt, lastUsed, endedAt);
    }

    /** The same, at its end. */
    ApiKey endedAt(Instant end) {
        return new ApiKey(id, name, userName, grants, created, expiresAt, lastUsed, end);
    }

    /** Whether it may be asked with at a time. */
    public boolean isGood(Instant at) {
        return endedAt == null && (expiresAt == null || expiresAt.isAfter(at));
    }
}
