package io.greenpark.store.move;

/** The books were not moved; the message says why. The file is as it was, and the server has none of them. */
public final class MoveException extends Exception {
    private static final long serialVersionUID = 1L;

    MoveException(String message) {
        super(message);
    }

    MoveException(String message, Throwable cause) {
        super(message, cause);
    }
}
