package io.greenpark.ingest.broker;

import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.admission.Excerpt;
import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.MessageValidator;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.Backpressure;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.intake.IntakeCounters;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.live.ListeningDoor;
import io.greenpark.park.live.ListeningDoor.Standing;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.reading.Reading;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
 * Subscribes to one broker and stays: a lost connection is opened again with growing pauses, and the broker delivers again
 * what was not acknowledged. Everything runs on one thread of the door's own; Paho's thread only hands messages over and
 * is blocked when too many are in flight.
 */
public final class BrokerDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerDoor.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final String NOT_YET = "not connected yet";

    private final BrokerConfig config;
    private final IngestPipeline pipeline;
    private final ScheduledThreadPoolExecutor loop;
    private final EventLoopBatcher batcher;
    private final MessageValidator validator;
    private final List<TopicTemplate> templates;
    private final Backpressure backpressure = new BrokerBackpressure();
    private final BlockingGate gate = new BlockingGate();
    private final Semaphore inFlight;
    private Duration pause = FIRST_PAUSE;
    private volatile @Nullable BrokerLink link;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile @Nullable String problem = NOT_YET;
    private volatile Standing standing;
    private final BroughtDevices brought = new BroughtDevices();

    private BrokerDoor(BrokerConfig config, IngestPipeline pipeline) {
        this.config = config;
        this.pipeline = pipeline;
        loop = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "broker-" + config.name()));
        loop.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        batcher = pipeline.intake().batcher(this::later);
        validator = pipeline.validators().forSender(MessageSender.broker(config.name(), config::mayName), Door.BROKER);
        templates =
                config.subscription().topics().stream().map(TopicTemplate::of).toList();
        // Twice what the broker may send unacknowledged, so that QoS 1 never waits here and QoS 0 cannot pile up.
        inFlight = new Semaphore(2 * config.subscription().receiveMaximum());
        standing = Standing.shut(pipeline.clock().instant(), NOT_YET);
    }

    /** A door that connects after {@link #start}. */
    public static BrokerDoor create(BrokerConfig config, IngestPipeline pipeline) {
        return new BrokerDoor(config, pipeline);
    }

    /** Begins to connect and returns at once: an absent broker must not hold up the platform. */
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

    /** The counts are those of all brokers together. */
    public DoorStatus status() {
        IntakeCounters counters = pipeline.intake().counters();
        return new DoorStatus(
                "broker " + config.name(),
                config.url(),
                connected,
                connected ? 1 : 0,
                counters.messages(Door.BROKER),
                counters.readings(Door.BROKER),
                counters.refused(Door.BROKER),
                problem);
    }

    /** The door as silence sees it: whether the broker is there, and which devices it has brought. */
    public ListeningDoor listening() {
        return new ListeningDoor(Door.BROKER, "broker " + config.name(), config.url(), standing, brought);
    }

    /** The devices the broker may bring, and those it has brought. */
    private final class BroughtDevices implements ListeningDoor.Devices {
        private final ConcurrentMap<String, Long> arrivals = new ConcurrentHashMap<>();

        void note(ValidatedMessage message) {
            String last = "";
            for (Reading reading : message.readings()) {
                // Mostly all of one device.
                if (!reading.deviceId().equals(last)) {
                    last = reading.deviceId();
                    arrivals.put(last, reading.arrivalMs());
                }
            }
        }

        @Override
        public boolean mayCome(String deviceId) {
            return pipeline.validators().mayCome(validator.sender(), deviceId);
        }

        @Override
        public @Nullable Long lastArrivalMs(String deviceId) {
            return arrivals.get(deviceId);
        }
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
            problem = why;
            return;
        }
        if (connected || NOT_YET.equals(problem)) {
            LOG.warn("{} is away and will be tried again: {}", config, why);
        }
        connected = false;
        problem = why;
        standing = standing.shutAt(pipeline.clock().instant(), why);
        loop.schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(config.longestPause()) > 0 ? config.longestPause() : doubled;
    }

    private final class LinkEvents implements BrokerLink.Events {
        @Override
        public void up(BrokerLink current) {
            LOG.info("{} is connected", config);
            connected = true;
            problem = null;
            standing = standing.opened(pipeline.clock().instant());
            pause = FIRST_PAUSE;
        }

        @Override
        public void down(BrokerLink former, String why) {
            retry(why);
        }

        @Override
        public void arrived(BrokerLink from, String topic, MqttMessage message) {
            try {
                gate.await();
                inFlight.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            later(() -> take(from, topic, message));
        }
    }

    private final class BrokerBackpressure extends Backpressure {
        @Override
        protected void pause() {
            gate.close();
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

    private void take(BrokerLink from, String topic, MqttMessage message) {
        if (message.isRetained()) {
            passOver(from, message);
            return;
        }
        ValidatedMessage validated = validate(topic, message);
        brought.note(validated);
        batcher.submit(backpressure, validated, result -> {
            inFlight.release();
            if (result.status() == IntakeResult.Status.UNAVAILABLE) {
                // A broker delivers again what was not acknowledged only to a new connection (MQTT 5.0, 4.4).
                from.end(result.detail());
            } else if (message.getQos() > 0) {
                from.acknowledge(message.getId());
            }
        });
    }

    /**
     * What the broker kept and says again, its device did not say now: it would be a reading of a device that may be gone.
     * A broker is asked to send none, and some send them all the same.
     */
    private void passOver(BrokerLink from, MqttMessage message) {
        inFlight.release();
        pipeline.intake().counters().countRetained(Door.BROKER);
        if (message.getQos() > 0) {
            from.acknowledge(message.getId());
        }
    }

    private ValidatedMessage validate(String topic, MqttMessage message) {
        byte[] payload = message.getPayload();
        String[] levels = topic.split("/", -1);
        for (TopicTemplate template : templates) {
            if (template.matches(levels)) {
                PayloadForm form = template.namesDevice() ? PayloadForm.DEVICE : PayloadForm.GATEWAY;
                Decoded decoded = pipeline.formats()
                        .choose(Door.BROKER, topic, contentType(message))
                        .decode(payload, 0, payload.length, form);
                return validator.validate(
                        template.device(levels), decoded, pipeline.clock().millis(), () -> Excerpt.of(payload));
            }
        }
        return validator.refuse(
                null,
                RejectReason.UNKNOWN_TOPIC,
                BrokerMessages.unknownTopic(topic, config.subscription().topics()),
                pipeline.clock().millis(),
                Excerpt.of(payload));
    }

    private static @Nullable String contentType(MqttMessage message) {
        return message.getProperties() == null ? null : message.getProperties().getContentType();
    }
}
