package io.greenpark.park.log;

/** Another instance moved the reader meanwhile; the transaction must be rolled back and the position read anew. */
public class StaleReaderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleReaderException(String message) {
        super(message);
    }
}
