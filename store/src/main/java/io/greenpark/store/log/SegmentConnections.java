package io.greenpark.store.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** How segments are opened, and what SQLite's error codes mean to the log. */
final class SegmentConnections {
    private static final int BUSY_TIMEOUT_MS = 10_000;

    private SegmentConnections() {}

    /** Opens a segment and creates the file if there is none. */
    static Connection writing(Path path) throws SQLException {
        return config().createConnection("jdbc:sqlite:" + path);
    }

    /** Opens a segment that exists; a file that retention has dropped must not come back empty. */
    static Connection existing(Path path) throws SQLException {
        SQLiteConfig config = config();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config.createConnection("jdbc:sqlite:" + path);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        return config;
    }

    static long sizeOf(Connection connection) throws SQLException {
        return pragma(connection, "page_count") * pragma(connection, "page_size");
    }

    private static long pragma(Connection connection, String name) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("PRAGMA " + name)) {
            return r.next() ? r.getLong(1) : 0;
        }
    }

    /** Whether the bytes on the disk are not what SQLite wrote: no later attempt will read them. */
    static boolean isDamage(SQLException e) {
        int code = primaryCode(e);
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    static boolean isFull(SQLException e) {
        return primaryCode(e) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    private static int primaryCode(SQLException e) {
        return e instanceof SQLiteException s ? s.getResultCode().code & 0xFF : -1;
    }
}
