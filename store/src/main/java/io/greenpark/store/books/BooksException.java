package io.greenpark.store.books;

import java.sql.SQLException;

/** The books database failed: disk full, file damaged, connection lost. The transaction is rolled back. */
public class BooksException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure told in full by its message. */
    public BooksException(String message) {
        super(message);
    }

    public BooksException(String message, SQLException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }

    /** A failure that its message tells in full; the cause is for the log. */
    BooksException because(Throwable cause) {
        initCause(cause);
        return this;
    }
}
