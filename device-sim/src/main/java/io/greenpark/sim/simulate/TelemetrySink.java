package io.greenpark.sim.simulate;

import java.util.concurrent.CompletionStage;

/** Carries messages to the doors, with real clients. */
@FunctionalInterface
public interface TelemetrySink {
    /**
     * Sends a message and completes when the door has acknowledged it; repeats it until then.
     *
     * @param sender device or gateway whose connection and credentials to use
     * @param topic MQTT topic or CoAP path
     */
    CompletionStage<Void> send(String sender, String topic, String payload);
}
