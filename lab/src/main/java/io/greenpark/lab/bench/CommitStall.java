package io.greenpark.lab.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;

/**
 * Makes the commits of a running server stand still, and nothing else of it: holds SQLite's write lock on the newest file
 * of its log from this process. To the server's log writer that is a disk that does not come back from a write. (SIGSTOP
 * would stop the doors as well.) The log waits ten seconds for the lock, then refuses; a stall must be shorter.
 */
final class CommitStall implements AutoCloseable {
    private static final int BUSY_TIMEOUT_MS = 10_000;

    private final Connection connection;

    private CommitStall(Connection connection) {
        this.connection = connection;
    }

    /** Returns once the lock is held: no commit ends from now on. */
    static CommitStall begin(Path data) throws IOException, SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        Connection connection = config.createConnection("jdbc:sqlite:" + newestFile(data.resolve("log")));
        try (Statement s = connection.createStatement()) {
            s.execute("BEGIN IMMEDIATE");
            return new CommitStall(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Path newestFile(Path log) throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(f -> f.toString().endsWith(".sqlite"))
                    .max(Comparator.comparing(f -> f.getFileName().toString()))
                    .orElseThrow(() -> new IOException("no log file lies in \"" + log + "\""));
        }
    }

    /** Readings that are durable, which cannot become more before this is closed. The log must have begun empty. */
    long durableReadings() throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet r = s.executeQuery("SELECT MAX(first_offset + count) FROM batch")) {
            return r.next() ? r.getLong(1) : 0;
        }
    }

    /** Lets commits go on. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement s = connection.createStatement()) {
            s.execute("ROLLBACK");
        }
    }
}
