package io.greenpark.cleanproduction.round;

import io.greenpark.park.cleanproduction.AuditStep;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether something may be entered of an enterprise. */
public final class EntryRules {
    private EntryRules() {}

    /**
     * A step as somebody says that it was taken.
     *
     * @param listing of {@link AuditStep#LISTED} only
     */
    public record Taken(
            AuditStep step,
            LocalDate on,
            @Nullable Paper paper,
            @Nullable Listing listing,
            @Nullable String word) {}

    /** What stands against entering a step; empty where nothing does. */
    public static Optional<EntryRefusal> against(Audits audits, Taken taken, LocalDate today) {
        if (taken.on().isAfter(today)) {
            return refused(EntryRefusal.Kind.IN_THE_FUTURE, taken.step(), today);
        }
        if (!taken.step().ofEnterprise() && taken.paper() == null) {
            return refused(EntryRefusal.Kind.NO_PAPER, taken.step(), null);
        }
        return taken.step() == AuditStep.LISTED ? againstListing(audits, taken) : againstStep(audits, taken);
    }

    /** What is voluntary ends where the enterprise has to: a mandatory listing begins another round. */
    private static Optional<EntryRefusal> againstListing(Audits audits, Taken taken) {
        Round newest = audits.newest().orElse(null);
        if (newest == null) {
            return Optional.empty();
        }
        Listing listing = taken.listing();
        boolean hasTo = listing != null
                && listing.register() == Register.MANDATORY
                && newest.listing().register() == Register.VOLUNTARY;
        if (!newest.isOver() && !hasTo) {
            return refused(EntryRefusal.Kind.ROUND_RUNS, firstOpen(newest), newest.on(AuditStep.LISTED));
        }
        AuditStep before = newest.isOver() ? AuditStep.ACCEPTED : AuditStep.LISTED;
        LocalDate on = newest.on(before);
        return on != null && taken.on().isBefore(on) ? refused(EntryRefusal.Kind.BEFORE, before, on) : Optional.empty();
    }

    private static @Nullable AuditStep firstOpen(Round round) {
        return round.open().stream().findFirst().orElse(null);
    }

    /** Publishing is no condition of what follows, except of acceptance; all else comes in order. */
    private static Optional<EntryRefusal> againstStep(Audits audits, Taken taken) {
        Round round = audits.running().orElse(null);
        if (round == null) {
            return refused(EntryRefusal.Kind.NOT_LISTED, taken.step(), null);
        }
        if (!round.listing().register().steps().contains(taken.step())) {
            return refused(EntryRefusal.Kind.NOT_OF_REGISTER, taken.step(), null);
        }
        LocalDate already = round.on(taken.step());
        if (already != null) {
            return refused(EntryRefusal.Kind.TAKEN, taken.step(), already);
        }
        for (AuditStep before : round.listing().register().steps()) {
            if (before == taken.step()) {
                break;
            }
            LocalDate on = round.on(before);
            boolean asked = before != AuditStep.PUBLISHED || taken.step() == AuditStep.ACCEPTED;
            if (asked && on == null) {
                return refused(EntryRefusal.Kind.FIRST, before, null);
            }
            if (asked && on != null && taken.on().isBefore(on)) {
                return refused(EntryRefusal.Kind.BEFORE, before, on);
            }
        }
        return Optional.empty();
    }

    /** What stands against taking an entry back; empty where nothing does. */
    public static Optional<EntryRefusal> againstUndoing(Audits audits, long number) {
        Entry entry = audits.entries().stream()
                .filter(e -> e.number() == number && e.undoes() == null)
                .findFirst()
                .orElse(null);
        if (entry == null) {
            return refused(EntryRefusal.Kind.NO_ENTRY, null, null);
        }
        Round round = audits.rounds().stream()
                .filter(r -> r.number() == entry.round())
                .findFirst()
                .orElse(null);
        Entry holds = round == null ? null : round.steps().get(entry.step());
        if (round == null || holds == null || holds.number() != number) {
            return refused(EntryRefusal.Kind.UNDONE, entry.step(), entry.on());
        }
        AuditStep later = round.steps().keySet().stream()
                .filter(step -> step.compareTo(entry.step()) > 0)
                .filter(step -> entry.step() != AuditStep.PUBLISHED || step == AuditStep.ACCEPTED)
                .reduce((one, next) -> next)
                .orElse(null);
        if (later != null) {
            return refused(EntryRefusal.Kind.LATER_FIRST, later, round.on(later));
        }
        boolean again = audits.rounds().stream().anyMatch(r -> r.number() > round.number());
        return again ? refused(EntryRefusal.Kind.LATER_FIRST, AuditStep.LISTED, null) : Optional.empty();
    }

    private static Optional<EntryRefusal> refused(
            EntryRefusal.Kind kind, @Nullable AuditStep step, @Nullable LocalDate day) {
        return Optional.of(new EntryRefusal(kind, step, day));
    }
}
