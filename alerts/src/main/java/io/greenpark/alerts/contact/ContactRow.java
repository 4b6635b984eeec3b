package io.greenpark.alerts.contact;

import io.greenpark.alerts.contact.ContactLine.Mark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with asking a contact.
 *
 * @param due when it is to be asked
 * @param round how many times it was asked and answered before
 * @param asked how many letters of this round went out
 * @param askedAt when the first of them did
 * @param confirmedBy who said that it is right; null while nobody did
 * @param declined when it said itself that it is not; null while it did not
 * @param gone since when the registry does not have it; null while it has
 * @param mark that an officer knows its addresses not to work; null while none does
 */
record ContactRow(
        String id,
        String scope,
        String owner,
        Instant seen,
        Instant due,
        int round,
        int asked,
        @Nullable Instant askedAt,
        @Nullable Instant confirmed,
        @Nullable String confirmedBy,
        @Nullable String how,
        @Nullable String word,
        @Nullable Instant declined,
        @Nullable Instant gone,
        @Nullable Mark mark) {
    static ContactRow fresh(OwnedContact c, Instant seen, Instant due, int round) {
        return new ContactRow(
                c.id(),
                c.owner().scope().name(),
                c.owner().id(),
                seen,
                due,
                round,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    ContactRow askedOnce(int letters, Instant at) {
        return new ContactRow(
                id,
                scope,
                owner,
                seen,
                due,
                round,
                letters,
                askedAt == null ? at : askedAt,
                confirmed,
                confirmedBy,
                how,
                word,
                declined,
                gone,
                mark);
    }

    ContactRow confirmed(Instant at, Instant next, String by, String way, @Nullable String said) {
        return new ContactRow(id, scope, owner, seen, next, round + 1, 0, null, at, by, way, said, null, gone, mark);
    }

    /** It says itself that it is not the one to be told. */
    ContactRow declined(Instant at) {
        return new ContactRow(
                id,
                scope,
                owner,
                seen,
                due,
                round + 1,
                asked,
                askedAt,
                confirmed,
                confirmedBy,
                how,
                word,
                at,
                gone,
                mark);
    }

    ContactRow gone(Instant at) {
        return new ContactRow(
                id,
                scope,
                owner,
                seen,
                due,
                round,
                asked,
                askedAt,
                confirmed,
                confirmedBy,
                how,
                word,
                declined,
                at,
                mark);
    }

    /** What an officer knows of its addresses; null for nothing any more. */
    ContactRow marked(@Nullable Mark other) {
        return new ContactRow(
                id,
                scope,
                owner,
                seen,
                due,
                round,
                asked,
                askedAt,
                confirmed,
                confirmedBy,
                how,
                word,
                declined,
                gone,
                other);
    }
}
