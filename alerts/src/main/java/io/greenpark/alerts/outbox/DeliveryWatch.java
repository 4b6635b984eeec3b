package io.greenpark.alerts.outbox;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Is told what came of every attempt to deliver something, in the transaction that records it. */
@FunctionalInterface
public interface DeliveryWatch {
    /**
     * @param channel its code
     * @param target the address
     */
    void attempted(Handle handle, String channel, String target, DeliveryResult result, Instant at);
}
