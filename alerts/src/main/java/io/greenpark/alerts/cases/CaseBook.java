package io.greenpark.alerts.cases;

import static io.greenpark.alerts.cases.Columns.instantOrNull;

import io.greenpark.alerts.cases.NotificationStatus.State;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The cases in the books database. */
public final class CaseBook implements Cases {
    /** Manners of telling that wait, as the outbox notes them. */
    private static final List<String> PLANNED = List.of("DIGEST", "WORKING_HOURS");

    private final Books books;
    private final Clock clock;
    private final CaseLife life;

    /** Cases that people do nothing about. */
    public CaseBook(Books books, Clock clock) {
        this(books, clock, CaseLife.NONE);
    }

    /** @param life follows acknowledgements */
    public CaseBook(Books books, Clock clock, CaseLife life) {
        this.life = life;
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

    /** Ids of the cases of a subject of rules that have to do with a time, half-open. */
    public static List<String> ids(Handle handle, String subject, Instant from, Instant to) {
        return handle.createQuery("SELECT id FROM alert_case WHERE subject = :subject AND since_ms < :to"
                        + " AND covered_ms >= :from ORDER BY id")
                .bind("subject", subject)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    /** The case as {@code handle} sees it. */
    public static Optional<Case> find(Handle handle, String id) {
        return CaseTable.find(handle, id).map(row -> withEvents(handle, row));
    }

    private static Case withEvents(Handle handle, CaseRow row) {
        return row.withEvents(CaseTable.events(handle, row.id()));
    }

    /** The open cases of a kind that were raised and are not on trial, without their events, oldest first. */
    public static List<Case> open(Handle handle, Case.Rule rule) {
        return CaseTable.raised(handle, rule).stream()
                .map(row -> row.withEvents(List.of()))
                .toList();
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
                        // What is told with others fares as the message does that tells them.
                        "SELECT o.id, o.step, o.recipient, o.channel, COALESCE(e.attempts, o.attempts) AS attempts,"
                                + " COALESCE(e.next_attempt_ms, o.next_attempt_ms) AS next_attempt_ms, o.delivered_ms,"
                                + " o.given_up_ms, COALESCE(e.last_error, o.last_error) AS last_error, o.bundle, o.envelope"
                                + " FROM alert_outbox o LEFT JOIN alert_envelope e ON e.id = o.envelope"
                                + " WHERE o.case_id = :id ORDER BY o.step, o.recipient, o.channel")
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
    public Case acknowledge(String id, String by, String comment, boolean ofEnterprise) {
        return books.write(tx -> {
            Handle handle = tx.handle();
            requireCase(handle, id);
            CaseTable.acknowledge(handle, id, by);
            CaseEvent event = step(tx, id, CaseEvent.Kind.ACKNOWLEDGED, clock.instant(), by, comment);
            life.acknowledged(tx, find(handle, id).orElseThrow(), event, ofEnterprise);
            return find(handle, id).orElseThrow();
        });
    }

    /** Adds a step of people, or of the platform about what they do; what the case says stays as it is. */
    public static CaseEvent step(
            BooksTx tx, String id, CaseEvent.Kind kind, Instant at, String by, @Nullable String comment) {
        CaseEvent event = new CaseEvent(CaseTable.nextEventNumber(tx.handle(), id), kind, at, by, comment, null);
        CaseTable.addEvent(tx.handle(), id, event);
        tx.marks().mark(Mark.Kind.ALERT, id, 0);
        return event;
    }

    @Override
    public List<Case> own(List<String> ids, OwnerChange change) {
        return books.write(tx -> {
            ids.forEach(id -> requireCase(tx.handle(), id));
            CaseOwners.change(tx, ids, change, clock.instant());
            return ids.stream().map(id -> find(tx.handle(), id).orElseThrow()).toList();
        });
    }

    /** Notes who has acknowledged a case. */
    public static void acknowledgedBy(BooksTx tx, String id, String by) {
        CaseTable.acknowledge(tx.handle(), id, by);
    }

    /** How many cases of a key that were raised and not withdrawn began in a span, its end included. */
    public static int raisedWithin(Handle handle, CaseKey key, Instant after, Instant to) {
        return CaseTable.raisedWithin(handle, key, after, to);
    }

    /** The newest cases about the same point, or of the same rule about the same subject, that were raised, without their events. */
    public static List<Case> similar(Handle handle, Case c, int max) {
        return CaseTable.similar(handle, c.key(), c.id(), max).stream()
                .map(row -> row.withEvents(List.of()))
                .toList();
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
                state == State.WAITING && row.getInt("attempts") == 0 && row.getString("envelope") == null
                        ? planned(row.getString("bundle"))
                        : null,
                row.getString("envelope") != null,
                row.getString("last_error"));
    }

    /** What one waits for, which a bundle begins with; those that were brought forward wait for nothing. */
    private static @Nullable String planned(@Nullable String bundle) {
        return bundle == null
                ? null
                : PLANNED.stream()
                        .filter(each -> bundle.startsWith(each + " "))
                        .findFirst()
                        .map(each -> each.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(null);
    }
}
