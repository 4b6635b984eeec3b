package io.greenpark.deploy.canary;

import io.greenpark.park.registry.Canary;
import io.greenpark.sim.client.MqttSender;
import io.greenpark.sim.client.Patience;
import java.time.Clock;

/** The canary's device: an ordinary MQTT client in this process. */
public final class CanaryDevice {
    private CanaryDevice() {}

    /**
     * A canary that flies after {@link CanaryLoop#start}.
     *
     * @param url the MQTT door, {@code tcp://host:port}
     */
    public static CanaryLoop at(
            String url, CanaryCredentials credentials, CanaryConfig config, Trail trail, Clock clock) {
        MqttSender.Account account =
                new MqttSender.Account(url, "greenpark-canary", Canary.DEVICE, credentials.password());
        Patience patience = new Patience(config.within(), config.within());
        return new CanaryLoop(config, () -> new MqttSender(account, 1, patience), trail, clock);
    }
}
