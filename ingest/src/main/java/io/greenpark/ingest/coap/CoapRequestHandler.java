package io.greenpark.ingest.coap;

import io.greenpark.ingest.IngestPipeline;
import io.greenpark.ingest.admission.Excerpt;
import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.MessageValidator;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.Backpressure;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.ingest.payload.PayloadForm;
import io.greenpark.ingest.payload.PayloadFormat;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.RegistrySource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes and validates CoAP requests on one thread of its own and hands them to the intake. Keeps a validator for each of
 * the latest senders; all of them share one backpressure, for a datagram cannot be held back, only turned away.
 */
final class CoapRequestHandler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CoapRequestHandler.class);
    private static final int MAX_REMEMBERED = 10_000;
    static final int MAX_WAITING = 1_000;

    private final IngestPipeline pipeline;
    private final RegistrySource registry;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread t = new Thread(task, "coap-requests");
        t.setDaemon(true);
        return t;
    });
    private final EventLoopBatcher batcher;
    private final SharedBackpressure backpressure = new SharedBackpressure();
    private final Map<CoapSender, MessageValidator> validators = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CoapSender, MessageValidator> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    /** Requests handed to the thread and not yet decoded: datagrams come faster than they can be decoded. */
    private final AtomicInteger waiting = new AtomicInteger();
    /** Refusals that were not kept since the last one that was. */
    private final AtomicLong leftOut = new AtomicLong();

    private volatile int senders;

    CoapRequestHandler(IngestPipeline pipeline, RegistrySource registry) {
        this.pipeline = pipeline;
        this.registry = registry;
        this.batcher = pipeline.intake().batcher(thread);
    }

    /** Whether requests are turned away for now. */
    boolean isFull() {
        return backpressure.paused || !pipeline.intake().hasRoom() || waiting.get() >= MAX_WAITING;
    }

    /**
     * Takes a payload in.
     *
     * @param done told on the handler's thread when everything is durable
     */
    void take(CoapSender sender, String deviceId, PayloadFormat format, byte[] payload, Consumer<IntakeResult> done) {
        enqueue(
                () -> {
                    Decoded decoded = format.decode(payload, 0, payload.length, PayloadForm.DEVICE);
                    return validator(sender)
                            .validate(deviceId, decoded, pipeline.clock().millis(), () -> Excerpt.of(payload));
                },
                done);
    }

    /** Keeps a refusal that needs no answer, unless too much is in flight: no flood may fill memory or log. */
    void refuseIfRoom(DeadLetter deadLetter) {
        if (!isFull()) {
            long missing = leftOut.getAndSet(0);
            if (missing > 0) {
                LOG.warn("coap: {} refusals were not kept as dead letters, as too much was in flight", missing);
            }
            refuse(deadLetter, result -> {});
        } else if (leftOut.getAndIncrement() == 0) {
            LOG.warn(
                    "coap: too much is in flight to keep every refusal as a dead letter, such as: {}",
                    deadLetter.detail().en());
        }
    }

    /** Keeps a refusal; {@code done} is told when it is durable. */
    void refuse(DeadLetter deadLetter, Consumer<IntakeResult> done) {
        enqueue(() -> ValidatedMessage.refused(deadLetter), done);
    }

    private void enqueue(Supplier<ValidatedMessage> message, Consumer<IntakeResult> done) {
        waiting.incrementAndGet();
        thread.execute(() -> {
            waiting.decrementAndGet();
            batcher.submit(backpressure, message.get(), done);
        });
    }

    /** Runs a task after a while, unless the door closes before. */
    void later(long millis, Runnable task) {
        thread.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    private MessageValidator validator(CoapSender sender) {
        MessageValidator validator = validators.get(sender);
        if (validator == null) {
            validator = pipeline.validators().forSender(rights(sender), Door.COAP);
            validators.put(sender, validator);
            senders = validators.size();
        }
        return validator;
    }

    private MessageSender rights(CoapSender sender) {
        if (!sender.proved()) {
            return MessageSender.local(sender.name());
        }
        boolean gateway = registry.current().gateway(sender.name()).isPresent();
        return MessageSender.of(new Principal(gateway ? Principal.Kind.GATEWAY : Principal.Kind.DEVICE, sender.name()));
    }

    /** How many senders it remembers. */
    int senders() {
        return senders;
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private static final class SharedBackpressure extends Backpressure {
        private volatile boolean paused;

        @Override
        protected void pause() {
            paused = true;
        }

        @Override
        protected void resume() {
            paused = false;
        }

        @Override
        protected void answered() {
            // Each request is answered by its own exchange.
        }
    }
}
