package io.greenpark.store.books;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.greenpark.store.sqlite.NewerFormatException;
import io.greenpark.store.sqlite.SqliteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The books in one SQLite file beside its {@code -wal} and {@code -shm}. WAL with {@code synchronous=FULL}: a write that
 * returned survives the loss of power. One writing connection behind a lock, since writers that compete for SQLite's own
 * lock starve each other; readers see the last commit and never wait.
 */
public final class SqliteBooks extends SqlBooks {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteBooks.class);
    private static final int BUSY_MS = 10_000;
    private static final int WRITER_CACHE_KIB = 65_536;
    private static final int CHECKPOINT_PAGES = 4_000;

    private final Handle writer;
    private final HikariDataSource pool;
    private final Jdbi readers;

    private SqliteBooks(Path file, BooksConfig config, Clock clock) {
        super(Dialect.SQLITE);
        SQLiteDataSource writing = source(file, SQLiteConfig.TransactionMode.IMMEDIATE, false);
        Migrations.run(what(file), writing, Dialect.SQLITE);
        this.writer = cached(Jdbi.create(writing)).open();
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("books-readers");
        hikari.setDataSource(source(file, SQLiteConfig.TransactionMode.DEFERRED, true));
        hikari.setReadOnly(true);
        hikari.setMaximumPoolSize(config.readers());
        // A connection to a file needs no renewal, and a new one would have to prepare every statement again.
        hikari.setMaxLifetime(0);
        this.pool = new HikariDataSource(hikari);
        this.readers = cached(Jdbi.create(pool));
    }

    private static Jdbi cached(Jdbi jdbi) {
        return jdbi.setStatementBuilderFactory(new StatementCache());
    }

    /** Opens the file, creates it if it is not there, and brings it to the schema of this version. */
    public static SqliteBooks open(Path file, BooksConfig config, Clock clock) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("books: the folder of \"" + file + "\" cannot be made", e);
        }
        return new SqliteBooks(file, config, clock);
    }

    /**
     * Refuses a file of a newer version, changing nothing; no process has it open.
     *
     * @throws NewerFormatException naming the file, both versions and what to do
     */
    static void refuseNewer(Path file) {
        try (Connection connection = SqliteFiles.asLeft(file);
                Statement statement = connection.createStatement();
                ResultSet versions = statement.executeQuery(
                        "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL")) {
            while (versions.next()) {
                if (BooksSchema.isNewer(versions.getString(1))) {
                    throw new NewerFormatException(what(file), versions.getString(1), BooksSchema.latest());
                }
            }
        } catch (SQLException e) {
            LOG.debug("the schema of {} cannot be told yet; opening it will tell what is wrong", file, e);
        }
    }

    /** The file, as the subject of a sentence. */
    private static String what(Path file) {
        return "books \"" + file + "\"";
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig.TransactionMode mode, boolean readOnly) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setBusyTimeout(BUSY_MS);
        sqlite.enforceForeignKeys(true);
        sqlite.setTransactionMode(mode);
        if (readOnly) {
            sqlite.setReadOnly(true);
        } else {
            sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
            sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            sqlite.setCacheSize(-WRITER_CACHE_KIB);
            sqlite.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, String.valueOf(CHECKPOINT_PAGES));
        }
        SQLiteDataSource source = new SQLiteDataSource(sqlite);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    <T, X extends Exception> T writeLocked(WriteWork<T, X> work) throws X {
        return transaction(writer, work);
    }

    @Override
    <T, X extends Exception> T readOpen(ReadWork<T, X> work) throws X {
        return readers.inTransaction(work::run);
    }

    @Override
    void closeConnections() {
        pool.close();
        writer.close();
    }
}
