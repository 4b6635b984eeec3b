package io.greenpark.store.books;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of {@code reading_hot}: samples not compacted yet, in the order of time. */
class HotTable {
    private static final int FETCH_SIZE = 5_000;

    private static final String SELECT = "SELECT " + StoredSample.COLUMNS + " FROM reading_hot";

    private final Statements statements;

    HotTable(Statements statements) {
        this.statements = statements;
    }

    /** Inserts where there is nothing yet; per sample whether it was new. */
    boolean[] insert(int[] points, List<StoredSample> samples) throws SQLException {
        PreparedStatement insert = statements.of("INSERT INTO reading_hot"
                + " (time_ms, point, value, flag, arrival_ms, pos) VALUES (?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (time_ms, point) DO NOTHING");
        for (int i = 0; i < samples.size(); i++) {
            StoredSample s = samples.get(i);
            insert.setLong(1, s.timeMs());
            insert.setInt(2, points[i]);
            insert.setDouble(3, s.value());
            insert.setInt(4, s.flag().code());
            insert.setLong(5, s.arrivalMs());
            insert.setLong(6, s.pos());
            insert.addBatch();
        }
        int[] counts = insert.executeBatch();
        boolean[] fresh = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            fresh[i] = counts[i] == 1;
        }
        return fresh;
    }

    void replace(int point, StoredSample sample) throws SQLException {
        PreparedStatement update = statements.of("UPDATE reading_hot SET value = ?, flag = ?, arrival_ms = ?, pos = ?"
                + " WHERE time_ms = ? AND point = ?");
        update.setDouble(1, sample.value());
        update.setInt(2, sample.flag().code());
        update.setLong(3, sample.arrivalMs());
        update.setLong(4, sample.pos());
        update.setLong(5, sample.timeMs());
        update.setInt(6, point);
        update.executeUpdate();
    }

    /** Deletes exactly these; tells whether all were still there as they were seen. */
    boolean delete(int point, List<StoredSample> seen) throws SQLException {
        PreparedStatement delete = statements.of("DELETE FROM reading_hot WHERE time_ms = ? AND point = ? AND pos = ?");
        for (StoredSample s : seen) {
            delete.setLong(1, s.timeMs());
            delete.setInt(2, point);
            delete.setLong(3, s.pos());
            delete.addBatch();
        }
        for (int count : delete.executeBatch()) {
            if (count != 1) {
                return false;
            }
        }
        return true;
    }

    @Nullable
    StoredSample at(int point, long timeMs) throws SQLException {
        return one(SELECT + " WHERE time_ms = ? AND point = ?", timeMs, point);
    }

    List<StoredSample> range(int point, long fromMs, long toMs) throws SQLException {
        PreparedStatement select =
                statements.of(SELECT + " WHERE time_ms >= ? AND time_ms < ? AND point = ? ORDER BY time_ms");
        select.setLong(1, fromMs);
        select.setLong(2, toMs);
        select.setInt(3, point);
        List<StoredSample> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(StoredSample.of(rows));
            }
        }
        return found;
    }

    /** Hands over the samples of some points in the order of time, until there is no room for more. */
    void window(Collection<Integer> points, long fromMs, long toMs, MultiPointScan.ScanResult result)
            throws SQLException {
        // Numbers assigned by this program; written out, as their count has no bound.
        String in = points.stream().map(String::valueOf).collect(Collectors.joining(", "));
        PreparedStatement select = statements.of("SELECT " + StoredSample.COLUMNS
                + ", point FROM reading_hot WHERE time_ms >= ? AND time_ms < ? AND point IN (" + in
                + ") ORDER BY time_ms");
        select.setLong(1, fromMs);
        select.setLong(2, toMs);
        // PostgreSQL's driver would otherwise fetch all rows before the first is read.
        select.setFetchSize(FETCH_SIZE);
        try (ResultSet rows = select.executeQuery()) {
            boolean room = true;
            while (room && rows.next()) {
                room = result.add(rows.getInt(6), StoredSample.of(rows));
            }
        }
    }

    /** The newest in {@code [fromMs, toMs)}. */
    @Nullable
    StoredSample last(int point, long fromMs, long toMs) throws SQLException {
        return one(
                SELECT + " WHERE time_ms >= ? AND time_ms < ? AND point = ? ORDER BY time_ms DESC LIMIT 1",
                fromMs,
                toMs,
                point);
    }

    /** The oldest in {@code [fromMs, toMs)}. */
    @Nullable
    StoredSample first(int point, long fromMs, long toMs) throws SQLException {
        return one(
                SELECT + " WHERE time_ms >= ? AND time_ms < ? AND point = ? ORDER BY time_ms LIMIT 1",
                fromMs,
                toMs,
                point);
    }

    private @Nullable StoredSample one(String sql, long... numbers) throws SQLException {
        PreparedStatement select = statements.of(sql);
        for (int i = 0; i < numbers.length; i++) {
            select.setLong(i + 1, numbers[i]);
        }
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? StoredSample.of(row) : null;
        }
    }
}
