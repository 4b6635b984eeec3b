package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.CaseFilter.Handled;
import io.greenpark.alerts.handling.DetailField;
import io.greenpark.alerts.handling.Side;
import io.greenpark.alerts.handling.StepDetails;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Notes terms that have passed, once each, and levels that change by time alone. Used by one thread. Before its first look it gives cases of before their numbers, in the
 * order in which they were raised, and writes no step for it.
 */
public final class HandlingRounds {
    private static final int PORTION = 500;
    private static final String TAKEN_OVER = "handling-of-former-cases";

    private final Books books;
    private final CaseHandlings handlings;
    private final CaseBook cases;
    private final StepListener listener;
    private final Clock clock;
    private boolean takenOver;

    /** @param listener is told of terms that pass and of levels that change */
    public HandlingRounds(Books books, CaseHandlings handlings, StepListener listener, Clock clock) {
        this.listener = listener;
        this.books = books;
        this.handlings = handlings;
        this.cases = new CaseBook(books, clock);
        this.clock = clock;
    }

    /** One look at all cases. */
    public void step() {
        takeOver();
        noteOverdue();
        level();
    }

    /** To be done before anything is raised, once. */
    public void takeOver() {
        while (!takenOver) {
            takenOver = books.write(tx -> {
                if (tx.handle()
                                .createQuery("SELECT count(*) FROM alert_done_once WHERE task = :task")
                                .bind("task", TAKEN_OVER)
                                .mapTo(Integer.class)
                                .one()
                        > 0) {
                    return true;
                }
                List<String> former = HandlingTable.without(tx.handle(), PORTION);
                for (String id : former) {
                    handlings.takeOver(tx, CaseBook.find(tx.handle(), id).orElseThrow(), clock.instant());
                }
                if (former.size() == PORTION) {
                    return false;
                }
                tx.handle()
                        .execute(
                                "INSERT INTO alert_done_once (task) VALUES (?) ON CONFLICT (task) DO NOTHING",
                                TAKEN_OVER);
                return true;
            });
        }
    }

    private void noteOverdue() {
        Instant now = clock.instant();
        List<String> overdue;
        do {
            overdue = books.read(handle -> HandlingTable.overdue(handle, now, PORTION));
            overdue.forEach(id -> noteOverdue(id, now));
        } while (overdue.size() == PORTION);
    }

    private void noteOverdue(String id, Instant now) {
        books.write(tx -> {
            HandlingRow row = HandlingTable.take(tx.handle(), id).orElseThrow();
            Instant due = row.due();
            // Somebody may have acted meanwhile.
            if (due != null && !due.isAfter(now) && row.overdueAt() == null) {
                HandlingRow noted = row.overdueNotedAt(now);
                HandlingTable.update(tx.handle(), noted, now);
                CaseHandlings.note(
                        tx,
                        noted,
                        CaseEvent.Kind.OVERDUE,
                        now,
                        new StepDetails(Map.of(DetailField.TERM, due.toString()), List.of()));
                tell(tx, id);
            }
            return true;
        });
    }

    private void level() {
        Instant now = clock.instant();
        List<Case> open =
                cases.summaries(CaseFilter.all().in(Case.State.OPEN).handled(Handled.any()), Integer.MAX_VALUE);
        List<String> changing = books.read(handle ->
                open.stream().filter(c -> changes(handle, c, now)).map(Case::id).toList());
        changing.forEach(id -> level(id, now));
    }

    private void level(String id, Instant now) {
        books.write(tx -> {
            HandlingRow row = HandlingTable.take(tx.handle(), id).orElseThrow();
            Case current = CaseBook.find(tx.handle(), id).orElseThrow();
            // It may be over by now.
            if (current.state() == Case.State.OPEN) {
                HandlingRow after = handlings.levelled(tx, current, row, now);
                HandlingTable.update(tx.handle(), after, now);
                if (after.caseLevel() != row.caseLevel()) {
                    tell(tx, id);
                }
            }
            return true;
        });
    }

    /** The step that was just written. */
    private void tell(BooksTx tx, String id) {
        Case c = CaseBook.find(tx.handle(), id).orElseThrow();
        CaseEvent last = c.events().get(c.events().size() - 1);
        listener.onStep(tx.handle(), c, last, Side.PLATFORM, false);
    }

    private boolean changes(Handle handle, Case c, Instant now) {
        return HandlingTable.find(handle, c.id())
                .filter(row -> !handlings.levelOf(handle, c, row, now).equals(row.level()))
                .isPresent();
    }
}
