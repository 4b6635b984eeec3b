package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.CleanProductionConfig;
import io.greenpark.cleanproduction.coverage.Coverage;
import io.greenpark.cleanproduction.coverage.CoverageCount;
import io.greenpark.cleanproduction.list.Member;
import io.greenpark.cleanproduction.round.AuditReason;
import io.greenpark.cleanproduction.round.Audits;
import io.greenpark.cleanproduction.round.Authority;
import io.greenpark.cleanproduction.round.Entry;
import io.greenpark.cleanproduction.round.EntryRefusal;
import io.greenpark.cleanproduction.round.EntryRules;
import io.greenpark.cleanproduction.round.EntryRules.Taken;
import io.greenpark.cleanproduction.round.Register;
import io.greenpark.cleanproduction.round.Round;
import io.greenpark.cleanproduction.round.Term;
import io.greenpark.park.cleanproduction.AuditStep;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the audits: what is entered of them, the terms, and who sees to what. An entry is made on what was seen or not at all; nothing is
 * changed, only taken back by another entry. Any thread may call.
 */
public final class CleanProductionDesk {
    private final Books books;
    private final RegistrySource registry;
    private final CleanProductionConfig config;
    private final Clock clock;

    /** @param registry of the whole district */
    public CleanProductionDesk(Books books, RegistrySource registry, CleanProductionConfig config, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What came of an entry.
     *
     * @param refusal why nothing was entered; null where it was
     * @param now the audits since
     */
    public record Done(@Nullable EntryRefusal refusal, Audits now) {}

    public CleanProductionConfig config() {
        return config;
    }

    /** The day in the district. */
    public LocalDate today() {
        Registry current = registry.current();
        return Subject.district(current.facts().districtId()).time(current).dayOf(clock.instant());
    }

    /** The day in an enterprise's park. */
    public LocalDate today(String enterprise) {
        return registry.current().timeOf(enterprise).dayOf(clock.instant());
    }

    /** All audits as they stand. */
    public Snapshot snapshot() {
        LocalDate today = today();
        return books.read(handle -> Snapshot.read(handle, today));
    }

    /** Coverage by park at the end of a day, by what is known of it now. */
    public Map<String, Coverage> coverage(Snapshot snapshot, LocalDate day) {
        return CoverageCount.byPark(snapshot.lists(), snapshot.audits(), snapshot.terms(), day, this::parkOf);
    }

    /** Where a member of a list lies: where it does now, else where it lay when the list was made. */
    public String parkOf(Member member) {
        return registry.current()
                .enterprise(member.enterprise())
                .map(Enterprise::parkId)
                .orElse(member.park());
    }

    /** The office that sees to an enterprise for which nobody is named. */
    public Bilingual office(Audits audits) {
        return config.office(inCharge(audits));
    }

    /** Whose business the audits of an enterprise are; of one that is not listed yet, the authority of the environment's. */
    public static Authority inCharge(Audits audits) {
        return audits.newest().map(round -> round.listing().inCharge()).orElse(Authority.ENVIRONMENT);
    }

    /** Enters that a step was taken. */
    public Done enter(String enterprise, long version, Taken taken, String who) {
        LocalDate today = today(enterprise);
        return write(enterprise, version, (audits, handle) -> {
            Optional<EntryRefusal> refusal = EntryRules.against(audits, taken, today);
            if (refusal.isPresent()) {
                return new Draft(refusal.get(), null);
            }
            int newest = audits.newest().map(Round::number).orElse(lastRound(audits));
            int round = taken.step() == AuditStep.LISTED ? lastRound(audits) + 1 : newest;
            return new Draft(
                    null,
                    new Entry(
                            version + 1,
                            round,
                            taken.step(),
                            null,
                            taken.on(),
                            taken.paper(),
                            taken.step() == AuditStep.LISTED ? taken.listing() : null,
                            taken.word(),
                            clock.instant(),
                            who));
        });
    }

    /** Rounds whose listing was taken back keep their number. */
    private static int lastRound(Audits audits) {
        return audits.entries().stream().mapToInt(Entry::round).max().orElse(0);
    }

    /** Takes an entry back by another one. */
    public Done undo(String enterprise, long version, long number, String word, String who) {
        return write(enterprise, version, (audits, handle) -> {
            Optional<EntryRefusal> refusal = EntryRules.againstUndoing(audits, number);
            if (refusal.isPresent()) {
                return new Draft(refusal.get(), null);
            }
            Entry undone = audits.entries().stream()
                    .filter(e -> e.number() == number)
                    .findFirst()
                    .orElseThrow();
            return new Draft(
                    null,
                    new Entry(
                            version + 1,
                            undone.round(),
                            undone.step(),
                            number,
                            undone.on(),
                            null,
                            null,
                            word,
                            clock.instant(),
                            who));
        });
    }

    private record Draft(
            @Nullable EntryRefusal refusal, @Nullable Entry entry) {}

    @FunctionalInterface
    private interface Drafting {
        Draft of(Audits audits, Handle handle);
    }

    private Done write(String enterprise, long version, Drafting drafting) {
        LocalDate today = today();
        try {
            return books.write(tx -> {
                Audits before = one(tx.handle(), enterprise, today);
                if (before.version() != version) {
                    return new Done(new EntryRefusal(EntryRefusal.Kind.STALE, null, null), before);
                }
                Draft draft = drafting.of(before, tx.handle());
                if (draft.entry() == null) {
                    return new Done(draft.refusal(), before);
                }
                EntryTable.insert(tx.handle(), enterprise, draft.entry());
                return new Done(null, one(tx.handle(), enterprise, today));
            });
        } catch (StaleException e) {
            return new Done(
                    new EntryRefusal(EntryRefusal.Kind.STALE, null, null),
                    books.read(handle -> one(handle, enterprise, today)));
        }
    }

    /** The audits of an enterprise. */
    public Audits look(String enterprise) {
        LocalDate today = today();
        return books.read(handle -> one(handle, enterprise, today));
    }

    static Audits one(Handle handle, String enterprise, LocalDate today) {
        return Audits.of(
                enterprise,
                EntryTable.of(handle, enterprise),
                ListTable.all(handle).member(enterprise, today));
    }

    /**
     * A term as the bureau sets it.
     *
     * @param months null where there is to be none from that day on
     */
    public record NewTerm(
            AuditStep step,
            @Nullable AuditStep base,
            @Nullable Register register,
            @Nullable AuditReason reason,
            @Nullable Integer months,
            LocalDate validFrom,
            Bilingual source,
            boolean confirmed,
            String word) {}

    /** Sets a term in a transaction. */
    public Term set(Handle handle, NewTerm term, String who, Instant at) {
        Term set = new Term(
                String.valueOf(TermTable.nextNumber(handle)),
                term.step(),
                term.base(),
                term.register(),
                term.reason(),
                term.months(),
                term.validFrom(),
                term.source(),
                term.confirmed(),
                term.word(),
                at,
                who);
        TermTable.insert(handle, set);
        return set;
    }

    /** Sets a term. */
    public Term set(NewTerm term, String who) {
        Instant now = clock.instant();
        return books.write(tx -> set(tx.handle(), term, who, now));
    }

    /** The number of the newest term that the bureau has set; 0 for none. */
    public long newestTerm() {
        return books.read(this::newestTerm);
    }

    /** The same in a transaction. */
    public long newestTerm(Handle handle) {
        return TermTable.nextNumber(handle) - 1;
    }

    /** A term that the bureau has set. */
    public Optional<Term> term(long number) {
        String id = String.valueOf(number);
        return books.read(handle -> TermTable.all(handle).stream()
                .filter(term -> term.id().equals(id))
                .findFirst());
    }

    /** Names who sees to the next step of an enterprise; neither account nor office leaves it to the office in charge. */
    public void own(String enterprise, @Nullable String account, @Nullable String office, String by) {
        StepOwner owner = new StepOwner(account, office, clock.instant(), by);
        books.write(tx -> {
            OwnerTable.put(tx.handle(), enterprise, owner);
            return true;
        });
    }
}
