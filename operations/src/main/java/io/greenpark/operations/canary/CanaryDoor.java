package io.greenpark.operations.canary;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The door that the canary's device publishes to. Blocks; one thread at a time. */
interface CanaryDoor {
    /**
     * Signs in, publishes one message at QoS 1 and returns once it is acknowledged. A lost connection is dialled again
     * until the time is up.
     *
     * @throws TimeoutException if there was no acknowledgement in time
     * @throws IOException if the door refuses the device or cannot be reached; the message says why
     */
    void publish(String topic, String json, Duration within) throws IOException, TimeoutException, InterruptedException;
}
