package io.greenpark.alerts;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import org.jdbi.v3.core.Handle;

/** Books that count how often they were written to. */
public final class CountedBooks implements Books {
    private final Books books;
    private int writes;

    CountedBooks(Books books) {
        this.books = books;
    }

    /** Writing transactions since they were opened. */
    public int writes() {
        return writes;
    }

    @Override
    public <T, X extends Exception> T write(WriteWork<T, X> work) throws X {
        writes++;
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
