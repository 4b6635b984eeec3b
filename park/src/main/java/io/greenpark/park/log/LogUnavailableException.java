package io.greenpark.park.log;

/** The log could not make a batch durable (disk full, closed, damaged). The sender is not acknowledged and repeats. */
public class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public LogUnavailableException(String message) {
        super(message);
    }
}
