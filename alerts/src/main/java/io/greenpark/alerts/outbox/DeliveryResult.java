package io.greenpark.alerts.outbox;

import org.jspecify.annotations.Nullable;

/** What came of a delivery attempt. Reasons hold no secrets: the database, the console and the log show them. */
public sealed interface DeliveryResult {
    /** The other side has taken it. */
    record Delivered() implements DeliveryResult {}

    /**
     * It did not work now and may later.
     *
     * @param answer what the other side said, where the trouble is with the address; null where it is with something else
     */
    record Retry(String reason, @Nullable String answer) implements DeliveryResult {
        /** The trouble is with something else than the address. */
        public Retry(String reason) {
            this(reason, null);
        }

        /** The same, where the way is that to the address itself. */
        public Retry ofAddress() {
            return new Retry(reason, reason);
        }

        /** A failure on the way to {@code server}, named by its kind alone: its message may hold a secret. */
        public static Retry failed(String server, Throwable failure) {
            return new Retry(server + ": " + failure.getClass().getSimpleName().replace("Annotated", ""));
        }
    }

    /**
     * The other side will never take it.
     *
     * @param answer what it said, where that is because of the address; null where it is for another reason
     */
    record Undeliverable(String reason, @Nullable String answer) implements DeliveryResult {
        /** It is for another reason than the address. */
        public Undeliverable(String reason) {
            this(reason, null);
        }
    }
}
