package io.greenpark.alerts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the delivery of one event of a case to one recipient stands.
 *
 * @param id stable message id; every attempt carries it
 * @param event number of the event, see {@link CaseEvent#number()}
 * @param recipient name of the person or office
 * @param channel {@code mail} or {@code webhook}
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried next; null once it is delivered or given up
 * @param planned what it waits for, {@code digest} or {@code working-hours}, as long as nothing was tried; null where it waits for none
 * @param together whether one message tells it with others
 * @param lastError why the last attempt failed, without secrets; null if none failed
 */
public record NotificationStatus(
        String id,
        int event,
        String recipient,
        String channel,
        State state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant deliveredAt,
        @Nullable String planned,
        boolean together,
        @Nullable String lastError) {
    public enum State {
        WAITING,
        DELIVERED,
        /** Refused for good, or tried without success for the longest time allowed. */
        GIVEN_UP
    }
}
