package io.greenpark.cleanproduction.round;

import io.greenpark.park.cleanproduction.AuditStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of the audits of an enterprise.
 *
 * @param entries oldest first
 * @param rounds what they make
 * @param member since when it is on the approved list; null where it is not
 */
public record Audits(
        String enterprise,
        List<Entry> entries,
        List<Round> rounds,
        @Nullable Membership member) {
    public Audits {
        entries = List.copyOf(entries);
        rounds = List.copyOf(rounds);
    }

    public static Audits of(String enterprise, List<Entry> entries, @Nullable Membership member) {
        return new Audits(enterprise, entries, Round.of(entries), member);
    }

    /** The number of the newest entry; 0 for none. */
    public long version() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).number();
    }

    /** The newest round; empty where it was never listed. */
    public Optional<Round> newest() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    /** The round that runs; empty where none does. */
    public Optional<Round> running() {
        return newest().filter(round -> !round.isOver());
    }

    /** The newest round that was accepted by the end of a day. */
    private Optional<Round> accepted(LocalDate day) {
        return rounds.stream()
                .filter(round -> round.takenBy(AuditStep.ACCEPTED, day))
                .reduce((one, later) -> later);
    }

    /**
     * Whether it is covered on a day: accepted, and not due again. Due again it is after the day by which an audit is to be repeated, and from the day on
     * which it was listed anew for what it did since: a listing for toxic materials alone is that repeat.
     */
    public boolean isCovered(LocalDate day, Terms terms) {
        Round accepted = accepted(day).orElse(null);
        if (accepted == null) {
            return false;
        }
        boolean anew = rounds.stream()
                .filter(round -> round.number() > accepted.number() && round.takenBy(AuditStep.LISTED, day))
                .anyMatch(round -> round.listing().reasons().stream().anyMatch(r -> r != AuditReason.TOXIC));
        return !anew && repeat(accepted, terms).map(d -> !d.isOverdue(day)).orElse(true);
    }

    /** What is to be taken by when, earliest first. */
    public List<Deadline> deadlines(Terms terms) {
        List<Deadline> deadlines = new ArrayList<>();
        Round round = newest().orElse(null);
        if (round == null) {
            first(terms).ifPresent(deadlines::add);
        } else if (round.isOver()) {
            repeat(round, terms).ifPresent(deadlines::add);
        } else {
            round.open().forEach(step -> of(round, step, terms).ifPresent(deadlines::add));
        }
        deadlines.sort(Comparator.comparing(Deadline::due).thenComparing(Deadline::step));
        return deadlines;
    }

    /**
     * What comes next: the deadline that comes first; where no term says by when, the first step that is open, without a day. Empty where nothing is to be done.
     */
    public Optional<Next> next(Terms terms) {
        List<Deadline> deadlines = deadlines(terms);
        if (!deadlines.isEmpty()) {
            Deadline first = deadlines.get(0);
            return Optional.of(new Next(first.round(), first.step(), first));
        }
        Round round = newest().orElse(null);
        if (round == null) {
            return member == null ? Optional.empty() : Optional.of(new Next(1, AuditStep.LISTED, null));
        }
        return round.open().stream().findFirst().map(step -> new Next(round.number(), step, null));
    }

    /**
     * A step that comes next.
     *
     * @param deadline by when; null where no term says so
     */
    public record Next(int round, AuditStep step, @Nullable Deadline deadline) {}

    private Optional<Deadline> first(Terms terms) {
        if (member == null) {
            return Optional.empty();
        }
        return terms.of(AuditStep.LISTED, null, null, member.since())
                .map(term -> deadline(1, member.since(), term, member.known()));
    }

    private Optional<Deadline> repeat(Round round, Terms terms) {
        Entry accepted = round.taken(AuditStep.ACCEPTED).orElse(null);
        if (accepted == null) {
            return Optional.empty();
        }
        return terms.of(AuditStep.LISTED, AuditStep.ACCEPTED, round.listing(), accepted.on())
                .map(term -> deadline(round.number() + 1, accepted.on(), term, accepted.at()));
    }

    /** By the term that ends first, of those that run. */
    private Optional<Deadline> of(Round round, AuditStep step, Terms terms) {
        return terms.bases(step).stream()
                .flatMap(base -> round.taken(base).stream()
                        .flatMap(entry -> terms
                                .of(step, base, round.listing(), entry.on())
                                .map(term ->
                                        deadline(round.number(), entry.on(), term, later(entry.at(), round.undone())))
                                .stream()))
                .min(Comparator.comparing(Deadline::due));
    }

    private Deadline deadline(int round, LocalDate from, Term term, Instant known) {
        return new Deadline(enterprise, round, term.step(), term.due(from), from, term, later(known, term.at()));
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
