package io.greenpark.alerts.outbox;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.notice.Tier;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Looks again at cases that have lasted, or were left unanswered, so long that somebody else is to be told, or sooner: each such telling is a step of
 * the case, written with its notifications in one transaction. Used by one thread.
 */
public final class Escalations {
    private static final int PORTION = 100;

    private final Books books;
    private final Outbox outbox;
    private final Clock clock;

    public Escalations(Books books, Outbox outbox, Clock clock) {
        this.books = books;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks at what is due; returns whether there may be more. */
    public boolean step() {
        Instant now = clock.instant();
        if (books.read(handle -> TierTable.due(handle, now, 1)).isEmpty()) {
            return false;
        }
        List<String> due = books.write(tx -> {
            List<String> ids = TierTable.due(tx.handle(), now, PORTION);
            ids.forEach(id -> look(tx, id, now));
            return ids;
        });
        return due.size() == PORTION;
    }

    private void look(BooksTx tx, String id, Instant now) {
        Case c = CaseBook.find(tx.handle(), id).orElseThrow();
        outbox.climbed(tx.handle(), c, now).forEach((tier, manner) -> {
            CaseEvent.Kind kind = kind(tier);
            CaseEvent event = CaseBook.step(tx, id, kind, now, CaseEvent.PLATFORM, null);
            Case stepped = CaseBook.find(tx.handle(), id).orElseThrow();
            outbox.tell(tx.handle(), stepped, event, Map.of(tier, manner));
        });
    }

    private static CaseEvent.Kind kind(Tier tier) {
        return switch (tier) {
            case OFFICE -> CaseEvent.Kind.ESCALATED_TO_OFFICE;
            case PARK -> CaseEvent.Kind.ESCALATED_TO_PARK;
            case ENTERPRISE, MAINTAINER -> CaseEvent.Kind.ESCALATED_TO_ENTERPRISE;
        };
    }
}
