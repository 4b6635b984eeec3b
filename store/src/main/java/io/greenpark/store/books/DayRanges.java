package io.greenpark.store.books;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code reading_span}: between which times a point has samples on a day. They tell where a point's
 * neighbours in time are, which the hot table, ordered by time, could only find by scanning.
 */
final class DayRanges {
    private final Statements statements;
    private final TreeMap<Long, DayRange> grown = new TreeMap<>();

    DayRanges(Statements statements) {
        this.statements = statements;
    }

    /** Samples of a point on a day lie in {@code [firstMs, lastMs]}, and there are samples at both. */
    record DayRange(int day, long firstMs, long lastMs) {}

    /** Notes a new sample; {@link #flush} writes. */
    void grow(int point, int day, long timeMs) {
        long key = ((long) day << 32) | point;
        DayRange range = grown.get(key);
        if (range == null || timeMs < range.firstMs() || timeMs > range.lastMs()) {
            grown.put(
                    key,
                    range == null
                            ? new DayRange(day, timeMs, timeMs)
                            : new DayRange(day, Math.min(range.firstMs(), timeMs), Math.max(range.lastMs(), timeMs)));
        }
    }

    void flush() throws SQLException {
        PreparedStatement upsert = statements.of("INSERT INTO reading_span (day, point, first_ms, last_ms)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (day, point) DO UPDATE SET"
                + " first_ms = CASE WHEN excluded.first_ms < reading_span.first_ms"
                + " THEN excluded.first_ms ELSE reading_span.first_ms END,"
                + " last_ms = CASE WHEN excluded.last_ms > reading_span.last_ms"
                + " THEN excluded.last_ms ELSE reading_span.last_ms END");
        for (var entry : grown.entrySet()) {
            upsert.setInt(1, entry.getValue().day());
            upsert.setInt(2, entry.getKey().intValue());
            upsert.setLong(3, entry.getValue().firstMs());
            upsert.setLong(4, entry.getValue().lastMs());
            upsert.addBatch();
        }
        if (!grown.isEmpty()) {
            upsert.executeBatch();
            grown.clear();
        }
    }

    /** The newest day up to {@code day} with a sample before {@code timeMs}. */
    @Nullable
    DayRange before(int point, int day, long timeMs) throws SQLException {
        return one(
                "SELECT day, first_ms, last_ms FROM reading_span"
                        + " WHERE point = ? AND day <= ? AND first_ms < ? ORDER BY day DESC LIMIT 1",
                point,
                day,
                timeMs);
    }

    /** The oldest day from {@code day} on with a sample at or after {@code timeMs}. */
    @Nullable
    DayRange from(int point, int day, long timeMs) throws SQLException {
        return one(
                "SELECT day, first_ms, last_ms FROM reading_span"
                        + " WHERE point = ? AND day >= ? AND last_ms >= ? ORDER BY day LIMIT 1",
                point,
                day,
                timeMs);
    }

    private @Nullable DayRange one(String sql, int point, int day, long timeMs) throws SQLException {
        PreparedStatement select = statements.of(sql);
        select.setInt(1, point);
        select.setInt(2, day);
        select.setLong(3, timeMs);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? new DayRange(row.getInt(1), row.getLong(2), row.getLong(3)) : null;
        }
    }
}
