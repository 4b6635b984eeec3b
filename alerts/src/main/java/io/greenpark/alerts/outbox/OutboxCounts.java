package io.greenpark.alerts.outbox;

import org.jdbi.v3.core.Handle;

/**
 * How many notifications are on their way, and how many never arrived.
 *
 * @param pending to be delivered, or tried again
 * @param givenUp could not be delivered and are not tried any more
 */
public record OutboxCounts(long pending, long givenUp) {
    public static OutboxCounts of(Handle handle) {
        long givenUp = handle.createQuery("SELECT count(*) AS n FROM alert_outbox WHERE given_up_ms IS NOT NULL")
                .mapTo(Long.class)
                .one();
        return new OutboxCounts(OutboxTable.pending(handle), givenUp);
    }
}
