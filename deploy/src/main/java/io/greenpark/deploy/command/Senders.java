package io.greenpark.deploy.command;

import io.greenpark.deploy.app.AppConfig;
import io.greenpark.sim.client.DeviceSecrets;
import io.greenpark.sim.client.MqttSender;
import io.greenpark.sim.client.RetryTimeout;
import io.greenpark.sim.simulate.SenderSink;
import java.nio.file.Path;

/** Connections of simulated devices to a Greenpark on this machine. */
final class Senders {
    private static final int WINDOW = 32;

    private Senders() {}

    /** Over MQTT, with the secrets of the installation's data folder. */
    static SenderSink mqtt(AppConfig settings, Path data, RetryTimeout retryTimeout) {
        String url = Servers.mqtt(settings).toString();
        DeviceSecrets secrets = DeviceSecrets.of(data);
        return new SenderSink(id -> {
            DeviceSecrets.Secret secret = secrets.of(id);
            MqttSender.Account account = new MqttSender.Account(url, "simulator-" + id, secret.id(), secret.password());
            return new MqttSender(account, WINDOW, retryTimeout);
        });
    }
}
