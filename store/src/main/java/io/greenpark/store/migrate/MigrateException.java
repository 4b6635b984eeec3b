package io.greenpark.store.migrate;

/** The books were not moved; the message says why. The file is as it was, and the server has none of them. */
public final class MigrateException extends Exception {
    private static final long serialVersionUID = 1L;

    MigrateException(String message) {
        super(message);
    }

    MigrateException(String message, Throwable cause) {
        super(message, cause);
    }
}
