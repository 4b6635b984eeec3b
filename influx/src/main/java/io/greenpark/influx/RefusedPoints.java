package io.greenpark.influx;

import io.greenpark.park.text.CodedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What InfluxDB refused for good, one row a series and reason ({@code influx_dead_letter}): bounded by the number of
 * points, whatever a server may refuse for how long. The readings themselves are in the reading store all the same.
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
            long count,
            @Nullable Long firstMs,
            @Nullable Long lastMs,
            String line,
            String words,
            long seenMs) {}

    /** How much of one row one batch brings; thousands of refusals are one update. */
    private record SeriesTally(
            RefusedLine newest,
            long count,
            @Nullable Long firstMs,
            @Nullable Long lastMs) {
        SeriesTally and(RefusedLine next) {
            Long time = next.timeMs();
            return new SeriesTally(next, count + 1, least(firstMs, time), greatest(lastMs, time));
        }
    }

    static void keep(Handle handle, List<RefusedLine> refused, long nowMs) {
        Map<List<String>, SeriesTally> sums = new LinkedHashMap<>();
        for (RefusedLine r : refused) {
            sums.merge(
                    List.of(r.series(), r.reason().code()),
                    new SeriesTally(r, 1, r.timeMs(), r.timeMs()),
                    (sum, one) -> sum.and(one.newest()));
        }
        sums.forEach((key, sum) -> add(handle, key.get(0), key.get(1), sum, nowMs));
    }

    private static void add(Handle handle, String series, String reason, SeriesTally sum, long nowMs) {
        handle.createUpdate("INSERT INTO influx_dead_letter"
                        + " (series, reason, refused, first_ms, last_ms, line, words, seen_ms)"
                        + " VALUES (:series, :reason, :refused, :first, :last, :line, :words, :now)"
                        + " ON CONFLICT (series, reason) DO UPDATE SET"
                        + " refused = influx_dead_letter.refused + excluded.refused,"
                        + " first_ms = CASE WHEN influx_dead_letter.first_ms <= excluded.first_ms"
                        + " THEN influx_dead_letter.first_ms ELSE excluded.first_ms END,"
                        + " last_ms = CASE WHEN influx_dead_letter.last_ms >= excluded.last_ms"
                        + " THEN influx_dead_letter.last_ms ELSE excluded.last_ms END,"
                        + " line = excluded.line, words = excluded.words, seen_ms = excluded.seen_ms")
                .bind("series", series)
                .bind("reason", reason)
                .bind("refused", sum.count())
                .bind("first", sum.firstMs())
                .bind("last", sum.lastMs())
                .bind("line", cut(sum.newest().line()))
                .bind("words", cut(sum.newest().words()))
                .bind("now", nowMs)
                .execute();
    }

    /** The newest first. */
    public static List<RefusedSeries> list(Handle handle, int max) {
        return handle.createQuery("SELECT series, reason, refused, first_ms, last_ms, line, words, seen_ms"
                        + " FROM influx_dead_letter ORDER BY seen_ms DESC, series, reason LIMIT :max")
                .bind("max", max)
                .map((row, context) -> new RefusedSeries(
                        row.getString("series"),
                        CodedText.ofCode(RefusalReason.values(), row.getString("reason"))
                                .orElse(RefusalReason.OTHER),
                        row.getLong("refused"),
                        row.getObject("first_ms") == null ? null : row.getLong("first_ms"),
                        row.getObject("last_ms") == null ? null : row.getLong("last_ms"),
                        row.getString("line"),
                        row.getString("words"),
                        row.getLong("seen_ms")))
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
