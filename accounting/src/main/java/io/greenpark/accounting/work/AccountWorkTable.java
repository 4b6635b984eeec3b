package io.greenpark.accounting.work;

import io.greenpark.store.books.RowBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The table {@code account_work}: hours of points to recompute. A row is written in the transaction that made the
 * work and deleted in the one that did it, so a process that dies in between loses nothing; one thread does the work.
 */
public final class AccountWorkTable {
    private AccountWorkTable() {}

    /** Notes hours to recompute, by point. */
    public static void note(Handle handle, Map<String, List<TimeRange>> work) {
        String sql = "INSERT INTO account_work (point, from_ms, to_ms)"
                + " VALUES (?, ?, ?) ON CONFLICT (point, from_ms) DO UPDATE SET to_ms ="
                + " CASE WHEN excluded.to_ms > account_work.to_ms THEN excluded.to_ms ELSE account_work.to_ms END";
        try (RowBatch batch = RowBatch.of(handle, sql)) {
            work.forEach((point, ranges) -> ranges.forEach(range -> batch.add(point, range.fromMs(), range.toMs())));
            batch.execute();
        }
    }

    /** The points that have work. */
    public static List<String> points(Handle handle) {
        return handle.createQuery("SELECT DISTINCT point AS p FROM account_work ORDER BY p")
                .mapTo(String.class)
                .list();
    }

    /** The work of some points, oldest hours first. */
    public static Map<String, List<TimeRange>> load(Handle handle, List<String> points) {
        Map<String, List<TimeRange>> work = new LinkedHashMap<>();
        handle.createQuery("SELECT point, from_ms, to_ms FROM account_work WHERE point IN (<points>)"
                        + " ORDER BY point, from_ms")
                .bindList("points", points)
                .map((row, context) ->
                        Map.entry(row.getString("point"), new TimeRange(row.getLong("from_ms"), row.getLong("to_ms"))))
                .forEach(e ->
                        work.computeIfAbsent(e.getKey(), p -> new ArrayList<>()).add(e.getValue()));
        return work;
    }

    /** The hours before {@code untilMs} are done; what reaches beyond stays. */
    public static void done(Handle handle, Map<String, List<TimeRange>> work, long untilMs) {
        PreparedBatch batch = handle.prepareBatch("DELETE FROM account_work WHERE point = ? AND from_ms = ?");
        Map<String, List<TimeRange>> remaining = new LinkedHashMap<>();
        work.forEach((point, ranges) -> {
            for (TimeRange range : ranges) {
                if (range.fromMs() < untilMs) {
                    batch.add(point, range.fromMs());
                    if (range.toMs() > untilMs) {
                        remaining
                                .computeIfAbsent(point, p -> new ArrayList<>())
                                .add(new TimeRange(untilMs, range.toMs()));
                    }
                }
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
        note(handle, remaining);
    }

    /** Drops all work of a point. */
    public static void forget(Handle handle, String point) {
        handle.execute("DELETE FROM account_work WHERE point = ?", point);
    }

    public static long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM account_work")
                .mapTo(Long.class)
                .one();
    }
}
