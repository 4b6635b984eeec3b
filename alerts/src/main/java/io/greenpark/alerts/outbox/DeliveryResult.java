package io.greenpark.alerts.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a delivery attempt. Reasons hold no secrets: the database, the console and the log show them. */
public sealed interface DeliveryResult {
    /** The other side has taken it. */
    record Delivered() implements DeliveryResult {}

    /**
     * It did not work now and may later.
     *
     * @param answer what the other side said, where the trouble is with the address; null where it is with something else
     * @param rest how long the other side wants nothing to be sent to that address; null where it did not say
     * @param unsure whether it may have been taken all the same: nobody said that it was not
     */
    record Retry(
            String reason,
            @Nullable String answer,
            @Nullable Duration rest,
            boolean unsure) implements DeliveryResult {
        public Retry(String reason, @Nullable String answer) {
            this(reason, answer, null, false);
        }

        /** The trouble is with something else than the address. */
        public Retry(String reason) {
            this(reason, null, null, false);
        }

        /** The same, where the way is that to the address itself. */
        public Retry ofAddress() {
            return new Retry(reason, reason, rest, unsure);
        }

        /** The same, where the other side wants to be left alone for some time. */
        public Retry after(@Nullable Duration time) {
            return new Retry(reason, answer, time, unsure);
        }

        /** A failure on the way to {@code server}, named by its kind alone: its message may hold a secret. */
        public static Retry failed(String server, Throwable failure) {
            return unanswered(server + ": " + failure.getClass().getSimpleName().replace("Annotated", ""));
        }

        /** Nothing was heard of it. */
        static Retry unanswered(String reason) {
            return new Retry(reason, null, null, true);
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
