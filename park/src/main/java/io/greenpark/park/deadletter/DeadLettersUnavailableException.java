package io.greenpark.park.deadletter;

/** The dead letters could not be made durable (disk full, closed, too many at once); the sender is not answered. */
public class DeadLettersUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeadLettersUnavailableException(String message) {
        super(message);
    }

    public DeadLettersUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
