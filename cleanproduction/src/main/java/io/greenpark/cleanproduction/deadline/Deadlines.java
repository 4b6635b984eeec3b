package io.greenpark.cleanproduction.deadline;

import io.greenpark.alerts.cases.CaseKey;
import io.greenpark.alerts.cases.OwnerChange;
import io.greenpark.alerts.evaluation.OverdueEvaluator;
import io.greenpark.alerts.evaluation.OverdueEvaluator.Overdue;
import io.greenpark.alerts.outbox.Letter;
import io.greenpark.alerts.outbox.LetterBox;
import io.greenpark.cleanproduction.deadline.DeadlineTexts.Told;
import io.greenpark.cleanproduction.deadline.NoticeTable.Notice;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.Snapshot;
import io.greenpark.cleanproduction.desk.StepOwner;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.cleanproduction.round.Deadline;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Tells deadlines some days before they are due, and says which are overdue. What is told is noted in the transaction that writes its
 * letters, so whatever ends the process, each is told once. Contacts of an enterprise are told of its own steps, one letter for each; those of its
 * park and the bureau of all that is told in the park at once, in one letter. Used by one thread.
 */
public final class Deadlines {
    private static final String PLATFORM = "greenpark";
    private static final int MS_PER_MINUTE = 60_000;
    private static final int LONGEST_BEFORE = 1_000;

    private final Books books;
    private final RegistrySource registry;
    private final CleanProductionDesk desk;
    private final LetterBox letters;
    private final OverdueEvaluator overdue;
    private final Mailing mailing;
    private final Clock clock;

    /**
     * Where letters lead and who gets the bureau's.
     *
     * @param bureau recipients of the bureau
     * @param officers where officers reach the console, without a slash at its end
     * @param enterprises where enterprises do
     */
    public record Mailing(List<Contact> bureau, String officers, String enterprises) {
        public Mailing {
            bureau = List.copyOf(bureau);
        }
    }

    public Deadlines(
            Books books,
            RegistrySource registry,
            CleanProductionDesk desk,
            LetterBox letters,
            OverdueEvaluator overdue,
            Mailing mailing,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.desk = desk;
        this.letters = letters;
        this.overdue = overdue;
        this.mailing = mailing;
        this.clock = clock;
    }

    /** Tells and judges what is due; returns whether there may be more to do at once, which there never is. */
    public boolean step() {
        Registry current = registry.current();
        LocalDate today = desk.today();
        Map<Park, List<Told>> due = books.read(handle -> due(handle, current, today));
        due.forEach((park, all) -> books.write(tx -> {
            tell(tx.handle(), park, all, today);
            return true;
        }));
        overdue.step(handle -> overdue(handle, current, today));
        return false;
    }

    private static Stream<Deadline> deadlines(Snapshot snapshot) {
        return snapshot.audits().values().stream()
                .flatMap(audits -> audits.deadlines(snapshot.terms()).stream())
                .sorted(Comparator.comparing(Deadline::due)
                        .thenComparing(Deadline::enterprise)
                        .thenComparing(Deadline::step));
    }

    private Map<Park, List<Told>> due(Handle handle, Registry current, LocalDate today) {
        Snapshot snapshot = Snapshot.read(handle, today);
        Set<Notice> told = NoticeTable.all(handle);
        Map<Park, List<Told>> due = new LinkedHashMap<>();
        deadlines(snapshot)
                .forEach(deadline -> current.enterprise(deadline.enterprise()).ifPresent(enterprise -> {
                    Park park = current.parkOf(enterprise);
                    daysBefore(deadline, park.time())
                            .filter(days -> !told.contains(Notice.of(deadline, days)))
                            .ifPresent(days -> due.computeIfAbsent(park, p -> new ArrayList<>())
                                    .add(new Told(enterprise, deadline, owner(snapshot, deadline.enterprise()), days)));
                }));
        return due;
    }

    private Optional<Integer> daysBefore(Deadline deadline, ParkTime time) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), time.zone());
        return DeadlinePlan.at(now, deadline, desk.config().remindDaysBefore(), time.dayOf(deadline.known()));
    }

    private Bilingual owner(Snapshot snapshot, String enterprise) {
        StepOwner named = snapshot.owner(enterprise);
        String office = named == null ? null : named.office();
        return office == null ? desk.office(snapshot.of(enterprise)) : Bilingual.same(office);
    }

    /** What was entered since it was read is not told. */
    private void tell(Handle handle, Park park, List<Told> all, LocalDate today) {
        Snapshot snapshot = Snapshot.read(handle, today);
        Instant now = clock.instant();
        List<Told> fresh = new ArrayList<>();
        for (Told told : all) {
            Deadline deadline = told.deadline();
            Audits audits = snapshot.of(deadline.enterprise());
            if (audits.deadlines(snapshot.terms()).contains(deadline)) {
                int written = deadline.step().ofEnterprise() ? tellEnterprise(handle, told, now) : 0;
                if (NoticeTable.note(handle, Notice.of(deadline, told.daysBefore()), now, written)) {
                    fresh.add(told);
                }
            }
        }
        if (!fresh.isEmpty()) {
            tellOffice(handle, park, fresh, now);
        }
    }

    private int tellEnterprise(Handle handle, Told told, Instant now) {
        Deadline deadline = told.deadline();
        String about = "clean-production:" + deadline.enterprise() + ":" + deadline.round() + ":"
                + deadline.step().code() + ":" + deadline.due();
        // Later letters have higher steps, so that they wait for the earlier ones.
        int step = LONGEST_BEFORE - told.daysBefore();
        Enterprise enterprise = told.enterprise();
        return letters.write(
                handle,
                new Letter(
                        about,
                        step,
                        enterprise.id(),
                        "clean-production-deadline",
                        DeadlineTexts.title(told),
                        DeadlineTexts.text(told),
                        mailing.enterprises() + "/#/clean-production/" + enterprise.id(),
                        now),
                enterprise.contacts());
    }

    private void tellOffice(Handle handle, Park park, List<Told> all, Instant now) {
        List<Contact> office = new ArrayList<>(mailing.bureau());
        park.contacts().stream().filter(c -> !office.contains(c)).forEach(office::add);
        letters.write(
                handle,
                new Letter(
                        "clean-production-office:" + park.id(),
                        (int) (now.toEpochMilli() / MS_PER_MINUTE),
                        Subject.park(park.id()),
                        "clean-production-deadlines",
                        DeadlineTexts.officeTitle(park, all.size()),
                        DeadlineTexts.officeText(all),
                        mailing.officers() + "/#/clean-production?park=" + park.id(),
                        now),
                office);
    }

    private Map<CaseKey, Overdue> overdue(Handle handle, Registry current, LocalDate today) {
        Snapshot snapshot = Snapshot.read(handle, today);
        Map<CaseKey, Overdue> all = new LinkedHashMap<>();
        deadlines(snapshot)
                .forEach(deadline -> current.enterprise(deadline.enterprise()).ifPresent(enterprise -> {
                    ParkTime time = current.parkOf(enterprise).time();
                    if (deadline.isOverdue(time.dayOf(clock.instant()))) {
                        all.put(key(enterprise, deadline), overdue(deadline, time, snapshot));
                    }
                }));
        return all;
    }

    /** Contacts of an enterprise are no more told of what the authority has not done than they could do it. */
    private static CaseKey key(Enterprise enterprise, Deadline deadline) {
        Subject about = deadline.step().ofEnterprise()
                ? Subject.enterprise(enterprise.id())
                : Subject.park(enterprise.parkId());
        return CaseKey.audit(about, enterprise.id(), deadline.step());
    }

    private static Overdue overdue(Deadline deadline, ParkTime time, Snapshot snapshot) {
        StepOwner owner = snapshot.owner(deadline.enterprise());
        return new Overdue(
                time.startOf(deadline.due().plusDays(1)),
                time.dayOf(deadline.known()).isAfter(deadline.due()),
                owner == null ? null : ownedBy(owner));
    }

    private static @Nullable OwnerChange ownedBy(StepOwner owner) {
        String account = owner.account();
        String office = owner.office();
        if (account != null) {
            return OwnerChange.to(account, PLATFORM, null);
        }
        return office == null ? null : OwnerChange.left(office, PLATFORM, null);
    }
}
