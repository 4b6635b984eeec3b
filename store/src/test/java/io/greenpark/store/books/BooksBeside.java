package io.greenpark.store.books;

import org.jdbi.v3.core.Handle;

/** The books of a server as a process reads them while another one has them: without the lock, so that nothing is written. */
public final class BooksBeside implements Books {
    private static final int CONNECTIONS = 2;

    private final PostgresReaders readers;

    public BooksBeside(BooksServer server) {
        readers = new PostgresReaders(server, server.dataSource(), CONNECTIONS);
    }

    @Override
    public <T, X extends Exception> T write(WriteWork<T, X> work) {
        throw new BooksException("books: another process has them; this one reads");
    }

    @Override
    public <T, X extends Exception> T read(ReadWork<T, X> work) throws X {
        return readers.read(work);
    }

    @Override
    public BooksTx ports(Handle handle) {
        throw new BooksException("books: another process has them; this one reads");
    }

    @Override
    public void close() {
        readers.close();
    }
}
