package io.greenpark.alerts;

import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import org.jdbi.v3.core.Handle;

/** Books that count how often they were written to. */
public final class CountedBooks implements Books {
    private final Books books;
    private int writes;
    private volatile boolean broken;

    CountedBooks(Books books) {
        this.books = books;
    }

    /** From now on, nothing is written until they are opened anew: the process is as good as dead. */
    public void breakNow() {
        broken = true;
    }

    /** Writing transactions since they were opened. */
    public int writes() {
        return writes;
    }

    @Override
    public <T, X extends Exception> T write(WriteWork<T, X> work) throws X {
        if (broken) {
            throw new IllegalStateException("the process died");
        }
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
