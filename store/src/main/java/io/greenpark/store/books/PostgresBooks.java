package io.greenpark.store.books;

import io.greenpark.store.sqlite.NewerFormatException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The books at a PostgreSQL server. As on SQLite there is one writer: writes queue up behind a lock of this process, and
 * {@link PostgresWriter} keeps other processes out, so no two transactions ever write the books at a time and READ
 * COMMITTED is all they need. A write that returned is flushed by the server ({@link PostgresChecks}). While the server
 * is away every call fails soon with a {@link BooksUnavailableException}; once it is back they succeed again.
 */
public final class PostgresBooks extends SqlBooks {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final Duration BACK_OFF = Duration.ofMillis(50);

    private final PostgresWriter writer;
    private final PostgresReaders readers;

    private PostgresBooks(PostgresWriter writer, PostgresReaders readers) {
        super(Dialect.POSTGRESQL);
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Connects, takes the books for this process, and brings them to the schema of this version.
     *
     * @throws BooksException if the server is away, unfit, or another process has the books
     */
    public static PostgresBooks open(BooksServer server, BooksConfig config) {
        return open(server, config, PATIENCE);
    }

    static PostgresBooks open(BooksServer server, BooksConfig config, Duration patience) {
        PGSimpleDataSource source = source(server);
        PostgresWriter writer = PostgresWriter.open(server, source, patience);
        try {
            PostgresChecks.checkOwn(writer.ready(), server);
            migrate(server, source);
            writer.begin();
            return new PostgresBooks(writer, new PostgresReaders(server, source, config.readers()));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static PGSimpleDataSource source(BooksServer server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl());
        source.setUser(server.user());
        source.setPassword(server.password());
        return source;
    }

    private static void migrate(BooksServer server, PGSimpleDataSource source) {
        try {
            Migrations.run("books at \"" + server + "\"", source, Dialect.POSTGRESQL);
        } catch (NewerFormatException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new BooksException("books: \"" + server + "\" cannot be brought to the tables of this version: "
                            + PostgresFailures.words(e)
                            + "; give the user the right to create tables there, e.g. by making it the owner of the"
                            + " database")
                    .because(e);
        }
    }

    @Override
    <T, X extends Exception> T writeLocked(WriteWork<T, X> work) throws X {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction(writer.ready(), work);
            } catch (RuntimeException e) {
                writer.failed(e);
                if (attempt == ATTEMPTS || !PostgresFailures.isConflict(e)) {
                    throw e;
                }
                // Lets the other transaction finish first, or both would conflict again.
                LockSupport.parkNanos(BACK_OFF.toNanos() * attempt);
            } catch (Throwable e) {
                writer.failed(e);
                throw e;
            }
        }
    }

    @Override
    <T, X extends Exception> T readOpen(ReadWork<T, X> work) throws X {
        return readers.read(work);
    }

    @Override
    void closeConnections() {
        readers.close();
        writer.close();
    }
}
