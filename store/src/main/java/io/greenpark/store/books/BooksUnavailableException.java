package io.greenpark.store.books;

/** The server of the books does not answer, or not this user. Nothing was written; the same may succeed later. */
public final class BooksUnavailableException extends BooksException {
    private static final long serialVersionUID = 1L;

    BooksUnavailableException(String message, Throwable cause) {
        super(message);
        initCause(cause);
    }
}
