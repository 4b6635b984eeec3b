package io.greenpark.alerts.desk;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseBook;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.HandlingStage;
import io.greenpark.alerts.desk.Receipt.Standing;
import io.greenpark.alerts.handling.Side;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Receipts (签收) of people who have not signed in: the enterprise's leads on, the office's says that it was seen. Taken once, however often it is asked
 * for. Any thread may call.
 */
public final class Receipts {
    /** What such steps of the office have for an account: whoever it was is nobody's business outside. */
    public static final String OFFICE = "link:office";

    /** The same of an enterprise. */
    public static final String ENTERPRISE = "link:enterprise";

    /** What the step says. */
    public static final String BY_LINK = "通过消息中的链接 / by the link in the message";

    private final Books books;
    private final CaseHandlings handlings;
    private final StepListener listener;
    private final Clock clock;

    /** @param listener is told of every receipt */
    public Receipts(Books books, CaseHandlings handlings, StepListener listener, Clock clock) {
        this.books = books;
        this.handlings = handlings;
        this.listener = listener;
        this.clock = clock;
    }

    /** How it stands; empty where there is no such case, or nothing to be done about it. */
    public Optional<Receipt> look(Handle handle, String caseId, Side side) {
        return CaseBook.find(handle, caseId)
                .flatMap(c -> HandlingTable.find(handle, caseId).map(row -> standing(handle, c, row, side)));
    }

    /**
     * Takes note for somebody, unless it was taken before or there is nothing to take note of.
     *
     * @param person what the step is recorded under
     */
    public Optional<Receipt> take(String caseId, Side side, String person) {
        Instant now = clock.instant();
        return books.write(tx -> {
            Handle handle = tx.handle();
            // First, so that of two at the same time one waits for the other, and sees what that one did.
            HandlingRow row = HandlingTable.take(handle, caseId).orElse(null);
            Case c = CaseBook.find(handle, caseId).orElse(null);
            if (row == null || c == null) {
                return Optional.<Receipt>empty();
            }
            Receipt before = standing(handle, c, row, side);
            if (before.standing() != Standing.OPEN) {
                return Optional.of(before);
            }
            CaseEvent event = CaseBook.step(tx, caseId, CaseEvent.Kind.ACKNOWLEDGED, now, person, BY_LINK);
            if (side == Side.ENTERPRISE) {
                // Whose receipt is awaited; that an office has seen it is a step alone, and its name is told to nobody
                // outside.
                CaseBook.acknowledgedBy(tx, caseId, person);
            }
            handlings.received(tx, c, event, side, side == Side.ENTERPRISE ? ENTERPRISE : OFFICE);
            Case after = CaseBook.find(handle, caseId).orElseThrow();
            listener.onStep(handle, after, event, side, false);
            return Optional.of(new Receipt(Standing.DONE, person, now));
        });
    }

    private static Receipt standing(Handle handle, Case c, HandlingRow row, Side side) {
        if (c.state() == Case.State.WITHDRAWN) {
            return Receipt.of(Standing.WITHDRAWN);
        }
        if (row.stage().over()) {
            return Receipt.of(Standing.CLOSED);
        }
        boolean waits = row.stage() == HandlingStage.NEW || row.stage() == HandlingStage.PUSHED;
        Map<Integer, StepDetail> details = StepDetailTable.of(handle, c.id());
        CaseEvent last = null;
        for (CaseEvent event : c.events()) {
            StepDetail detail = details.get(event.number());
            if (event.kind() == CaseEvent.Kind.REOPENED) {
                last = null;
            } else if (event.kind() == CaseEvent.Kind.ACKNOWLEDGED && detail != null && detail.side() == side) {
                last = event;
            }
        }
        if (side == Side.ENTERPRISE ? waits : last == null) {
            return Receipt.of(Standing.OPEN);
        }
        return last == null ? Receipt.of(Standing.ALREADY) : new Receipt(Standing.ALREADY, last.by(), last.at());
    }
}
