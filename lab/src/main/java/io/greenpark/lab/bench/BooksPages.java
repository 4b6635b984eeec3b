package io.greenpark.lab.bench;

import io.greenpark.store.books.Books;
import org.jdbi.v3.core.Handle;

/** What books in SQLite take, without pages that deleted rows left to be used again. */
public final class BooksPages {
    private BooksPages() {}

    /** Bytes of the pages in use. */
    public static long liveBytes(Books books) {
        return books.<Long, RuntimeException>read(handle ->
                (pragma(handle, "page_count") - pragma(handle, "freelist_count")) * pragma(handle, "page_size"));
    }

    private static long pragma(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(Long.class).one();
    }
}
