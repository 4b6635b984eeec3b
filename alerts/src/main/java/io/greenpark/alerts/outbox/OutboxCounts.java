package io.greenpark.alerts.outbox;

import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * How many notifications are on their way, and how many never arrived.
 *
 * @param pending to be delivered, or tried again
 * @param givenUp could not be delivered and are not tried any more
 */
public record OutboxCounts(long pending, long givenUp) {
    public static OutboxCounts of(Handle handle) {
        long pending = OutboxTable.ALL.stream()
                .mapToLong(table -> table.pending(handle))
                .sum();
        // What an envelope could not tell is counted by itself.
        long givenUp = Stream.of(OutboxTable.CASES, OutboxTable.LETTERS)
                .mapToLong(table -> table.givenUp(handle))
                .sum();
        return new OutboxCounts(pending, givenUp);
    }
}
