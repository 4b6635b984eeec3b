package io.greenpark.sim.client;

import java.util.concurrent.CompletionStage;

/**
 * One connection of a device or gateway. Any thread may send; messages go out in the order sent, a bounded number of them
 * at a time, the others wait. The caller bounds how many wait.
 */
public interface Sender extends AutoCloseable {
    /**
     * Sends a message, repeating it until the door acknowledges it.
     *
     * @param path MQTT topic or CoAP path, e.g. {@code greenpark/meter-1/telemetry}
     * @return completes once acknowledged; fails with {@link SenderException} if the door refuses the sender or the
     *     message, or cannot be reached for longer than the sender's retry timeout
     */
    CompletionStage<Void> send(String path, String json);

    /** How many messages were sent again because no acknowledgement had come. */
    long repeated();

    /** Ends the connection; what is not acknowledged yet fails. */
    @Override
    void close();
}
