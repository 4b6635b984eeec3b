package io.greenpark.alerts.cases;

import io.greenpark.alerts.cases.Inhibition.UninhibitedEpisode;
import io.greenpark.alerts.rule.SilenceFinding;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.store.books.BooksTx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes the cases of a key agree with the episodes in its verdicts, whatever order the data came in. Every change of a
 * case is an event, written in the transaction of the verdict. Reconciling again changes nothing.
 */
public final class CaseReconciler {
    private final CaseMessages messages;
    private final CaseEventListener listener;
    private final Expectations expectations;

    public CaseReconciler(CaseMessages messages, CaseEventListener listener, Expectations expectations) {
        this.messages = messages;
        this.listener = listener;
        this.expectations = expectations;
    }

    /** The same, whose cases say what is known of a silence. */
    public CaseReconciler with(SilenceFinding finding) {
        return new CaseReconciler(messages.with(finding), listener, expectations);
    }

    /** The same, telling nobody. */
    public CaseReconciler quiet() {
        return new CaseReconciler(messages, (handle, alertCase, event) -> {}, expectations);
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
        Window window = window(tx.handle(), key, policy, changedFrom.toEpochMilli());
        List<Verdict> verdicts =
                VerdictTable.between(tx.handle(), key.rule(), key.subject(), window.fromMs(), Long.MAX_VALUE);
        Inhibition inhibition = Inhibition.of(tx.handle(), key, window.fromMs());
        List<UninhibitedEpisode> unmatched = new ArrayList<>(inhibition.episodes(verdicts, policy.hysteresis()));
        unmatched.replaceAll(e -> e.asExpected(key, expectations));
        CaseChanges changes = new CaseChanges(
                key, policy, verdicts, arrivedAt, now, messages, new CaseEventWriter(tx, now, listener));
        Map<CaseRow, UninhibitedEpisode> matched = new LinkedHashMap<>();
        for (CaseRow c : window.cases()) {
            UninhibitedEpisode match = takeOverlapping(c, unmatched);
            if (match != null) {
                matched.put(c, match);
            } else if (inhibition.covers(c)) {
                changes.inhibit(c);
            } else {
                changes.withdraw(c);
            }
        }
        // Last, since a key has at most one open case: the others are closed by now.
        matched.forEach(changes::update);
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
        long from = VerdictTable.periodsBack(
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

    /** Takes the newest episode that overlaps a case out of {@code episodes}; null if none does. */
    private static @Nullable UninhibitedEpisode takeOverlapping(CaseRow c, List<UninhibitedEpisode> episodes) {
        for (int i = episodes.size() - 1; i >= 0; i--) {
            if (c.overlaps(episodes.get(i).episode())) {
                return episodes.remove(i);
            }
        }
        return null;
    }
}
