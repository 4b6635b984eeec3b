package io.greenpark.ingest.coap;

import io.greenpark.ingest.admission.MessageSender;
import io.greenpark.ingest.admission.MessageValidator;
import io.greenpark.ingest.admission.MessageValidators;
import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.ingest.intake.Backpressure;
import io.greenpark.ingest.intake.EventLoopBatcher;
import io.greenpark.ingest.intake.Intake;
import io.greenpark.ingest.intake.IntakeResult;
import io.greenpark.ingest.json.TelemetryJson;
import io.greenpark.ingest.payload.Decoded;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.DeviceCredentials.Principal;
import io.greenpark.park.registry.RegistrySource;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges CoAP requests on one thread of its own and hands them to the intake. Remembers a desk for each of the latest
 * senders; all of them share one flow, for a datagram cannot be held back, only turned away.
 */
final class CoapRequestHandler implements AutoCloseable {
    private static final int MAX_REMEMBERED = 10_000;
    static final int MAX_WAITING = 1_000;

    private final MessageValidators validators;
    private final Intake intake;
    private final RegistrySource registry;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread t = new Thread(task, "coap-desk");
        t.setDaemon(true);
        return t;
    });
    private final EventLoopBatcher batcher;
    private final SharedFlow backpressure = new SharedFlow();
    private final Map<String, MessageValidator> desks = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MessageValidator> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    /** Requests handed to the desk's thread and not yet judged: datagrams come faster than they can be judged. */
    private final AtomicInteger waiting = new AtomicInteger();

    private volatile int senders;

    CoapRequestHandler(MessageValidators validators, Intake intake, RegistrySource registry, Clock clock) {
        this.validators = validators;
        this.intake = intake;
        this.registry = registry;
        this.clock = clock;
        this.batcher = intake.batcher(thread);
    }

    /** Whether a request should be turned away for now. */
    boolean full() {
        return backpressure.held || !intake.hasRoom() || waiting.get() >= MAX_WAITING;
    }

    /**
     * Takes a payload in.
     *
     * @param identity the DTLS identity; null on the plain door, where loopback speaks for every device
     * @param done told on the desk's thread when everything is durable
     */
    void take(@Nullable String identity, String deviceId, byte[] payload, Consumer<IntakeResult> done) {
        waiting.incrementAndGet();
        thread.execute(() -> {
            waiting.decrementAndGet();
            Decoded decoded = TelemetryJson.device(payload, 0, payload.length);
            ValidatedMessage admitted = validator(identity, deviceId)
                    .admit(
                            deviceId,
                            decoded,
                            clock.millis(),
                            () -> MessageValidators.excerpt(payload, 0, payload.length));
            batcher.submit(backpressure, admitted, done);
        });
    }

    /** Notes a refusal that needs no answer of its own. */
    void refuse(ValidatedMessage refusal) {
        refuse(refusal, outcome -> {});
    }

    /** Notes a refusal; {@code done} is told when it is durable. */
    void refuse(ValidatedMessage refusal, Consumer<IntakeResult> done) {
        waiting.incrementAndGet();
        thread.execute(() -> {
            waiting.decrementAndGet();
            batcher.submit(backpressure, refusal, done);
        });
    }

    /** Runs something in a while, unless the door closes before. */
    void later(long millis, Runnable task) {
        thread.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    long now() {
        return clock.millis();
    }

    private MessageValidator validator(@Nullable String identity, String deviceId) {
        String name = identity == null ? deviceId : identity;
        String key = (identity == null ? "path " : "identity ") + name;
        MessageValidator validator = desks.get(key);
        if (validator == null) {
            validator = validators.validator(sender(identity, name), Door.COAP);
            desks.put(key, validator);
            senders = desks.size();
        }
        return validator;
    }

    private MessageSender sender(@Nullable String identity, String name) {
        boolean gateway =
                identity != null && registry.current().gateway(identity).isPresent();
        return MessageSender.of(new Principal(gateway ? Principal.Kind.GATEWAY : Principal.Kind.DEVICE, name));
    }

    /** How many senders it remembers. */
    int senders() {
        return senders;
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private static final class SharedFlow extends Backpressure {
        private volatile boolean held;

        @Override
        protected void pause() {
            held = true;
        }

        @Override
        protected void resume() {
            held = false;
        }

        @Override
        protected void answered() {
            // Each request is answered by its own exchange.
        }
    }
}
