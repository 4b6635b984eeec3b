package io.greenpark.alerts.outbox;

/** What came of a delivery attempt. Reasons hold no secrets: the database, the console and the log show them. */
public sealed interface DeliveryResult {
    /** The other side has taken it. */
    record Delivered() implements DeliveryResult {}

    /** It did not work now and may later. */
    record Retry(String reason) implements DeliveryResult {
        /** A failure on the way to {@code server}, named by its kind alone: its message may hold a secret. */
        public static Retry failed(String server, Throwable failure) {
            return new Retry(server + ": " + failure.getClass().getSimpleName().replace("Annotated", ""));
        }
    }

    /** The other side will never take it. */
    record Undeliverable(String reason) implements DeliveryResult {}
}
