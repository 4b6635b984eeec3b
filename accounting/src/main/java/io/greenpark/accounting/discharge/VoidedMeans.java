package io.greenpark.accounting.discharge;

import io.greenpark.accounting.work.AccountWorkTable;
import io.greenpark.accounting.work.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code mean_void}: times of discharge points that do not count in the means of days, and so of months, as an objection was right
 * about them. Whatever data still come, they stay out. What was measured, and the means of the hours themselves, stay as they are.
 */
public final class VoidedMeans {
    private final Map<String, List<TimeRange>> times;

    private VoidedMeans(Map<String, List<TimeRange>> times) {
        this.times = times;
    }

    /** Voids a time, in the transaction of whoever decides; the accounts compute its days anew. Twice is once. */
    public static void add(Handle handle, String point, TimeRange time, String objection, Instant now) {
        handle.execute(
                "INSERT INTO mean_void (point, from_ms, to_ms, objection, at_ms) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                point,
                time.fromMs(),
                time.toMs(),
                objection,
                now.toEpochMilli());
    }

    /** How many are yet to be taken. */
    public static long untaken(Handle handle) {
        return handle.createQuery("SELECT count(*) AS n FROM mean_void WHERE taken_ms IS NULL")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Notes the hours of the new ones as work. Only the one thread that books may: work that is noted while another booking of the same hours
     * ends would end with it.
     */
    public static void take(Handle handle, Instant now) {
        Map<String, List<TimeRange>> work = new HashMap<>();
        handle.createQuery("SELECT point, from_ms, to_ms FROM mean_void WHERE taken_ms IS NULL")
                .map((row, context) -> {
                    work.computeIfAbsent(row.getString("point"), p -> new ArrayList<>())
                            .add(new TimeRange(row.getLong("from_ms"), row.getLong("to_ms")));
                    return true;
                })
                .forEach(row -> {});
        AccountWorkTable.note(handle, work);
        handle.execute("UPDATE mean_void SET taken_ms = ? WHERE taken_ms IS NULL", now.toEpochMilli());
    }

    /** All that meet a time. There are few: each was decided by a person. */
    public static VoidedMeans in(Handle handle, TimeRange time) {
        Map<String, List<TimeRange>> times = new HashMap<>();
        handle.createQuery("SELECT point, from_ms, to_ms FROM mean_void WHERE from_ms < :to AND to_ms > :from"
                        + " ORDER BY from_ms, to_ms")
                .bind("from", time.fromMs())
                .bind("to", time.toMs())
                .map((row, context) -> {
                    times.computeIfAbsent(row.getString("point"), p -> new ArrayList<>())
                            .add(new TimeRange(row.getLong("from_ms"), row.getLong("to_ms")));
                    return true;
                })
                .forEach(row -> {});
        return new VoidedMeans(times);
    }

    /** What is left of a time of a point, in order. */
    public List<TimeRange> left(String point, TimeRange time) {
        List<TimeRange> left = new ArrayList<>();
        long from = time.fromMs();
        for (TimeRange voided : times.getOrDefault(point, List.of())) {
            if (voided.fromMs() > from && from < time.toMs()) {
                left.add(new TimeRange(from, Math.min(voided.fromMs(), time.toMs())));
            }
            from = Math.max(from, voided.toMs());
        }
        if (from < time.toMs()) {
            left.add(new TimeRange(from, time.toMs()));
        }
        return left;
    }
}
