package io.greenpark.store.books;

import org.jdbi.v3.core.Handle;

/**
 * The books database: registry, readings, bookings, cases, outbox. One writer at a time, on SQLite and on PostgreSQL
 * alike; readers never wait for it. Any thread may call. Where the database is a server that is away, calls fail with
 * {@link BooksUnavailableException} and succeed again once it is back.
 */
public interface Books extends AutoCloseable {
    /**
     * Runs {@code work} in a transaction that is durable when this returns; rolled back if it throws. Keep it under
     * 50 ms: all other writers wait. It may be run again where the database gave up on the transaction, so it changes
     * nothing but the books. A connection lost while committing fails though the transaction may be durable: read again
     * what was to be changed before doing so once more.
     */
    <T, X extends Exception> T write(WriteWork<T, X> work) throws X;

    /** Runs {@code work} on a reading connection with one consistent view. */
    <T, X extends Exception> T read(ReadWork<T, X> work) throws X;

    /**
     * The ports over a reading connection, inside {@link #read}: what they read fits together; writing through them
     * fails.
     */
    BooksTx ports(Handle handle);

    @Override
    void close();

    /** Work inside a writing transaction. */
    @FunctionalInterface
    interface WriteWork<T, X extends Exception> {
        T run(BooksTx tx) throws X;
    }

    /** Work on a reading connection. */
    @FunctionalInterface
    interface ReadWork<T, X extends Exception> {
        T run(Handle handle) throws X;
    }
}
