package io.greenpark.alerts.cases;

import io.greenpark.alerts.cases.Inhibition.UninhibitedEpisode;
import io.greenpark.alerts.rule.Flapping;
import io.greenpark.alerts.rule.SilenceFinding;
import io.greenpark.alerts.rule.Spells;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.store.books.BooksTx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Makes the cases of a key agree with the episodes in its verdicts, whatever order the data came in. Every change of a
 * case is an event, written in the transaction of the verdict. Reconciling again changes nothing.
 */
public final class CaseReconciler {
    private final CaseMessages messages;
    private final CaseEventListener listener;
    private final Expectations expectations;
    private final CaseLife life;

    /** One whose cases people do nothing about. */
    public CaseReconciler(CaseMessages messages, CaseEventListener listener, Expectations expectations) {
        this(messages, listener, expectations, CaseLife.NONE);
    }

    /** @param life follows every event, in its transaction */
    public CaseReconciler(CaseMessages messages, CaseEventListener listener, Expectations expectations, CaseLife life) {
        this.life = life;
        this.messages = messages;
        this.listener = listener;
        this.expectations = expectations;
    }

    /** The same, whose cases say what is known of a silence. */
    public CaseReconciler with(SilenceFinding finding) {
        return new CaseReconciler(messages.with(finding), listener, expectations, life);
    }

    /** The same, telling nobody. */
    public CaseReconciler quiet() {
        return new CaseReconciler(messages, (handle, alertCase, event) -> {}, expectations, life);
    }

    /**
     * Brings the cases of {@code key} up to date after its verdicts changed.
     *
     * @param changedFrom start of the earliest period whose verdict changed
     * @param arrivedAt when the data of a verdict arrived
     */
    public void reconcile(
            BooksTx tx,
            CaseKey key,
            CasePolicy policy,
            Instant changedFrom,
            Instant now,
            Function<Verdict, Instant> arrivedAt) {
        Flapping flapping = policy.course().flapping(changedFrom);
        Instant lookFrom = flapping == null ? changedFrom : changedFrom.minus(flapping.window());
        Window window = window(tx.handle(), key, policy, lookFrom.toEpochMilli());
        List<Verdict> verdicts =
                VerdictTable.between(tx.handle(), key.rule(), key.subject(), window.fromMs(), Long.MAX_VALUE);
        Inhibition inhibition = Inhibition.of(tx.handle(), key, window.fromMs(), expectations);
        List<UninhibitedEpisode> unmatched = new ArrayList<>(inhibition.episodes(verdicts, policy.course()));
        unmatched.replaceAll(e -> e.asExpected(key, expectations));
        CaseChanges changes = new CaseChanges(
                key,
                policy,
                verdicts,
                arrivedAt,
                now,
                messages,
                new CaseEventWriter(tx, now, listener, life, policy.course()));
        Map<String, Integer> again = CaseFlaps.of(
                tx.handle(), window.cases().stream().map(CaseRow::id).toList());
        Recurrence recurrence = new Recurrence(key, unmatched);
        for (CaseRow c : window.cases()) {
            List<UninhibitedEpisode> own = takeOverlapping(c, unmatched, again.containsKey(c.id()));
            if (!own.isEmpty()) {
                recurrence.match(c, own);
            } else if (inhibition.covers(c)) {
                changes.inhibit(c);
            } else {
                changes.withdraw(c);
            }
        }
        if (flapping != null) {
            recurrence.join(unmatched, flapping);
        }
        // Last, since a key has at most one open case: the others are closed by now.
        for (Recurrence.Matched m : recurrence.matched()) {
            Spells spells = m.found().episode().spells();
            boolean came = spells.again() > 0 || again.getOrDefault(m.row().id(), 0) > 0;
            if (came && !spells.equals(m.row().content().spells())) {
                CaseFlaps.put(tx.handle(), m.row().id(), spells);
            }
            changes.update(m.row(), m.found());
        }
        // An episode that was inhibited before anybody was notified needs no case of its own.
        unmatched.stream().filter(e -> !e.cutShort()).forEach(changes::create);
    }

    /** Those of some keys that have cases; the others need not be asked about theirs. */
    public Set<CaseKey> keysWithCases(Handle handle, Collection<CaseKey> keys) {
        return CaseTable.keysWithCases(handle, keys);
    }

    /** Whether a changed verdict that never raised can change a case: one reaches to it or beyond. */
    public boolean hasCaseFrom(Handle handle, CaseKey key, Instant changedFrom) {
        return !CaseTable.reaching(handle, key, changedFrom.toEpochMilli() - 1).isEmpty();
    }

    /**
     * The verdicts and cases that a change can concern.
     *
     * @param cases open ones first, then raised ones, then the newest
     */
    private record Window(long fromMs, List<CaseRow> cases) {}

    /** Goes back far enough that no episode can have begun before without having ended. */
    private static Window window(Handle handle, CaseKey key, CasePolicy policy, long changedMs) {
        long from =
                VerdictTable.periodsBack(handle, key, changedMs, policy.course().longestRaise());
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

    /** Takes the newest episode that overlaps a case out of {@code episodes}, or all of one that came again; none where none does. */
    private static List<UninhibitedEpisode> takeOverlapping(CaseRow c, List<UninhibitedEpisode> episodes, boolean all) {
        List<UninhibitedEpisode> taken = new ArrayList<>();
        for (int i = episodes.size() - 1; i >= 0 && (all || taken.isEmpty()); i--) {
            if (c.overlaps(episodes.get(i).episode())) {
                taken.add(0, episodes.remove(i));
            }
        }
        return taken;
    }
}
