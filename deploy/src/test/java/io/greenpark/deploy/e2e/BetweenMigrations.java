package io.greenpark.deploy.e2e;

import io.greenpark.store.sqlite.SqliteFiles;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * Blocks a process that migrates its books: from before its first migration, it releases SQLite's write lock only briefly,
 * and keeps it once the schema has changed. It tries without a pause, so the
 * process is stopped before the next migration unless it gets there first; both are moments at which it may be killed.
 */
final class BetweenMigrations implements AutoCloseable {
    private static final String VERSION =
            "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1";

    private final Connection books;
    private final Statement statement;
    private final long before;

    /** Takes the lock; the process may be started. */
    BetweenMigrations(Path file) throws SQLException {
        books = DriverManager.getConnection("jdbc:sqlite:" + file);
        statement = books.createStatement();
        statement.execute("PRAGMA busy_timeout = 0");
        statement.execute("BEGIN IMMEDIATE");
        before = version();
    }

    /** The schema's version in the books. */
    static long version(Path file) throws SQLException {
        try (Connection connection = SqliteFiles.besideItsWriter(file)) {
            return SqliteFiles.number(connection, VERSION);
        }
    }

    private long version() throws SQLException {
        return SqliteFiles.number(books, VERSION);
    }

    /** Lets migrations run until the first is done, and blocks the next. */
    void holdAfterTheFirst() throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (version() == before) {
            statement.execute("ROLLBACK");
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited 60 s in vain until the books left schema " + before);
            }
            takeTheLock();
        }
    }

    private void takeTheLock() throws SQLException {
        while (true) {
            try {
                statement.execute("BEGIN IMMEDIATE");
                return;
            } catch (SQLException busy) {
                if (!String.valueOf(busy.getMessage()).contains("SQLITE_BUSY")) {
                    throw busy;
                }
            }
        }
    }

    /** Releases the lock. */
    @Override
    public void close() throws SQLException {
        books.close();
    }
}
