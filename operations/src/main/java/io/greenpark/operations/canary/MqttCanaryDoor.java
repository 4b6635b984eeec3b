package io.greenpark.operations.canary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MQTT door as an ordinary device meets it: MQTT 3.1.1 by Paho, a new connection for every message. */
final class MqttCanaryDoor implements CanaryDoor {
    private static final Logger LOG = LoggerFactory.getLogger(MqttCanaryDoor.class);
    private static final String CLIENT_ID = "greenpark-canary";
    private static final int AT_LEAST_ONCE = 1;
    private static final int CONNECT_TIMEOUT_SECONDS = 10;
    private static final long FIRST_RETRY_MS = 100;
    private static final long LONGEST_RETRY_MS = 2_000;
    private static final long DISCONNECT_MS = 2_000;
    private static final Set<Integer> REFUSALS = Set.of(
            (int) MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION,
            (int) MqttException.REASON_CODE_INVALID_CLIENT_ID,
            (int) MqttException.REASON_CODE_FAILED_AUTHENTICATION,
            (int) MqttException.REASON_CODE_NOT_AUTHORIZED);

    private final String url;
    private final MqttConnectOptions options = new MqttConnectOptions();

    /** @param url {@code tcp://host:port} */
    MqttCanaryDoor(String url, String userName, String password) {
        this.url = url;
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setConnectionTimeout(CONNECT_TIMEOUT_SECONDS);
        options.setUserName(userName);
        options.setPassword(password.toCharArray());
    }

    @Override
    public void publish(String topic, String json, Duration within)
            throws IOException, TimeoutException, InterruptedException {
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        long startNanos = System.nanoTime();
        for (long retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS)) {
            try {
                publishOnce(topic, payload, within.minusNanos(System.nanoTime() - startNanos));
                return;
            } catch (MqttException e) {
                if (e.getCause() instanceof InterruptedException) {
                    // Paho waits in place of this thread, and clears its mark.
                    throw new InterruptedException("interrupted while publishing");
                }
                if (REFUSALS.contains(e.getReasonCode())) {
                    throw new IOException("the server at " + url + " refuses it (" + e.getMessage() + ")", e);
                }
                TimeUnit.MILLISECONDS.sleep(retryMs);
                if (System.nanoTime() - startNanos >= within.toNanos()) {
                    throw new IOException("no MQTT server answers at " + url + " (" + rootMessage(e) + ")", e);
                }
            }
        }
    }

    private void publishOnce(String topic, byte[] payload, Duration within) throws MqttException, TimeoutException {
        long deadlineMs = System.nanoTime() / 1_000_000 + within.toMillis();
        MqttAsyncClient client = new MqttAsyncClient(url, CLIENT_ID, new MemoryPersistence());
        try {
            client.connect(options).waitForCompletion(leftMs(deadlineMs));
            client.publish(topic, payload, AT_LEAST_ONCE, false).waitForCompletion(leftMs(deadlineMs));
        } catch (MqttException e) {
            if (e.getReasonCode() == MqttException.REASON_CODE_CLIENT_TIMEOUT) {
                throw new TimeoutException("no answer");
            }
            throw e;
        } finally {
            end(client);
        }
    }

    /** At least a millisecond: Paho takes 0 for no limit. */
    private static long leftMs(long deadlineMs) {
        return Math.max(1, deadlineMs - System.nanoTime() / 1_000_000);
    }

    private static void end(MqttAsyncClient client) {
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(DISCONNECT_MS);
            }
        } catch (MqttException e) {
            LOG.debug("canary: {}", rootMessage(e));
        }
        try {
            client.disconnectForcibly(0, 0, false);
        } catch (MqttException e) {
            LOG.debug("canary: {}", rootMessage(e));
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("canary: {}", rootMessage(e));
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
