package io.greenpark.store.reader;

/**
 * A failure that is to be expected, such as a server that is away. Its message says all there is to know, in words for
 * an operator, and stands in health as it is; no stack trace is logged.
 */
public class ReaderFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReaderFailure(String message) {
        super(message);
    }

    public ReaderFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
