package io.greenpark.alerts.cases;

import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Instant;
import java.util.List;

/**
 * Writes cases with their events in one transaction, marks their series as changed, and passes on the events that people
 * are to be notified of, after what follows the life of the case has seen them: none of a case on trial, and none of one that is only on record.
 */
final class CaseEventWriter {
    private final BooksTx tx;
    private final Instant now;
    private final CaseEventListener listener;
    private final CaseLife life;
    private final RuleCourse course;

    CaseEventWriter(BooksTx tx, Instant now, CaseEventListener listener, CaseLife life, RuleCourse course) {
        this.tx = tx;
        this.now = now;
        this.listener = listener;
        this.life = life;
        this.course = course;
    }

    /** How many cases of {@code key} began at the same time. */
    int casesSince(CaseKey key, Instant since) {
        return CaseTable.casesSince(tx.handle(), key, since);
    }

    void insert(CaseRow c, int generation) {
        CaseTable.insert(tx.handle(), c, generation);
    }

    /** Adds an event of a case, with the text that {@code c} has. */
    void add(CaseRow c, CaseEvent.Kind kind) {
        if (kind == CaseEvent.Kind.RAISED || kind == CaseEvent.Kind.RECORDED) {
            cite(c);
        }
        CaseEvent event = append(c, kind);
        life.happened(tx, c.withEvents(List.of()), event);
        if (isTold(c)) {
            listener.onEvent(tx.handle(), told(c), event);
        }
    }

    /** Notes by which rule it is raised. */
    private void cite(CaseRow c) {
        CitedRule rule = course.cited(c.content().figureFrom());
        if (rule != null) {
            RuleCitations.put(tx.handle(), c.id(), rule);
        }
    }

    /** The case changes by an event. */
    void update(CaseRow c, CaseEvent.Kind kind) {
        CaseTable.update(tx.handle(), c);
        add(c, kind);
    }

    /** The case changes by an event without a notification; that people have to handle it anew is told. */
    void updateQuietly(CaseRow c, CaseEvent.Kind kind) {
        CaseTable.update(tx.handle(), c);
        CaseEvent event = append(c, kind);
        CaseEvent reopened = life.happened(tx, c.withEvents(List.of()), event);
        if (!isTold(c)) {
            return;
        }
        if (reopened == null) {
            listener.onQuiet(tx.handle(), told(c), event);
        } else {
            listener.onEvent(tx.handle(), told(c), reopened);
        }
    }

    /** The case says something else without an event; its series follows. */
    void rewrite(CaseRow c) {
        CaseTable.update(tx.handle(), c);
        mark(c);
    }

    private CaseEvent append(CaseRow c, CaseEvent.Kind kind) {
        mark(c);
        CaseEvent event = new CaseEvent(
                CaseTable.nextEventNumber(tx.handle(), c.id()),
                kind,
                now,
                CaseEvent.PLATFORM,
                null,
                c.content().text());
        CaseTable.addEvent(tx.handle(), c.id(), event);
        return event;
    }

    private void mark(CaseRow c) {
        tx.marks().mark(Mark.Kind.ALERT, c.id(), 0);
    }

    private static boolean isTold(CaseRow c) {
        return c.raised() && !c.trial();
    }

    private Case told(CaseRow c) {
        return c.withEvents(CaseTable.events(tx.handle(), c.id()))
                .withHandling(CaseTable.handling(tx.handle(), c.id()).orElse(null));
    }
}
