package io.greenpark.alerts.contact;

import io.greenpark.alerts.contact.ContactLine.Confirmed;
import io.greenpark.alerts.contact.ContactLine.Mark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with asking a contact.
 *
 * @param asking the round that it is in
 * @param confirmed who said that it is right, and when; null while nobody did
 * @param declined when it said itself that it is not; null while it did not
 * @param gone since when the registry does not have it; null while it has
 * @param mark that an officer knows its addresses not to work; null while none does
 */
record ContactRow(
        String id,
        String scope,
        String owner,
        Instant seen,
        Asking asking,
        @Nullable Confirmed confirmed,
        @Nullable Instant declined,
        @Nullable Instant gone,
        @Nullable Mark mark) {

    /**
     * A round of asking.
     *
     * @param due when it is to be asked
     * @param round how many times it was asked and answered before
     * @param letters how many letters of this round went out
     * @param at when the first of them did; null before
     */
    record Asking(
            Instant due, int round, int letters, @Nullable Instant at) {
        static Asking at(Instant due, int round) {
            return new Asking(due, round, 0, null);
        }

        private Asking asked(int all, Instant now) {
            return new Asking(due, round, all, at == null ? now : at);
        }

        private Asking answered() {
            return new Asking(due, round + 1, letters, at);
        }
    }

    static ContactRow fresh(OwnedContact c, Instant seen, Instant due, int round) {
        String scope = c.owner().scope().name();
        return new ContactRow(c.id(), scope, c.owner().id(), seen, Asking.at(due, round), null, null, null, null);
    }

    ContactRow askedOnce(int letters, Instant now) {
        Asking asked = asking.asked(letters, now);
        return new ContactRow(id, scope, owner, seen, asked, confirmed, declined, gone, mark);
    }

    /** Somebody says that it is right; it is asked again at {@code next}. */
    ContactRow confirmed(Confirmed by, Instant next) {
        Asking again = Asking.at(next, asking.round() + 1);
        return new ContactRow(id, scope, owner, seen, again, by, null, gone, mark);
    }

    /** It says itself that it is not the one to be told. */
    ContactRow declined(Instant now) {
        return new ContactRow(id, scope, owner, seen, asking.answered(), confirmed, now, gone, mark);
    }

    ContactRow gone(Instant now) {
        return new ContactRow(id, scope, owner, seen, asking, confirmed, declined, now, mark);
    }

    /** What an officer knows of its addresses; null for nothing any more. */
    ContactRow marked(@Nullable Mark other) {
        return new ContactRow(id, scope, owner, seen, asking, confirmed, declined, gone, other);
    }
}
