package io.greenpark.alerts.cases;

import io.greenpark.alerts.cases.Case.CaseEvent.Kind;
import io.greenpark.alerts.cases.Case.State;
import io.greenpark.alerts.cases.Inhibition.Found;
import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cases of a matter agree with the episodes in its verdicts, whatever order the data came in: raises, worsens,
 * amends, clears and withdraws, each with a step in the transaction of the verdict. Doing it again changes nothing.
 */
public final class CaseReconciler {
    /** A finding over for longer than this before its data arrived is put on record without telling anybody. */
    static final Duration TOO_LATE = Duration.ofDays(1);

    static final String PLATFORM = "greenpark";

    private final CaseMessages messages;
    private final CaseEventListener announcer;

    public CaseReconciler(CaseMessages messages, CaseEventListener announcer) {
        this.messages = messages;
        this.announcer = announcer;
    }

    /**
     * Brings the cases of {@code key} up to date after its verdicts changed.
     *
     * @param changedFrom start of the earliest period whose verdict changed
     * @param arrivedAt when the data of a verdict arrived
     */
    public void settle(
            BooksTx tx,
            CaseKey key,
            Policy policy,
            Instant changedFrom,
            Instant now,
            Function<Verdict, Instant> arrivedAt) {
        Window window = window(tx.handle(), key, policy, changedFrom.toEpochMilli());
        List<Verdict> verdicts =
                VerdictTable.between(tx.handle(), key.rule(), key.subject(), window.fromMs(), Long.MAX_VALUE);
        Inhibition takeover = Inhibition.of(tx.handle(), key, window.fromMs());
        List<Found> found = new ArrayList<>(takeover.found(verdicts, policy.hysteresis()));
        Round round = new Round(tx, key, policy, now, arrivedAt, verdicts);
        List<Runnable> updates = new ArrayList<>();
        for (CaseRow c : window.cases()) {
            Found match = takeMatch(c, found);
            if (match != null) {
                updates.add(() -> round.update(c, match));
            } else if (takeover.covers(c)) {
                round.handOver(c);
            } else {
                round.withdraw(c);
            }
        }
        updates.forEach(Runnable::run);
        // What the graver case has taken over before anybody was told needs no case of its own.
        found.stream().filter(f -> !f.taken()).forEach(f -> round.create(f.episode()));
    }

    /** Whether a changed verdict that never raised can change a case: one reaches to it or beyond. */
    public boolean concerns(Handle handle, CaseKey key, Instant changedFrom) {
        return !CaseTable.reaching(handle, key, changedFrom.toEpochMilli() - 1).isEmpty();
    }

    private record Window(long fromMs, List<CaseRow> cases) {}

    /** Goes back far enough that no episode can have begun before without having ended. */
    private static Window window(Handle handle, CaseKey key, Policy policy, long changedMs) {
        long from = VerdictTable.stepsBack(
                handle, key, changedMs, policy.hysteresis().raiseAfter());
        while (true) {
            List<CaseRow> cases = new ArrayList<>(CaseTable.reaching(handle, key, from));
            long earliest = from;
            for (CaseRow c : cases) {
                earliest = Math.min(earliest, c.since().toEpochMilli());
            }
            if (earliest == from) {
                cases.sort(Comparator.comparing(CaseRow::open)
                        .thenComparing(CaseRow::raised)
                        .thenComparing(CaseRow::since)
                        .reversed());
                return new Window(from, cases);
            }
            from = earliest;
        }
    }

    private static @Nullable Found takeMatch(CaseRow c, List<Found> found) {
        for (int i = found.size() - 1; i >= 0; i--) {
            if (c.overlaps(found.get(i).episode())) {
                return found.remove(i);
            }
        }
        return null;
    }

    /** One settling of one matter. */
    private final class Round {
        private final BooksTx tx;
        private final CaseKey key;
        private final Policy policy;
        private final Instant now;
        private final Function<Verdict, Instant> arrivedAt;
        private final List<Verdict> verdicts;

        Round(
                BooksTx tx,
                CaseKey key,
                Policy policy,
                Instant now,
                Function<Verdict, Instant> arrivedAt,
                List<Verdict> verdicts) {
            this.tx = tx;
            this.key = key;
            this.policy = policy;
            this.now = now;
            this.arrivedAt = arrivedAt;
            this.verdicts = verdicts;
        }

        void withdraw(CaseRow c) {
            CaseRow withdrawn =
                    c.saying(messages.withdrawn(c.text())).moved(State.WITHDRAWN, c.raised(), c.trial(), now);
            step(withdrawn, Kind.WITHDRAWN);
        }

        /** Ends a case whose time a graver one speaks for. */
        void handOver(CaseRow c) {
            if (c.open()) {
                CaseRow ended = c.saying(messages.takenOver(c.text()));
                quietStep(ended.moved(State.CLEARED, c.raised(), c.trial(), now), Kind.CLEARED);
            }
        }

        void create(Episode e) {
            int generation = CaseTable.casesSince(tx.handle(), key, e.since());
            CaseMessages.CaseMessage words = messages.of(key, e);
            boolean late = tooLate(e);
            CaseRow c = new CaseRow(
                            CaseId.of(key, e.since(), generation),
                            key,
                            policy.trial(),
                            !late,
                            late ? State.CLEARED : State.OPEN,
                            words.title(),
                            words.text(),
                            null,
                            null,
                            null,
                            null,
                            key.shown(e).severity(),
                            e.since(),
                            e.coveredTo(),
                            key.shown(e).from(),
                            now,
                            late ? e.coveredTo() : null,
                            null)
                    .with(e, words);
            // One that is over already must not pass for open, even for a moment: another case of the matter may be.
            CaseRow stands = !late && e.closed() ? c.moved(State.CLEARED, true, c.trial(), e.over()) : c;
            CaseTable.insert(tx.handle(), stands, generation);
            announce(c, note(c, late ? Kind.RECORDED : Kind.RAISED));
            if (stands != c) {
                announce(stands, note(stands, Kind.CLEARED));
            }
        }

        void update(CaseRow before, Found found) {
            Episode e = found.episode();
            CaseRow said = before.with(e, messages.of(key, e));
            CaseRow after = found.taken() ? said.saying(messages.takenOver(said.text())) : said;
            boolean amended = before.raised() && (!before.since().equals(e.since()) || !stillHolds(before));
            if (before.open() && found.taken()) {
                quietStep(after.moved(State.CLEARED, true, after.trial(), e.over()), Kind.CLEARED);
            } else if (before.open()) {
                updateOpen(before, after, e, amended);
            } else if (!e.closed() && !tooLate(e)) {
                reopen(before, after);
            } else if (amended) {
                step(after.moved(State.CLEARED, true, after.trial(), e.coveredTo()), Kind.AMENDED);
            } else if (!after.equals(before)) {
                rewrite(after);
            }
        }

        private void updateOpen(CaseRow before, CaseRow after, Episode e, boolean amended) {
            if (e.closed()) {
                step(after.moved(State.CLEARED, true, after.trial(), e.over()), Kind.CLEARED);
            } else if (before.trial() && !policy.trial()) {
                step(after.moved(State.OPEN, true, false, null), Kind.RAISED);
            } else if (amended) {
                step(after.moved(State.OPEN, true, after.trial(), null), Kind.AMENDED);
            } else if (worse(after)) {
                step(after.moved(State.OPEN, true, after.trial(), null), Kind.WORSENED);
            } else if (!after.equals(before)) {
                rewrite(after);
            }
        }

        private void reopen(CaseRow before, CaseRow after) {
            boolean trial = before.trial() && policy.trial();
            step(after.moved(State.OPEN, true, trial, null), before.raised() ? Kind.AMENDED : Kind.RAISED);
        }

        /** Whether the figure the case shows is still what the verdict of its period says. */
        private boolean stillHolds(CaseRow c) {
            return verdicts.stream()
                    .anyMatch(v -> v.from().equals(c.figureFrom())
                            && v.outcome() == Outcome.RAISES
                            && (same(v.figure(), c.figure()) || key.cumulative() && near(v, c))
                            && same(v.limit(), c.limit()));
        }

        /** Whether a figure that changed is still near enough to what people were told. */
        private boolean near(Verdict v, CaseRow c) {
            BigDecimal severity = v.severity();
            BigDecimal told = c.toldSeverity();
            return severity != null
                    && told != null
                    && severity.subtract(told)
                                    .abs()
                                    .compareTo(policy.hysteresis().worsenBy())
                            < 0;
        }

        private boolean worse(CaseRow c) {
            BigDecimal severity = c.severity();
            BigDecimal told = c.toldSeverity();
            return severity != null
                    && told != null
                    && severity.compareTo(told.add(policy.hysteresis().worsenBy())) >= 0;
        }

        private boolean tooLate(Episode e) {
            Instant lasted = e.closed() ? e.last().to() : e.last().to().plus(policy.standsFor());
            Instant latest = lasted.plus(TOO_LATE);
            return now.isAfter(latest) && arrivedAt.apply(e.last()).isAfter(latest);
        }

        /** The case says something else without a step; its series follows. */
        private void rewrite(CaseRow c) {
            CaseTable.update(tx.handle(), c);
            tx.marks().mark(Mark.Kind.ALERT, c.id(), 0);
        }

        /** A step that nobody is told of: the notice of the graver case says it. */
        private Case.CaseEvent quietStep(CaseRow c, Kind kind) {
            CaseTable.update(tx.handle(), c);
            return note(c, kind);
        }

        private Case.CaseEvent note(CaseRow c, Kind kind) {
            tx.marks().mark(Mark.Kind.ALERT, c.id(), 0);
            return CaseTable.addStep(tx.handle(), c.id(), kind, now, PLATFORM, null, c.text());
        }

        private void step(CaseRow c, Kind kind) {
            announce(c, quietStep(c, kind));
        }

        private void announce(CaseRow c, Case.CaseEvent step) {
            if (c.raised() && !c.trial()) {
                announcer.announce(tx.handle(), CaseBook.of(c, CaseTable.steps(tx.handle(), c.id())), step);
            }
        }
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? Objects.equals(a, b) : a.compareTo(b) == 0;
    }
}
