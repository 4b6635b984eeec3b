package io.greenpark.store.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Opens SQLite files without changing them. Never read a file that SQLite has open in this process by other means: closing
 * such a descriptor takes SQLite's locks away.
 */
public final class SqliteFiles {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteFiles.class);
    private static final int BUSY_TIMEOUT_MS = 10_000;

    private SqliteFiles() {}

    /**
     * Opens a file that is not written to: no lock is taken, no file is created beside it, and a write-ahead file is not
     * read.
     */
    public static Connection atRest(Path file) throws SQLException {
        return readOnly(file).createConnection("jdbc:sqlite:" + uri(file) + "?immutable=1");
    }

    /** Opens a file that another process may be writing to; every transaction sees one moment of it. */
    public static Connection besideItsWriter(Path file) throws SQLException {
        return readOnly(file).createConnection("jdbc:sqlite:" + uri(file) + "?mode=ro");
    }

    /**
     * Opens a file that no process has open, with what a killed one left in its write-ahead file; where nothing was left,
     * nothing is made beside it.
     */
    public static Connection asLeft(Path file) throws SQLException {
        Path wal = file.resolveSibling(file.getFileName() + "-wal");
        return wal.toFile().length() > 0 ? besideItsWriter(file) : atRest(file);
    }

    private static SQLiteConfig readOnly(Path file) throws SQLException {
        if (!Files.isRegularFile(file)) {
            throw new SQLException("there is no file \"" + file + "\"");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        return config;
    }

    /** As a URI, so that no character of a path is taken for an option. */
    private static String uri(Path file) {
        return "file:" + file.toUri().getRawPath();
    }

    /** The number a file carries for the format of what is in it; 0 if it has none. */
    public static int format(Connection connection) throws SQLException {
        return Math.toIntExact(number(connection, "PRAGMA user_version"));
    }

    /**
     * Refuses a file of a newer format before anything is opened for writing; no process has it open. A file that cannot
     * be read is left to the code that opens it and knows whether to do without what is damaged.
     *
     * @throws NewerFormatException naming both versions and what to do
     */
    public static void refuseNewer(String what, Path file, int known) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (Connection connection = asLeft(file)) {
            refuseNewer(what, connection, known);
        } catch (SQLException e) {
            LOG.debug("the format of {} cannot be told yet", file, e);
        }
    }

    /** Marks a file as of a format. */
    public static void setFormat(Connection connection, int format) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute("PRAGMA user_version=" + format);
        }
    }

    /** The first number a query answers with. */
    public static long number(Connection connection, String query) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery(query)) {
            return r.next() ? r.getLong(1) : 0;
        }
    }

    /**
     * Refuses a file of a newer format than this version knows: what it means by its columns is unknown here.
     *
     * @throws NewerFormatException naming both and what to do
     */
    public static void refuseNewer(String what, Connection connection, int known) throws SQLException {
        int format = format(connection);
        if (format > known) {
            throw new NewerFormatException(what, String.valueOf(format), String.valueOf(known));
        }
    }
}
