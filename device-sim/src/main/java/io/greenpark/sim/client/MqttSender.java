package io.greenpark.sim.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MQTT 3.1.1 at QoS 1 through Paho. Keeps every message until its acknowledgement; after a lost connection it connects
 * anew and sends what was not acknowledged again, in the order first sent.
 */
public final class MqttSender extends WindowedSender {
    private static final Logger LOG = LoggerFactory.getLogger(MqttSender.class);
    private static final int QOS_AT_LEAST_ONCE = 1;
    private static final int CLOSE_SECONDS = 10;
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);
    private static final Set<Integer> REFUSALS = Set.of(
            (int) MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION,
            (int) MqttException.REASON_CODE_INVALID_CLIENT_ID,
            (int) MqttException.REASON_CODE_FAILED_AUTHENTICATION,
            (int) MqttException.REASON_CODE_NOT_AUTHORIZED);

    private final Account account;
    private final int window;
    private @Nullable MqttAsyncClient client;
    private boolean connected;
    private int generation;
    private Duration retry = FIRST_RETRY;

    /**
     * Who connects, and where to.
     *
     * @param url {@code tcp://host:port} or {@code ssl://host:port}
     * @param userName null for a broker that asks for none
     */
    public record Account(
            String url,
            String clientId,
            @Nullable String userName,
            @Nullable String password) {}

    /**
     * Connects in the background.
     *
     * @param window how many messages may be unacknowledged at a time
     */
    public MqttSender(Account account, int window, RetryTimeout retryTimeout) {
        super(
                "mqtt-sender-" + account.clientId(),
                "the sender of \"" + account.clientId() + "\"",
                window,
                retryTimeout);
        this.account = account;
        this.window = window;
        onThread(this::connect);
    }

    private void connect() {
        int mine = ++generation;
        try {
            MqttAsyncClient fresh = new MqttAsyncClient(account.url(), account.clientId(), new MemoryPersistence());
            client = fresh;
            fresh.setCallback(new Connection(mine));
            fresh.connect(
                    Paho.options(account, window), null, listener(() -> connected(mine), e -> connectFailed(mine, e)));
        } catch (MqttException e) {
            connectFailed(mine, e);
        }
    }

    private void connected(int mine) {
        if (mine != generation) {
            return;
        }
        connected = true;
        retry = FIRST_RETRY;
        silence.answered();
        sendWaiting();
    }

    private void connectFailed(int mine, Throwable cause) {
        if (mine != generation) {
            return;
        }
        if (cause instanceof MqttException e && REFUSALS.contains(e.getReasonCode())) {
            giveUp(new SenderException("the server at " + account.url() + " refuses \"" + account.clientId() + "\" ("
                    + e.getMessage() + "); check user name and password"));
            return;
        }
        if (silence.timedOutAfterAttempt()) {
            giveUp(new SenderException(
                    "no MQTT server answers at " + account.url() + " (" + Paho.reason(cause) + "); is it running?"));
            return;
        }
        lost(mine, cause);
    }

    private void lost(int mine, @Nullable Throwable cause) {
        if (mine != generation) {
            return;
        }
        generation++;
        connected = false;
        LOG.debug("{}: connection to {} lost: {}", account.clientId(), account.url(), Paho.reason(cause));
        Paho.discard(client, account.clientId());
        client = null;
        List<Outbound> again = new ArrayList<>(inFlight);
        inFlight.clear();
        repeated.addAndGet(again.size());
        for (int i = again.size() - 1; i >= 0; i--) {
            waiting.addFirst(again.get(i));
        }
        thread.schedule(this::connect, retry.toMillis(), TimeUnit.MILLISECONDS);
        Duration doubled = retry.multipliedBy(2);
        retry = doubled.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : doubled;
    }

    @Override
    void sendWaiting() {
        MqttAsyncClient current = client;
        while (connected && current != null && hasRoom()) {
            Outbound next = waiting.removeFirst();
            int mine = generation;
            try {
                inFlight.add(next);
                current.publish(
                        next.path,
                        next.payload,
                        QOS_AT_LEAST_ONCE,
                        false,
                        null,
                        listener(() -> acknowledged(next), e -> lost(mine, e)));
            } catch (MqttException e) {
                lost(mine, e);
            } catch (IllegalArgumentException e) {
                inFlight.remove(next);
                next.done.completeExceptionally(
                        new SenderException("topic \"" + next.path + "\" is not allowed: " + e.getMessage()));
            }
        }
    }

    private void acknowledged(Outbound message) {
        silence.answered();
        // A late answer of an earlier connection counts too: the door has the message.
        if (inFlight.remove(message) || waiting.remove(message)) {
            message.done.complete(null);
        }
        sendWaiting();
    }

    @Override
    void giveUp(SenderException cause) {
        generation++;
        connected = false;
        Paho.discard(client, account.clientId());
        client = null;
        super.giveUp(cause);
    }

    private IMqttActionListener listener(Runnable success, Consumer<Throwable> failure) {
        return new IMqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                onThread(success);
            }

            @Override
            public void onFailure(IMqttToken token, Throwable cause) {
                onThread(() -> failure.accept(cause));
            }
        };
    }

    @Override
    public void close() {
        onThread(() -> {
            if (!hasFailed()) {
                Paho.end(connected ? client : null, account.clientId());
                giveUp(closed());
            }
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Paho's callbacks of one connection. */
    private final class Connection implements MqttCallback {
        private final int mine;

        Connection(int mine) {
            this.mine = mine;
        }

        @Override
        public void connectionLost(Throwable cause) {
            onThread(() -> lost(mine, cause));
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            // Devices subscribe to nothing.
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Each publish has a listener of its own.
        }
    }
}
