package io.greenpark.store.log;

import io.greenpark.store.sqlite.SqliteFiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The writing connection of the newest segment. Every insert is a transaction of its own and on the disk when it
 * returns (write-ahead log, {@code synchronous=FULL}). Used by the log's thread only.
 */
final class SegmentWriter implements AutoCloseable {
    static final int FORMAT = 1;

    private final SegmentFile file;
    private final Connection connection;
    private final PreparedStatement insert;
    private long bytes;

    private SegmentWriter(SegmentFile file, Connection connection, PreparedStatement insert, long bytes) {
        this.file = file;
        this.connection = connection;
        this.insert = insert;
        this.bytes = bytes;
    }

    /**
     * Opens a segment, creating it if need be.
     *
     * @param maxPages the file may not grow beyond this many pages of 4 KB; 0 for no limit
     */
    static SegmentWriter open(SegmentFile file, long maxPages) throws SQLException {
        Connection connection = SegmentConnections.writing(file.path());
        try (Statement s = connection.createStatement()) {
            s.execute("PRAGMA journal_mode=WAL");
            s.execute("PRAGMA synchronous=FULL");
            if (maxPages > 0) {
                s.execute("PRAGMA max_page_count=" + maxPages);
            }
            s.execute("CREATE TABLE IF NOT EXISTS batch (first_offset INTEGER PRIMARY KEY, count INTEGER NOT NULL,"
                    + " arrival_ms INTEGER NOT NULL, crc INTEGER NOT NULL, payload BLOB NOT NULL)");
            SqliteFiles.setFormat(connection, FORMAT);
            PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO batch (first_offset, count, arrival_ms, crc, payload) VALUES (?, ?, ?, ?, ?)");
            return new SegmentWriter(file, connection, insert, SegmentConnections.sizeOf(connection));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    SegmentFile file() {
        return file;
    }

    /** Size of the data, up to some overhead. */
    long bytes() {
        return bytes;
    }

    /** Durable when it returns; if it throws, the row may survive or not, and the writer must be closed. */
    void insert(LogRow row) throws SQLException {
        insert.setLong(1, row.firstOffset());
        insert.setInt(2, row.count());
        insert.setLong(3, row.arrivalMs());
        insert.setLong(4, row.crc());
        insert.setBytes(5, row.payload());
        insert.executeUpdate();
        bytes += row.payload().length;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
