package io.greenpark.alerts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message about one step of a case to one recipient, and how its delivery stands.
 *
 * @param id stable message id; every attempt carries it
 * @param step the step of the case it tells of
 * @param recipient name of the person or office
 * @param channel {@code mail} or {@code webhook}
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried next; null once it is delivered or given up
 * @param lastError why the last attempt failed, without secrets; null if none failed
 */
public record Notice(
        String id,
        int step,
        String recipient,
        String channel,
        State state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant deliveredAt,
        @Nullable String lastError) {
    public enum State {
        WAITING,
        DELIVERED,
        /** Refused for good, or tried in vain for the longest time allowed. */
        GIVEN_UP
    }
}
