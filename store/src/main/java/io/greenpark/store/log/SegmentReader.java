package io.greenpark.store.log;

import io.greenpark.store.sqlite.NewerFormatException;
import io.greenpark.store.sqlite.SqliteFiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reading connection of one segment. Any thread; one read at a time. */
final class SegmentReader implements AutoCloseable {
    private final SegmentFile file;
    private final Damage damage;
    private final Connection connection;
    private boolean closed;

    private SegmentReader(SegmentFile file, Damage damage, Connection connection) {
        this.file = file;
        this.damage = damage;
        this.connection = connection;
    }

    static SegmentReader open(SegmentFile file, Damage damage) throws SQLException {
        return reading(file, damage, SegmentConnections.existing(file.path()));
    }

    /** Opens a segment that is not written to, leaving no file beside it. */
    static SegmentReader atRest(SegmentFile file, Damage damage) throws SQLException {
        return reading(file, damage, SqliteFiles.atRest(file.path()));
    }

    private static SegmentReader reading(SegmentFile file, Damage damage, Connection connection) throws SQLException {
        try {
            refuseNewer(file, connection);
            return new SegmentReader(file, damage, connection);
        } catch (SQLException | NewerFormatException e) {
            connection.close();
            throw e;
        }
    }

    private static void refuseNewer(SegmentFile file, Connection connection) throws SQLException {
        try {
            SqliteFiles.refuseNewer(LogFolder.what(file), connection, SegmentWriter.FORMAT);
        } catch (SQLException e) {
            // Where the very first page is damaged, the rows are told as damaged when they are read.
            if (!SegmentConnections.isDamage(e)) {
                throw e;
            }
        }
    }

    /**
     * The rows that begin at {@code offset} or later, up to the one that makes them {@code max} readings or more. A row
     * whose pages are damaged is left out and named; what its place held shows as a gap.
     */
    synchronized List<LogRow> rows(long offset, int max) throws SQLException {
        List<LogRow> rows = new ArrayList<>();
        Long from = offset;
        while (from != null) {
            try {
                collect(from, max, rows);
                return rows;
            } catch (SQLException e) {
                from = afterDamage(
                        rows.isEmpty() ? from : rows.get(rows.size() - 1).firstOffset() + 1, e);
            }
        }
        return rows;
    }

    /** Offset of the last row; null if there is none. */
    synchronized @Nullable Long lastKey() throws SQLException {
        return key("SELECT max(first_offset) AS k FROM batch WHERE first_offset <= ?", Long.MAX_VALUE);
    }

    /** Where the row begins that holds {@code offset}, if it is here; else {@code offset}. */
    synchronized long rowStart(long offset) throws SQLException {
        try {
            Long key = key("SELECT max(first_offset) AS k FROM batch WHERE first_offset <= ?", offset);
            return key == null ? offset : key;
        } catch (SQLException e) {
            Long next = afterDamage(offset, e);
            return next == null ? offset : next;
        }
    }

    /** Where reading can continue behind the damage at or after {@code from}; null if nothing behind it can be found. */
    private @Nullable Long afterDamage(long from, SQLException e) throws SQLException {
        if (!SegmentConnections.isDamage(e)) {
            throw e;
        }
        Long row = nextReadable(from);
        if (row != null) {
            damage.report(row, file, "its pages are damaged");
            return row + 1;
        }
        damage.report(from, file, "the pages from here on are damaged");
        return afterDamagedPages(from);
    }

    /** Binary search for the end of damaged pages: an offset that can be looked up while the one before cannot. */
    private @Nullable Long afterDamagedPages(long from) throws SQLException {
        long damaged = from;
        long readable = lastReadable();
        if (readable <= damaged) {
            return null;
        }
        while (readable - damaged > 1) {
            long middle = damaged + (readable - damaged) / 2;
            if (nextReadable(middle) == null) {
                damaged = middle;
            } else {
                readable = middle;
            }
        }
        return readable;
    }

    private long lastReadable() throws SQLException {
        try {
            Long last = lastKey();
            return last == null || nextReadable(last) == null ? -1 : last;
        } catch (SQLException e) {
            if (!SegmentConnections.isDamage(e)) {
                throw e;
            }
            return -1;
        }
    }

    /** The first row at or after an offset; null if there is none or the page it should be on is damaged. */
    private @Nullable Long nextReadable(long offset) throws SQLException {
        try {
            return key("SELECT min(first_offset) AS k FROM batch WHERE first_offset >= ?", offset);
        } catch (SQLException e) {
            if (!SegmentConnections.isDamage(e)) {
                throw e;
            }
            return null;
        }
    }

    private void collect(long from, int max, List<LogRow> rows) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("SELECT first_offset, count, arrival_ms, crc, payload"
                + " FROM batch WHERE first_offset >= ? ORDER BY first_offset")) {
            s.setLong(1, from);
            long readings = rows.stream().mapToLong(LogRow::count).sum();
            try (ResultSet r = s.executeQuery()) {
                while (readings < max && r.next()) {
                    LogRow row = new LogRow(r.getLong(1), r.getInt(2), r.getLong(3), r.getLong(4), bytes(r));
                    rows.add(row);
                    readings += Math.max(row.count(), 1);
                }
            }
        }
    }

    /** Null and a value of another type are what damage may have made of a payload. */
    private static byte[] bytes(ResultSet r) throws SQLException {
        byte[] payload = r.getBytes(5);
        return payload == null ? new byte[0] : payload;
    }

    private @Nullable Long key(String sql, long offset) throws SQLException {
        try (PreparedStatement s = connection.prepareStatement(sql)) {
            s.setLong(1, offset);
            try (ResultSet r = s.executeQuery()) {
                long key = r.next() ? r.getLong(1) : 0;
                return r.wasNull() ? null : key;
            }
        }
    }

    /** Whether it was ever written to: a full disk may have left a file without its table. */
    synchronized boolean isBegun() throws SQLException {
        try (PreparedStatement s = connection.prepareStatement("SELECT 1 FROM sqlite_master WHERE name = 'batch'");
                ResultSet r = s.executeQuery()) {
            return r.next();
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        connection.close();
    }
}
