package io.greenpark.accounting.work;

import io.greenpark.park.reason.Reason;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.ReasonColumn;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table {@code account_failing}: points whose arithmetic fails. Their hours are missing, nobody else's are. A point is
 * tried again, with all hours that failed, once it has other work: new readings, or other facts. Used by the one thread that
 * books, but for {@link #reasons}.
 */
public final class FailingPoints {
    private static final Logger LOG = LoggerFactory.getLogger(FailingPoints.class);

    /** So that a point that goes on failing does not have all its hours computed with every reading. */
    private static final long TRY_AGAIN_MS = Duration.ofMinutes(10).toMillis();

    private final Books books;
    private volatile Map<String, Failing> failing = Map.of();
    private boolean loaded;
    /** What was told of a point, so that it is told once. */
    private final Map<String, String> told = new HashMap<>();

    private record Failing(TimeRange hours, Reason reason, long sinceMs, long triedMs) {}

    public FailingPoints(Books books) {
        this.books = books;
    }

    /** Why points have missing hours, in the order of their ids. Any thread. */
    public List<Reason> reasons() {
        return failing.values().stream().map(Failing::reason).toList();
    }

    /** Notes the hours that failed of points that have work anyway. */
    public void tryAgain(Collection<String> withWork, long nowMs) {
        if (!loaded) {
            books.read(handle -> {
                load(handle, true);
                return true;
            });
        }
        Map<String, List<TimeRange>> again = new LinkedHashMap<>();
        failing.forEach((point, f) -> {
            if (withWork.contains(point) && nowMs - f.triedMs >= TRY_AGAIN_MS) {
                again.put(point, List.of(f.hours));
            }
        });
        if (!again.isEmpty()) {
            books.write(tx -> {
                AccountWorkTable.note(tx.handle(), again);
                again.keySet().forEach(p -> tx.handle()
                        .execute("UPDATE account_failing SET tried_ms = ? WHERE point = ?", nowMs, p));
                return true;
            });
            loaded = false;
        }
    }

    /**
     * Keeps what failed, and that the other hours did not, in the transaction that books them.
     *
     * @param booked the hours that were computed, by point, also of those that failed
     */
    public void keep(BooksTx tx, Map<String, TimeRange> booked, List<PointFailure> failures, long nowMs) {
        load(tx.handle(), false);
        Set<String> failed = new HashSet<>();
        for (PointFailure f : failures) {
            failed.add(f.pointId());
            tell(f);
            Failing before = failing.get(f.pointId());
            put(
                    tx.handle(),
                    f.pointId(),
                    before == null
                            ? new Failing(f.hours(), f.reason(), nowMs, nowMs)
                            : new Failing(before.hours.span(f.hours()), f.reason(), before.sinceMs, before.triedMs));
        }
        booked.forEach((point, hours) -> {
            Failing before = failing.get(point);
            if (before != null && !failed.contains(point)) {
                mended(tx.handle(), point, before, hours);
            }
        });
    }

    /** Portions come oldest first: what is booked from the first failed hour on fails no longer. */
    private void mended(Handle handle, String point, Failing before, TimeRange hours) {
        if (hours.fromMs() > before.hours.fromMs() || hours.toMs() <= before.hours.fromMs()) {
            return;
        }
        if (hours.toMs() >= before.hours.toMs()) {
            handle.execute("DELETE FROM account_failing WHERE point = ?", point);
            told.remove(point);
            loaded = false;
            LOG.info("point {} is computed again", point);
        } else {
            TimeRange rest = new TimeRange(hours.toMs(), before.hours.toMs());
            put(handle, point, new Failing(rest, before.reason, before.sinceMs, before.triedMs));
        }
    }

    private void put(Handle handle, String point, Failing f) {
        handle.createUpdate("INSERT INTO account_failing (point, from_ms, to_ms, reason, since_ms, tried_ms)"
                        + " VALUES (:point, :from, :to, :reason, :since, :tried) ON CONFLICT (point) DO UPDATE SET"
                        + " from_ms = excluded.from_ms, to_ms = excluded.to_ms, reason = excluded.reason,"
                        + " tried_ms = excluded.tried_ms")
                .bind("point", point)
                .bind("from", f.hours.fromMs())
                .bind("to", f.hours.toMs())
                .bind("reason", ReasonColumn.write(f.reason))
                .bind("since", f.sinceMs)
                .bind("tried", f.triedMs)
                .execute();
        loaded = false;
    }

    private void tell(PointFailure f) {
        String cause = String.valueOf(f.failure().getCause());
        if (!cause.equals(told.put(f.pointId(), cause))) {
            LOG.warn(
                    "{}; its hours are missing until it can be computed, nobody else's are",
                    f.reason().text().en(),
                    f.failure());
        }
    }

    /** Points that the registry no longer has fail no longer. */
    public void forget(Handle handle, String point) {
        handle.execute("DELETE FROM account_failing WHERE point = ?", point);
        loaded = false;
    }

    /** Within a transaction it is read again after every change, since that may yet be undone. */
    private void load(Handle handle, boolean committed) {
        if (loaded) {
            return;
        }
        Map<String, Failing> all = new TreeMap<>();
        handle.createQuery("SELECT point, from_ms, to_ms, reason, since_ms, tried_ms FROM account_failing")
                .map((row, context) -> all.put(
                        row.getString("point"),
                        new Failing(
                                new TimeRange(row.getLong("from_ms"), row.getLong("to_ms")),
                                Objects.requireNonNull(ReasonColumn.read(row.getString("reason"))),
                                row.getLong("since_ms"),
                                row.getLong("tried_ms"))))
                .list();
        failing = all;
        loaded = committed;
    }
}
