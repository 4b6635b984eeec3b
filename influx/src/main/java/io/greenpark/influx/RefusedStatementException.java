package io.greenpark.influx;

/** InfluxDB did not carry out a statement; the message says which, and its words. */
public final class RefusedStatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean noDatabase;

    RefusedStatementException(String message, boolean noDatabase) {
        super(message);
        this.noDatabase = noDatabase;
    }

    /** Whether the database is not there yet. */
    boolean noDatabase() {
        return noDatabase;
    }
}
