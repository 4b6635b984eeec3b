package io.greenpark.accounting.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The tables {@code account_work} and {@code account_intensity_work}. A row is written in the transaction that made the
 * work and deleted in the one that did it, so a process that dies in between loses nothing; one thread does the work.
 */
public final class WorkTable {
    /** Before the id of a park, in the place of an enterprise; ids hold no colon. */
    private static final String PARK = "park:";

    private WorkTable() {}

    /** Notes hours of points to be booked anew. */
    public static void note(Handle handle, Map<String, List<TimeRange>> work) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO account_work (point, from_ms, to_ms)"
                + " VALUES (?, ?, ?) ON CONFLICT (point, from_ms) DO UPDATE SET to_ms ="
                + " CASE WHEN excluded.to_ms > account_work.to_ms THEN excluded.to_ms ELSE account_work.to_ms END");
        work.forEach((point, spans) -> spans.forEach(span -> batch.add(point, span.fromMs(), span.toMs())));
        if (batch.size() > 0) {
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
    public static Map<String, List<TimeRange>> of(Handle handle, List<String> points) {
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

    /** The hours of points before {@code untilMs} are done; what reaches beyond stays. */
    public static void done(Handle handle, Map<String, List<TimeRange>> work, long untilMs) {
        PreparedBatch batch = handle.prepareBatch("DELETE FROM account_work WHERE point = ? AND from_ms = ?");
        Map<String, List<TimeRange>> beyond = new LinkedHashMap<>();
        work.forEach((point, spans) -> {
            for (TimeRange span : spans) {
                if (span.fromMs() < untilMs) {
                    batch.add(point, span.fromMs());
                    if (span.toMs() > untilMs) {
                        beyond.computeIfAbsent(point, p -> new ArrayList<>()).add(new TimeRange(untilMs, span.toMs()));
                    }
                }
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
        note(handle, beyond);
    }

    /** Drops all work of a point. */
    public static void forget(Handle handle, String point) {
        handle.execute("DELETE FROM account_work WHERE point = ?", point);
    }

    /** Notes a month of an enterprise whose intensity is to be computed anew. */
    public static void noteMonth(Handle handle, String enterprise, long monthMs) {
        handle.execute(
                "INSERT INTO account_intensity_work (enterprise, month_ms) VALUES (?, ?)"
                        + " ON CONFLICT (enterprise, month_ms) DO NOTHING",
                enterprise,
                monthMs);
    }

    /** Notes a month of a park that no enterprise makes up any more: none is there to note it by. */
    public static void noteMonthOfPark(Handle handle, String park, long monthMs) {
        noteMonth(handle, PARK + park, monthMs);
    }

    /** The park, where {@link #noteMonthOfPark} noted the work. */
    public static Optional<String> parkOf(String noted) {
        return noted.startsWith(PARK) ? Optional.of(noted.substring(PARK.length())) : Optional.empty();
    }

    /** The first touched month of each enterprise with intensity work, epoch milliseconds. */
    public static Map<String, Long> months(Handle handle) {
        Map<String, Long> first = new LinkedHashMap<>();
        handle.createQuery("SELECT enterprise, min(month_ms) AS first_ms FROM account_intensity_work"
                        + " GROUP BY enterprise ORDER BY enterprise")
                .map((row, context) -> Map.entry(row.getString("enterprise"), row.getLong("first_ms")))
                .forEach(e -> first.put(e.getKey(), e.getValue()));
        return first;
    }

    /** The intensity of these enterprises is computed. */
    public static void monthsDone(Handle handle, Map<String, Long> enterprises) {
        for (String enterprise : enterprises.keySet()) {
            handle.execute("DELETE FROM account_intensity_work WHERE enterprise = ?", enterprise);
        }
    }

    /** Rows of both tables. */
    public static long count(Handle handle) {
        return handle.createQuery("SELECT (SELECT count(*) FROM account_work)"
                        + " + (SELECT count(*) FROM account_intensity_work) AS n")
                .mapTo(Long.class)
                .one();
    }
}
