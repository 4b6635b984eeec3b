package io.greenpark.ingest.broker;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a broker, with a Paho client of its own. A message is acknowledged on the link it came by or not at
 * all: packet ids start anew with every connection, and an acknowledgement on a later one would mean another message.
 */
final class BrokerLink implements MqttCallback {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerLink.class);
    private static final int KEEP_ALIVE_S = 60;
    private static final int CONNECT_TIMEOUT_S = 10;
    private static final int QOS = 1;
    /** MQTT 5.0, 3.8.3.1. */
    private static final int SEND_NO_RETAINED = 2;

    private static final long DISCONNECT_TIMEOUT_MS = 500;

    /** What happens on a link; called on the door's thread, except {@link #arrived}. */
    interface Events {
        /** Subscribed: messages come. */
        void up(BrokerLink link);

        /** The link is over, or never was. Told once. */
        void down(BrokerLink link, String why);

        /** A message; on Paho's thread, which may be blocked to slow the broker down. */
        void arrived(BrokerLink link, String topic, MqttMessage message);
    }

    private final BrokerConfig config;
    private final Executor loop;
    private final Events events;
    private final MqttAsyncClient client;
    private final Thread closer;
    private volatile boolean over;

    BrokerLink(BrokerConfig config, Executor loop, Events events) throws MqttException {
        this.config = config;
        this.loop = loop;
        this.events = events;
        client = new MqttAsyncClient(config.url(), config.login().clientId(), new MemoryPersistence());
        client.setManualAcks(true);
        client.setCallback(this);
        // Paho waits for its callback thread when it closes, and this door may be blocking that thread.
        closer = new Thread(this::close, "broker-" + config.name() + "-closing");
        closer.setDaemon(true);
    }

    /** Begins to connect and subscribe. */
    void open() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(false);
        options.setSessionExpiryInterval(config.subscription().sessionExpiry().toSeconds());
        options.setReceiveMaximum(config.subscription().receiveMaximum());
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval(KEEP_ALIVE_S);
        options.setConnectionTimeout(CONNECT_TIMEOUT_S);
        options.setUserName(config.login().userName());
        String password = config.login().password();
        if (password != null) {
            options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        }
        attempt(() -> client.connect(options, null, then(this::subscribe)));
    }

    private void subscribe(IMqttToken connected) {
        boolean shared = !config.subscription().share().isEmpty()
                && connected.getResponseProperties().isSharedSubscriptionAvailable();
        MqttSubscription[] subscriptions =
                new MqttSubscription[config.subscription().topics().size()];
        for (int i = 0; i < subscriptions.length; i++) {
            String filter =
                    TopicTemplate.of(config.subscription().topics().get(i)).filter();
            subscriptions[i] =
                    subscription(shared ? "$share/" + config.subscription().share() + "/" + filter : filter);
        }
        attempt(() -> client.subscribe(subscriptions, null, then(this::subscribed), new MqttProperties()));
    }

    /** What the broker retained is no news. A device's message that is to be retained comes as one that is not. */
    private static MqttSubscription subscription(String filter) {
        MqttSubscription subscription = new MqttSubscription(filter, QOS);
        subscription.setRetainHandling(SEND_NO_RETAINED);
        subscription.setRetainAsPublished(false);
        return subscription;
    }

    private void subscribed(IMqttToken answer) {
        for (int code : answer.getReasonCodes()) {
            if (code > QOS) {
                end("the broker refused a subscription of "
                        + config.subscription().topics() + " with reason code " + code + "; allow it for user \""
                        + config.login().userName() + "\"");
                return;
            }
        }
        events.up(this);
    }

    /** A listener that continues on the door's thread. */
    private MqttActionListener then(Consumer<IMqttToken> next) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                loop.execute(() -> next.accept(token));
            }

            @Override
            public void onFailure(IMqttToken token, Throwable failure) {
                loop.execute(() -> end(describe(failure)));
            }
        };
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws MqttException;
    }

    private void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (MqttException e) {
            end(describe(e));
        }
    }

    private static String describe(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return failure instanceof MqttException e ? text + " (code " + e.getReasonCode() + ")" : text;
    }

    /** Acknowledges a message of this link; on a link that is over the broker will deliver it again. */
    void acknowledge(int messageId) {
        if (over) {
            return;
        }
        try {
            client.messageArrivedComplete(messageId, QOS);
        } catch (MqttException e) {
            end(describe(e));
        }
    }

    /** Ends the link; the session and what is not acknowledged stay at the broker. */
    void end(String why) {
        if (over) {
            return;
        }
        over = true;
        closer.start();
        events.down(this, why);
    }

    private void close() {
        try {
            client.disconnectForcibly(0, DISCONNECT_TIMEOUT_MS, true);
        } catch (MqttException e) {
            LOG.debug("{}: disconnecting failed", config, e);
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("{}: closing failed", config, e);
        }
    }

    /** Waits a moment for an ended link to disconnect from the broker. */
    void awaitClosed() throws InterruptedException {
        closer.join(2 * DISCONNECT_TIMEOUT_MS);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        String reason = response.getReasonString();
        String why = response.getException() == null ? reason : describe(response.getException());
        loop.execute(() -> end(why == null ? "the broker ended the connection" : why));
    }

    @Override
    public void mqttErrorOccurred(MqttException failure) {
        LOG.warn("{}: {}", config, describe(failure));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (!over) {
            events.arrived(this, topic, message);
        }
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // Nothing is published.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // The connect listener continues.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // Enhanced authentication is not asked for.
    }
}
