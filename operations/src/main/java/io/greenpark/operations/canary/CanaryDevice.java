package io.greenpark.operations.canary;

import io.greenpark.park.registry.Canary;
import java.time.Clock;

/** The canary's device: an ordinary MQTT client in this process. */
public final class CanaryDevice {
    private CanaryDevice() {}

    /**
     * A canary that sends probes after {@link CanaryLoop#start}.
     *
     * @param url the MQTT door, {@code tcp://host:port}
     */
    public static CanaryLoop at(
            String url, CanaryCredentials credentials, CanaryConfig config, Checkpoints checkpoints, Clock clock) {
        CanaryDoor door = new MqttCanaryDoor(url, Canary.DEVICE, credentials.password());
        return new CanaryLoop(config, door, checkpoints, clock);
    }
}
