package io.greenpark.alerts.contact;

import io.greenpark.alerts.contact.Addresses.Fate;
import io.greenpark.alerts.contact.Addresses.Key;
import io.greenpark.alerts.contact.ContactLine.Address;
import io.greenpark.alerts.contact.ContactLine.Confirmed;
import io.greenpark.alerts.contact.ContactLine.Mark;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How contacts stand, and what people say of them. Any thread may call. */
public final class ContactDesk {
    private final Books books;
    private final ContactsConfig config;
    private final ContactLinks links;
    private final boolean mails;
    private final Clock clock;

    /** @param mails whether mail goes out at all */
    public ContactDesk(Books books, ContactsConfig config, ContactLinks links, boolean mails, Clock clock) {
        this.books = books;
        this.config = config;
        this.links = links;
        this.mails = mails;
        this.clock = clock;
    }

    /** What came of a link. */
    public enum Answered {
        DONE,
        /** It was answered before; what was said then stands. */
        ALREADY,
        /** It was not written here, has expired, or the contact is none any more. */
        VOID
    }

    /** All contacts of a registry, and the enterprises and parks that have none. */
    public List<ContactLine> lines(Registry registry) {
        return books.read(handle -> lines(handle, registry, clock.instant()));
    }

    List<ContactLine> lines(Handle handle, Registry registry, Instant now) {
        Map<String, ContactRow> rows = ContactTable.all(handle);
        Map<Key, Fate> fates = Addresses.all(handle);
        List<ContactLine> lines = new ArrayList<>();
        Set<Subject> known = new HashSet<>();
        OwnedContact.all(registry).values().forEach(c -> {
            ContactRow row = rows.get(c.id());
            known.add(c.owner());
            lines.add(line(c, row == null || row.gone() != null ? null : row, fates, now));
        });
        OwnedContact.owners(registry).filter(o -> !known.contains(o)).forEach(o -> lines.add(ContactLine.none(o)));
        return lines;
    }

    private ContactLine line(OwnedContact c, @Nullable ContactRow row, Map<Key, Fate> fates, Instant now) {
        List<Address> addresses = new ArrayList<>();
        keys(c).forEach(key -> addresses.add(new Address(key.channel(), fates.getOrDefault(key, Fate.UNKNOWN))));
        return ContactLine.of(
                c, row, addresses, isAskedByMail(c, addresses, row == null ? null : row.mark()), now, config);
    }

    boolean isAskedByMail(OwnedContact c, List<Address> addresses, @Nullable Mark mark) {
        return mails
                && mark == null
                && c.contact().email() != null
                && addresses.stream()
                        .noneMatch(a -> a.channel().equals("mail") && a.fate().broken() != null);
    }

    private static List<Key> keys(OwnedContact c) {
        List<Key> keys = new ArrayList<>();
        if (c.contact().email() != null) {
            keys.add(Key.of("mail", c.contact().email()));
        }
        if (c.contact().webhook() != null) {
            keys.add(Key.of("webhook", c.contact().webhook()));
        }
        return keys;
    }

    /** The contact of an id; empty where a registry has none of it. */
    public Optional<ContactLine> find(Registry registry, String id) {
        return lines(registry).stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /**
     * Somebody says in the console that a contact is right. Its addresses are taken to work until one fails again; what an officer knows of them
     * stands, unless it is one who says so.
     *
     * @param officer whether it is an officer for whose contact it is
     * @param word what was said with it; null for nothing
     */
    public void confirm(RegistrySource registry, String id, String by, boolean officer, @Nullable String word) {
        OwnedContact c =
                Objects.requireNonNull(OwnedContact.all(registry.current()).get(id));
        books.write(tx -> {
            confirm(tx.handle(), c, by, "CONSOLE", word);
            if (officer) {
                mark(tx.handle(), c, null);
            }
            return true;
        });
    }

    private void confirm(Handle handle, OwnedContact c, String by, String how, @Nullable String word) {
        Instant now = clock.instant();
        Instant next = now.plus(config.confirmEvery());
        ContactTable.put(handle, row(handle, c).confirmed(new Confirmed(now, by, how, word), next));
        keys(c).forEach(key -> Addresses.clear(handle, key, now));
    }

    private ContactRow row(Handle handle, OwnedContact c) {
        Instant now = clock.instant();
        return ContactTable.one(handle, c.id())
                .orElseGet(() -> ContactRow.fresh(c, now, now.plus(config.confirmEvery()), 0));
    }

    private void mark(Handle handle, OwnedContact c, @Nullable Mark mark) {
        ContactTable.put(handle, row(handle, c).marked(mark));
    }

    /**
     * An officer knows that the addresses of a contact do not work, or that they do again. That is known of this contact alone: whoever else has the
     * same mailbox is asked for himself.
     */
    public void mark(RegistrySource registry, String id, boolean broken, String by, String why) {
        OwnedContact c =
                Objects.requireNonNull(OwnedContact.all(registry.current()).get(id));
        Instant now = clock.instant();
        books.write(tx -> {
            mark(tx.handle(), c, broken ? new Mark(now, by, why) : null);
            if (!broken) {
                keys(c).forEach(key -> Addresses.clear(tx.handle(), key, now));
            }
            return true;
        });
    }

    /**
     * Whoever has a link says whether he is still the one to be told.
     *
     * @param registry all of it
     */
    public Answered answer(RegistrySource registry, String token, boolean still) {
        ContactLinks.Content content = links.read(token);
        OwnedContact c =
                content == null ? null : OwnedContact.all(registry.current()).get(content.id());
        if (content == null || c == null) {
            return Answered.VOID;
        }
        return books.write(tx -> {
            ContactRow row = ContactTable.one(tx.handle(), c.id()).orElse(null);
            if (row == null || row.gone() != null || row.asking().round() < content.round()) {
                return Answered.VOID;
            }
            if (row.asking().round() > content.round()) {
                return Answered.ALREADY;
            }
            if (still) {
                confirm(tx.handle(), c, c.contact().name(), "LINK", null);
            } else {
                ContactTable.put(tx.handle(), row.declined(clock.instant()));
            }
            return Answered.DONE;
        });
    }
}
