package io.greenpark.accounting.hour;

/** A folded day is damaged, or a later version wrote it. */
public final class UnreadableHoursException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnreadableHoursException(String message) {
        super(message);
    }

    UnreadableHoursException(String message, Throwable cause) {
        super(message, cause);
    }
}
