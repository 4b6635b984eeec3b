package io.greenpark.alerts.contact;

import io.greenpark.alerts.contact.Absences.Absence;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.alerts.outbox.LinksConfig;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all contacts every minute: those that are new or gone, those that are to be asked, and of whom nobody can be told. A letter is noted in
 * the transaction that writes it, so whatever ends the process, each is written once. Used by one thread.
 */
public final class ContactRounds {
    /** When people are at work, by the calendar of whom they are told of. */
    private static final int FIRST_HOUR = 9;

    private static final int LAST_HOUR = 18;

    private final Books books;
    private final RegistrySource registry;
    private final ContactsConfig config;
    private final ContactDesk desk;
    private final ContactLinks links;
    private final LetterBox letters;
    private final LinksConfig.Urls urls;
    private final Clock clock;

    /** @param urls where people reach the console */
    public ContactRounds(
            Books books,
            RegistrySource registry,
            ContactsConfig config,
            ContactDesk desk,
            ContactLinks links,
            LetterBox letters,
            LinksConfig.Urls urls,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.config = config;
        this.desk = desk;
        this.links = links;
        this.letters = letters;
        this.urls = urls;
        this.clock = clock;
    }

    /** Looks once. */
    public void step() {
        Registry current = registry.current();
        Instant now = clock.instant();
        boolean first = books.read(ContactTable::start).isEmpty();
        follow(current, now, first);
        ask(current, now);
        noteAbsences(current, now, first);
        if (first) {
            books.write(tx -> {
                ContactTable.begin(tx.handle(), now);
                return true;
            });
        }
    }

    /** What the registry has that is not known yet, and what it has no more. */
    private void follow(Registry current, Instant now, boolean first) {
        Map<String, OwnedContact> contacts = OwnedContact.all(current);
        List<ContactRow> changed = books.read(handle -> {
            Map<String, ContactRow> rows = ContactTable.all(handle);
            List<ContactRow> changes = new ArrayList<>();
            contacts.forEach((id, contact) -> {
                ContactRow row = rows.get(id);
                if (row == null || row.gone() != null) {
                    int round = row == null ? 0 : row.asking().round() + 1;
                    ContactRow fresh = ContactRow.fresh(contact, now, due(id, now, first), round);
                    // Taken out and put back it is still the address that an officer knows not to work.
                    changes.add(row == null ? fresh : fresh.marked(row.mark()));
                }
            });
            rows.values().stream()
                    .filter(row -> row.gone() == null && !contacts.containsKey(row.id()))
                    .forEach(row -> changes.add(row.gone(now)));
            return changes;
        });
        if (!changed.isEmpty()) {
            books.write(tx -> {
                changed.forEach(row -> ContactTable.put(tx.handle(), row));
                return true;
            });
        }
    }

    /** Who was there before contacts were looked at is asked some time within the spread, and not all at once. */
    private Instant due(String id, Instant now, boolean first) {
        Instant due = now.plus(config.confirmEvery());
        long minutes = config.spread().toMinutes();
        return first && minutes > 0 ? due.plus(Duration.ofMinutes(Math.floorMod(id.hashCode(), minutes))) : due;
    }

    private void ask(Registry current, Instant now) {
        Map<String, OwnedContact> contacts = OwnedContact.all(current);
        List<OwnedContact> asked = books.read(handle -> desk.lines(handle, current, now).stream()
                .filter(line -> line.state() == ContactLine.State.DUE)
                .filter(line -> lettersBy(line.askedAt(), now) > line.asked() && isAtWork(current, line.owner(), now))
                .flatMap(line -> Optional.ofNullable(contacts.get(line.id()))
                        .filter(c -> desk.isAskedByMail(c, line.addresses(), line.mark()))
                        .stream())
                .limit(config.lettersPerMinute())
                .toList());
        asked.forEach(contact -> books.write(tx -> {
            ask(tx.handle(), current, contact, now);
            return true;
        }));
    }

    /**
     * How many letters are to have gone out by now; of several that are due at once one says enough.
     *
     * @param first when the first of them did; null where none did
     */
    private int lettersBy(@Nullable Instant first, Instant now) {
        if (first == null) {
            return 1;
        }
        return 1
                + (int) config.remindAfterDays().stream()
                        .filter(days -> !now.isBefore(first.plus(Duration.ofDays(days))))
                        .count();
    }

    private static boolean isAtWork(Registry current, Subject owner, Instant now) {
        int hour = now.atZone(zone(current, owner)).getHour();
        return hour >= FIRST_HOUR && hour < LAST_HOUR;
    }

    private static ZoneId zone(Registry current, Subject owner) {
        return owner.time(current).zone();
    }

    private void ask(Handle handle, Registry current, OwnedContact c, Instant now) {
        ContactRow row = ContactTable.one(handle, c.id()).orElse(null);
        if (row == null
                || row.gone() != null
                || row.declined() != null
                || now.isBefore(row.asking().due())) {
            return;
        }
        Bilingual owner = c.owner().name(current);
        String url = c.owner().scope() == Subject.Scope.ENTERPRISE ? urls.enterprises() : urls.officers();
        int number = lettersBy(row.asking().at(), now);
        if (number <= row.asking().letters()) {
            return;
        }
        Letter letter = new Letter(
                "contact/" + c.id() + "/" + row.asking().round(),
                number,
                c.owner(),
                "contact-confirmation",
                ContactTexts.title(owner, number > 1),
                ContactTexts.text(owner, links.expiresAt(), zone(current, c.owner())),
                url + "/#/contact?token=" + links.write(c.id(), row.asking().round()),
                now);
        Contact byMail = new Contact(
                c.contact().name(),
                c.contact().email(),
                null,
                c.contact().phone(),
                c.contact().language());
        letters.write(handle, letter, List.of(byMail));
        ContactTable.put(handle, row.askedOnce(number, now));
    }

    private void noteAbsences(Registry current, Instant now, boolean first) {
        Set<Subject> reached = new HashSet<>();
        Map<Subject, Absence> before = books.read(handle -> {
            desk.lines(handle, current, now).stream()
                    .filter(line -> line.state().works())
                    .forEach(line -> reached.add(line.owner()));
            return Absences.all(handle);
        });
        Set<Subject> absent = new HashSet<>();
        OwnedContact.owners(current).filter(o -> !reached.contains(o)).forEach(absent::add);
        List<Subject> begun =
                absent.stream().filter(o -> !before.containsKey(o)).toList();
        List<Subject> ended =
                before.keySet().stream().filter(o -> !absent.contains(o)).toList();
        if (!begun.isEmpty() || !ended.isEmpty()) {
            books.write(tx -> {
                begun.forEach(o -> Absences.begin(tx.handle(), o, now, first));
                ended.forEach(o -> Absences.end(tx.handle(), o));
                return true;
            });
        }
    }
}
