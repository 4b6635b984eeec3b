package io.greenpark.ingest.broker;

import io.greenpark.ingest.admission.DoorStatus;
import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.MessageValidator;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.Backpressure;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeCounters;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscribes to one broker, for ever: a lost connection is opened again with growing pauses, and the broker delivers
 * what was not acknowledged. Everything runs on one thread of the door's own; Paho's thread only hands messages over and
 * is held when too many are under way.
 */
public final class BrokerDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerDoor.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final BrokerConfig config;
    private final Intake intake;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor loop;
    private final EventLoopBatcher batcher;
    private final MessageValidator validator;
    private final List<TopicTemplate> templates;
    private final Backpressure backpressure = new BrokerFlow();
    private final Gate gate = new Gate();
    private final Semaphore underWay;
    private Duration pause = FIRST_PAUSE;
    private volatile @Nullable BrokerLink link;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile String trouble = "not connected yet";

    private BrokerDoor(BrokerConfig config, MessageValidators validators, Intake intake, Clock clock) {
        this.config = config;
        this.intake = intake;
        this.clock = clock;
        loop = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "broker-" + config.name()));
        loop.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        batcher = intake.batcher(this::later);
        validator = validators.validator(MessageSender.broker(config.name(), config::mayName), Door.BROKER);
        templates = config.topics().stream().map(TopicTemplate::of).toList();
        // Twice the broker's share, so that QoS 1 never waits here and QoS 0 cannot pile up.
        underWay = new Semaphore(2 * config.receiveMaximum());
    }

    /** A door that connects after {@link #start}. */
    public static BrokerDoor create(BrokerConfig config, MessageValidators validators, Intake intake, Clock clock) {
        return new BrokerDoor(config, validators, intake, clock);
    }

    /** Begins to connect and returns at once: a broker that is away must not hold up the platform. */
    public void start() {
        later(this::connect);
    }

    /** Ends the connection. What is not acknowledged stays at the broker. */
    @Override
    public void close() {
        closed = true;
        later(() -> {
            BrokerLink open = link;
            if (open != null) {
                open.end("the platform stops");
            }
        });
        loop.shutdown();
        gate.open();
        try {
            if (!loop.awaitTermination(10, TimeUnit.SECONDS)) {
                loop.shutdownNow();
            }
            BrokerLink last = link;
            if (last != null) {
                last.awaitClosed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The figures are those of all brokers together. */
    public DoorStatus status() {
        IntakeCounters counters = intake.counters();
        return new DoorStatus(
                "broker " + config.name(),
                config.url(),
                connected,
                connected ? 1 : 0,
                counters.messages(Door.BROKER),
                counters.readings(Door.BROKER),
                counters.refusals(Door.BROKER),
                trouble);
    }

    private void later(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is closed already", config);
        }
    }

    private void connect() {
        if (closed) {
            return;
        }
        try {
            BrokerLink next = new BrokerLink(config, this::later, new LinkEvents());
            link = next;
            next.open();
        } catch (MqttException | IllegalArgumentException e) {
            retry(String.valueOf(e.getMessage()));
        }
    }

    private void retry(String why) {
        if (closed) {
            connected = false;
            trouble = why;
            return;
        }
        if (connected || trouble.startsWith("not connected yet")) {
            LOG.warn("{} is away and will be tried again: {}", config, why);
        }
        connected = false;
        trouble = why;
        loop.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(config.longestPause()) > 0 ? config.longestPause() : doubled;
    }

    private final class LinkEvents implements BrokerLink.Events {
        @Override
        public void up(BrokerLink now) {
            LOG.info("{} is connected", config);
            connected = true;
            trouble = "";
            pause = FIRST_PAUSE;
        }

        @Override
        public void down(BrokerLink former, String why) {
            retry(why);
        }

        @Override
        public void arrived(BrokerLink by, String topic, MqttMessage message) {
            try {
                gate.pass();
                underWay.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            later(() -> take(by, topic, message));
        }
    }

    private final class BrokerFlow extends Backpressure {
        @Override
        protected void pause() {
            gate.shut();
        }

        @Override
        protected void resume() {
            gate.open();
        }

        @Override
        protected void answered() {
            // Acknowledgements are sent one by one; Paho has no flush.
        }
    }

    private void take(BrokerLink by, String topic, MqttMessage message) {
        batcher.submit(backpressure, judge(topic, message.getPayload()), outcome -> {
            underWay.release();
            if (outcome.kind() == IntakeResult.Status.UNAVAILABLE) {
                // A broker delivers again what was not acknowledged only to a new connection (MQTT 5.0, 4.4).
                by.end(outcome.detail());
            } else if (message.getQos() > 0) {
                by.acknowledge(message.getId());
            }
        });
    }

    private ValidatedMessage judge(String topic, byte[] payload) {
        long nowMs = clock.millis();
        String[] levels = topic.split("/", -1);
        for (TopicTemplate template : templates) {
            if (template.matches(levels)) {
                return validator.admit(
                        template.device(levels),
                        template.namesDevice()
                                ? TelemetryJson.device(payload, 0, payload.length)
                                : TelemetryJson.gateway(payload, 0, payload.length),
                        nowMs,
                        () -> MessageValidators.excerpt(payload, 0, payload.length));
            }
        }
        return ValidatedMessage.refused(MessageValidators.refusal(
                Door.BROKER,
                config.name(),
                null,
                RejectReason.UNKNOWN_TOPIC,
                BrokerMessages.unknownTopic(topic, config.topics()),
                MessageValidators.excerpt(payload, 0, payload.length),
                nowMs));
    }
}
