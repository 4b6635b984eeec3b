package io.greenpark.accounting.work;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.store.books.Books;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The table {@code account_held}: what is to be booked again as time goes by. A point is noted when a booking cut its newest
 * value off at now, and becomes work when that is due; then the next booking notes it again, unless it stands no longer. So
 * what is booked in the end does not depend on when bookings ran. Written by one thread, asked by any.
 */
public final class HeldValues {
    private static final String DONE = "account_held.from_ms >= ? AND account_held.until_ms <= ? OR ";

    private static final String NOTE = "INSERT INTO account_held (point, from_ms, until_ms, due_ms) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (point) DO UPDATE SET from_ms = CASE WHEN " + DONE
            + "excluded.from_ms < account_held.from_ms THEN excluded.from_ms ELSE account_held.from_ms END,"
            + " until_ms = CASE WHEN " + DONE
            + "excluded.until_ms > account_held.until_ms THEN excluded.until_ms ELSE account_held.until_ms END,"
            + " due_ms = CASE WHEN " + DONE
            + "excluded.due_ms < account_held.due_ms THEN excluded.due_ms ELSE account_held.due_ms END";

    private final Books books;
    /** Nothing is due before; at first it is not known. */
    private volatile long nextDueMs = Long.MIN_VALUE;

    public HeldValues(Books books) {
        this.books = books;
    }

    /** Notes points in the transaction that books them, in place of what was noted before of the time that is booked now. */
    public void note(Handle handle, List<HeldValue> held) {
        if (held.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(NOTE);
        for (HeldValue h : held) {
            TimeRange booked = h.booked();
            batch.add(
                    h.pointId(),
                    h.fromMs(),
                    h.untilMs(),
                    h.dueMs(),
                    booked.fromMs(),
                    booked.toMs(),
                    booked.fromMs(),
                    booked.toMs(),
                    booked.fromMs(),
                    booked.toMs());
            nextDueMs = Math.min(nextDueMs, h.dueMs());
        }
        batch.execute();
    }

    /** Whether something may be due. */
    public boolean due(long nowMs) {
        return nextDueMs <= nowMs;
    }

    /** Makes work of what is due; false if nothing was. */
    public boolean becomeWork(long nowMs) {
        if (!due(nowMs)) {
            return false;
        }
        int due = books.write(tx -> {
            Map<String, List<TimeRange>> work = new LinkedHashMap<>();
            tx.handle()
                    .createQuery("SELECT point, from_ms, until_ms FROM account_held WHERE due_ms <= :now")
                    .bind("now", nowMs)
                    .map((row, context) -> work.put(
                            row.getString("point"), List.of(hours(row.getLong("from_ms"), row.getLong("until_ms")))))
                    .list();
            AccountWorkTable.note(tx.handle(), work);
            tx.handle().execute("DELETE FROM account_held WHERE due_ms <= ?", nowMs);
            return work.size();
        });
        nextDueMs = books.read(handle -> handle.createQuery("SELECT min(due_ms) AS due FROM account_held")
                .map((row, context) -> {
                    long next = row.getLong("due");
                    return row.wasNull() ? Long.MAX_VALUE : next;
                })
                .one());
        return due > 0;
    }

    private static TimeRange hours(long fromMs, long untilMs) {
        return new TimeRange(
                Math.floorDiv(fromMs, HOUR_MS) * HOUR_MS, Math.floorDiv(untilMs, HOUR_MS) * HOUR_MS + HOUR_MS);
    }
}
