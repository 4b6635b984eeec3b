package io.greenpark.alerts.contact;

import io.greenpark.alerts.contact.Addresses.Fate;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it stands, or that there is none.
 *
 * @param id of the contact; of whose there is none {@code none:SCOPE:ID}
 * @param contact null where there is none
 * @param due when it is, or was, to be asked; null where there is none
 * @param asked how many letters it got since then
 * @param askedAt when it got the first of them
 * @param confirmed when somebody last said that it is right
 * @param addresses how its addresses fare
 * @param mark that an officer knows them not to work; null while none does
 */
public record ContactLine(
        String id,
        Subject owner,
        @Nullable Contact contact,
        State state,
        @Nullable Instant due,
        int asked,
        @Nullable Instant askedAt,
        @Nullable Confirmed confirmed,
        List<Address> addresses,
        @Nullable Mark mark) {
    public ContactLine {
        addresses = List.copyOf(addresses);
    }

    /** How it stands, worst last. */
    public enum State {
        /** It was confirmed, or is new. */
        CURRENT,
        /** It is being asked. */
        DUE,
        /** It was asked long enough. */
        OVERDUE,
        /** It says itself that it is not the one to be told. */
        DECLINED,
        /** No address of it works. */
        BROKEN,
        /** There is nobody. */
        NONE;

        /** Whether somebody can be told. */
        public boolean works() {
            return this == CURRENT || this == DUE;
        }
    }

    /**
     * That it is right.
     *
     * @param how {@code CONSOLE} or {@code LINK}
     */
    public record Confirmed(
            Instant at, String by, String how, @Nullable String word) {}

    /** An address, by its channel, and how it fares with whatever is sent to it, whoever's contact it is. */
    public record Address(String channel, Fate fate) {}

    /**
     * What an officer knows of a contact: none of its addresses works. It stands until an officer says otherwise.
     *
     * @param by who says so
     * @param word how that is known
     */
    public record Mark(Instant at, String by, String word) {}

    /** The first that refuses what is sent to it; null where none does. */
    public @Nullable Address broken() {
        return addresses.stream()
                .filter(a -> a.fate().broken() != null)
                .findFirst()
                .orElse(null);
    }

    static ContactLine none(Subject owner) {
        return new ContactLine(
                "none:" + owner.scope() + ":" + owner.id(),
                owner,
                null,
                State.NONE,
                null,
                0,
                null,
                null,
                List.of(),
                null);
    }

    /** @param mailable whether it is asked by mail; otherwise it is confirmed in the console alone */
    static ContactLine of(
            OwnedContact c,
            @Nullable ContactRow row,
            List<Address> addresses,
            boolean mailable,
            Instant now,
            ContactsConfig config) {
        return new ContactLine(
                c.id(),
                c.owner(),
                c.contact(),
                state(row, addresses, mailable, now, config),
                row == null ? null : row.asking().due(),
                row == null ? 0 : row.asking().letters(),
                row == null ? null : row.asking().at(),
                row == null ? null : row.confirmed(),
                addresses,
                row == null ? null : row.mark());
    }

    private static State state(
            @Nullable ContactRow row, List<Address> addresses, boolean mailable, Instant now, ContactsConfig config) {
        boolean marked = row != null && row.mark() != null;
        if (marked
                || !addresses.isEmpty()
                        && addresses.stream().allMatch(a -> a.fate().broken() != null)) {
            return State.BROKEN;
        }
        if (row == null || now.isBefore(row.asking().due()) && row.declined() == null) {
            return State.CURRENT;
        }
        if (row.declined() != null) {
            return State.DECLINED;
        }
        // Nobody is late who was not asked yet.
        Instant asked = mailable
                ? row.asking().at()
                : Objects.requireNonNullElse(row.asking().at(), row.asking().due());
        return asked == null || now.isBefore(asked.plus(Duration.ofDays(config.overdueAfterDays())))
                ? State.DUE
                : State.OVERDUE;
    }
}
