package io.greenpark.influx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * What InfluxDB refused for good, one row per series and reason ({@code influx_dead_letter}): bounded by the number of
 * points, however much a server refuses and for how long. The readings themselves are in the reading store all the same.
 */
public final class RefusedPoints {
    private static final int LONGEST = 1_024;

    private RefusedPoints() {}

    /**
     * Points of one series that were refused for one reason.
     *
     * @param count how often
     * @param firstMs the earliest of their times, epoch milliseconds; null if the lines had none
     * @param line the newest of the lines
     * @param words what the server said to it
     */
    public record RefusedSeries(
            String series,
            RefusalReason reason,
            @ColumnName("refused") long count,
            @Nullable Long firstMs,
            @Nullable Long lastMs,
            String line,
            String words,
            long seenMs) {
        static RefusedSeries of(RefusedLine r, long nowMs) {
            Long time = r.timeMs();
            return new RefusedSeries(r.series(), r.reason(), 1, time, time, cut(r.line()), cut(r.words()), nowMs);
        }

        RefusedSeries told() {
            String toldLine = GuardedText.told(line);
            return new RefusedSeries(series, reason, count, firstMs, lastMs, toldLine, GuardedText.told(words), seenMs);
        }

        RefusedSeries and(RefusedSeries next) {
            return new RefusedSeries(
                    series,
                    reason,
                    count + next.count,
                    least(firstMs, next.firstMs),
                    greatest(lastMs, next.lastMs),
                    next.line,
                    next.words,
                    next.seenMs);
        }
    }

    /** Adds what one batch brings; thousands of refusals of a series are one update. */
    static void keep(Handle handle, List<RefusedLine> refused, long nowMs) {
        Map<List<String>, RefusedSeries> sums = new LinkedHashMap<>();
        for (RefusedLine r : refused) {
            sums.merge(List.of(r.series(), r.reason().code()), RefusedSeries.of(r, nowMs), RefusedSeries::and);
        }
        sums.values().forEach(sum -> add(handle, sum));
    }

    private static void add(Handle handle, RefusedSeries sum) {
        handle.createUpdate("INSERT INTO influx_dead_letter"
                        + " (series, reason, refused, first_ms, last_ms, line, words, seen_ms)"
                        + " VALUES (:series, :reason.code, :count, :firstMs, :lastMs, :line, :words, :seenMs)"
                        + " ON CONFLICT (series, reason) DO UPDATE SET"
                        + " refused = influx_dead_letter.refused + excluded.refused,"
                        + " first_ms = CASE WHEN influx_dead_letter.first_ms <= excluded.first_ms"
                        + " THEN influx_dead_letter.first_ms ELSE excluded.first_ms END,"
                        + " last_ms = CASE WHEN influx_dead_letter.last_ms >= excluded.last_ms"
                        + " THEN influx_dead_letter.last_ms ELSE excluded.last_ms END,"
                        + " line = excluded.line, words = excluded.words, seen_ms = excluded.seen_ms")
                .bindMethods(sum)
                .execute();
    }

    /** The newest first, without values that a statistic follows from. */
    public static List<RefusedSeries> list(Handle handle, int max) {
        return handle.createQuery("SELECT series, reason, refused, first_ms, last_ms, line, words, seen_ms"
                        + " FROM influx_dead_letter ORDER BY seen_ms DESC, series, reason LIMIT :max")
                .bind("max", max)
                .registerColumnMapper(
                        RefusalReason.class, (row, column, context) -> RefusalReason.ofCode(row.getString(column)))
                .map(ConstructorMapper.of(RefusedSeries.class))
                .map(RefusedSeries::told)
                .list();
    }

    /** How many points were refused in all. */
    public static long total(Handle handle) {
        return handle.createQuery("SELECT COALESCE(SUM(refused), 0) AS total FROM influx_dead_letter")
                .mapTo(Long.class)
                .one();
    }

    private static @Nullable Long least(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(Math.min(a, b));
    }

    private static @Nullable Long greatest(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(Math.max(a, b));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
