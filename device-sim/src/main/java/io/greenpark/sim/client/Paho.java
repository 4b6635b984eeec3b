package io.greenpark.sim.client;

import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How {@link MqttSender} opens and ends Paho's connections. */
final class Paho {
    private static final Logger LOG = LoggerFactory.getLogger(Paho.class);
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int CONNECT_TIMEOUT_SECONDS = 10;
    private static final int END_SECONDS = 2;

    private Paho() {}

    static MqttConnectOptions options(MqttSender.Account account, int window) {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
        options.setConnectionTimeout(CONNECT_TIMEOUT_SECONDS);
        // Paho frees a place of its own window a little after it has reported the acknowledgement.
        options.setMaxInflight(2 * window);
        if (account.userName() != null) {
            options.setUserName(account.userName());
        }
        if (account.password() != null) {
            options.setPassword(account.password().toCharArray());
        }
        return options;
    }

    /** Says goodbye, so that the server need not wait for the connection's end. */
    static void end(@Nullable MqttAsyncClient client, String clientId) {
        if (client != null) {
            try {
                client.disconnect(0).waitForCompletion(TimeUnit.SECONDS.toMillis(END_SECONDS));
            } catch (MqttException e) {
                LOG.debug("{}: {}", clientId, reason(e));
            }
        }
    }

    /** Drops a connection at once, whatever state it is in. */
    static void discard(@Nullable MqttAsyncClient client, String clientId) {
        if (client == null) {
            return;
        }
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException e) {
            LOG.debug("{}: {}", clientId, reason(e));
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("{}: {}", clientId, reason(e));
        }
    }

    /** The innermost cause, in words. */
    static String reason(@Nullable Throwable cause) {
        if (cause == null) {
            return "closed";
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
