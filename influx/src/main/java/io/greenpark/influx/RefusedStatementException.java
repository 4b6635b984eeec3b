package io.greenpark.influx;

/** InfluxDB did not carry out a statement; the message says which, and its words. */
public final class RefusedStatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedStatementException(String message) {
        super(message);
    }
}
