package io.greenpark.alerts.outbox;

/** What came of an attempt. Reasons hold no secrets: they stand in the database, the console and the log. */
public sealed interface Delivery {
    /** The other side has taken it. */
    record Delivered() implements Delivery {}

    /** It did not work now and may later. */
    record Retry(String reason) implements Delivery {}

    /** The other side will never take it. */
    record Refused(String reason) implements Delivery {}
}
