package io.greenpark.alerts.cases;

import static io.greenpark.alerts.cases.Columns.instantOrNull;

import io.greenpark.alerts.cases.NotificationStatus.State;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The cases in the books database. */
public final class CaseBook implements Cases {
    private final Books books;
    private final Clock clock;

    public CaseBook(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    @Override
    public List<Case> summaries(CaseFilter filter, int max) {
        return books.read(handle -> CaseSelect.rows(handle, filter, max).stream()
                .map(row -> row.withEvents(List.of()))
                .toList());
    }

    @Override
    public List<Case> withEvents(List<Case> cases) {
        Map<String, List<CaseEvent>> events = books.read(
                handle -> CaseSelect.events(handle, cases.stream().map(Case::id).toList()));
        return cases.stream()
                .map(c -> c.withEvents(events.getOrDefault(c.id(), List.of())))
                .toList();
    }

    @Override
    public CaseCounts counts(CaseFilter filter) {
        return books.read(handle -> CaseSelect.counts(handle, filter));
    }

    @Override
    public Map<String, Long> openByAccount(CaseFilter filter) {
        return books.read(handle -> CaseOwners.open(handle, filter));
    }

    @Override
    public Map<Subject, Integer> open() {
        return books.read(CaseSelect::open);
    }

    @Override
    public Optional<Case> find(String id) {
        return books.read(handle -> find(handle, id));
    }

    /** The case as {@code handle} sees it. */
    public static Optional<Case> find(Handle handle, String id) {
        return CaseTable.find(handle, id).map(row -> withEvents(handle, row));
    }

    private static Case withEvents(Handle handle, CaseRow row) {
        return row.withEvents(CaseTable.events(handle, row.id()));
    }

    /** The ids of all cases. */
    public static List<String> ids(Handle handle) {
        return handle.createQuery("SELECT id FROM alert_case ORDER BY id")
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<Verdict> evidence(String id) {
        return books.read(handle -> CaseTable.find(handle, id)
                .map(row -> VerdictTable.between(
                        handle,
                        row.key().rule(),
                        row.key().subject(),
                        row.since().toEpochMilli(),
                        row.coveredTo().toEpochMilli()))
                .orElse(List.of()));
    }

    @Override
    public List<NotificationStatus> notifications(String id) {
        return books.read(handle -> handle.createQuery(
                        "SELECT id, step, recipient, channel, attempts, next_attempt_ms, delivered_ms, given_up_ms,"
                                + " last_error FROM alert_outbox WHERE case_id = :id ORDER BY step, recipient, channel")
                .bind("id", id)
                .map((row, context) -> notification(row))
                .list());
    }

    @Override
    public Map<String, DeviceStanding> standings() {
        return books.read(handle -> handle.createQuery(
                        "SELECT device, standing FROM alert_device_known WHERE standing IS NOT NULL")
                .reduceRows(new HashMap<>(), (standings, row) -> {
                    standings.put(
                            row.getColumn("device", String.class),
                            DeviceStanding.valueOf(row.getColumn("standing", String.class)));
                    return standings;
                }));
    }

    @Override
    public Case acknowledge(String id, String by, String comment) {
        return books.write(tx -> {
            Handle handle = tx.handle();
            requireCase(handle, id);
            CaseTable.acknowledge(handle, id, by);
            int number = CaseTable.nextEventNumber(handle, id);
            CaseTable.addEvent(
                    handle, id, new CaseEvent(number, CaseEvent.Kind.ACKNOWLEDGED, clock.instant(), by, comment, null));
            tx.marks().mark(Mark.Kind.ALERT, id, 0);
            return find(handle, id).orElseThrow();
        });
    }

    @Override
    public List<Case> own(List<String> ids, OwnerChange change) {
        return books.write(tx -> {
            ids.forEach(id -> requireCase(tx.handle(), id));
            CaseOwners.change(tx, ids, change, clock.instant());
            return ids.stream().map(id -> find(tx.handle(), id).orElseThrow()).toList();
        });
    }

    private static void requireCase(Handle handle, String id) {
        if (CaseTable.find(handle, id).isEmpty()) {
            throw new IllegalArgumentException("case \"" + id + "\" does not exist; see the list of cases");
        }
    }

    private static NotificationStatus notification(ResultSet row) throws SQLException {
        Instant delivered = instantOrNull(row, "delivered_ms");
        boolean givenUp = instantOrNull(row, "given_up_ms") != null;
        State state = delivered != null ? State.DELIVERED : givenUp ? State.GIVEN_UP : State.WAITING;
        return new NotificationStatus(
                row.getString("id"),
                row.getInt("step"),
                row.getString("recipient"),
                row.getString("channel"),
                state,
                row.getInt("attempts"),
                instantOrNull(row, "next_attempt_ms"),
                delivered,
                row.getString("last_error"));
    }
}
