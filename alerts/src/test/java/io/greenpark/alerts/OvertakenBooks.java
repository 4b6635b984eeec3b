package io.greenpark.alerts;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import org.jdbi.v3.core.Handle;

/** Books in which another process has read the mailbox that mails come back to just before this one writes. */
final class OvertakenBooks implements Books {
    private final Books books;

    OvertakenBooks(Books books) {
        this.books = books;
    }

    @Override
    public <T, X extends Exception> T write(WriteWork<T, X> work) throws X {
        books.write(tx -> tx.handle().execute("UPDATE bounce_mailbox SET uid = uid + 1000"));
        return books.write(work);
    }

    @Override
    public <T, X extends Exception> T read(ReadWork<T, X> work) throws X {
        return books.read(work);
    }

    @Override
    public BooksTx ports(Handle handle) {
        return books.ports(handle);
    }

    @Override
    public void close() {
        books.close();
    }
}
