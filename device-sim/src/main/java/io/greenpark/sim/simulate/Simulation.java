package io.greenpark.sim.simulate;

import io.greenpark.sim.data.Measured;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what simulated devices show: first their history, hour by hour over all devices together (stores take time order
 * best), then live values. One message holds several hours of all devices behind one gateway. The back-fill and the
 * live sending run one after the other on the same models, so registers go on where the history ended.
 */
public final class Simulation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
    private static final int HOURS_PER_MESSAGE = 6;
    private static final int MAX_IN_FLIGHT = 64;

    private final List<DeviceModel> devices;
    private final Set<String> silent;
    private final TelemetrySink sink;
    private final Clock clock;
    private final Semaphore inFlight = new Semaphore(MAX_IN_FLIGHT);
    private final AtomicLong acknowledgedValues = new AtomicLong();
    private final ScheduledExecutorService live =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "simulation-live"));

    /** Told after every step of the back-fill. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param reached how far the history is sent
         * @param values how many values are acknowledged so far
         */
        void at(Instant reached, long values);
    }

    /**
     * @param silent devices that send their history and nothing afterwards
     */
    public Simulation(List<DeviceModel> devices, Set<String> silent, TelemetrySink sink, Clock clock) {
        this.devices = List.copyOf(devices);
        this.silent = Set.copyOf(silent);
        this.sink = sink;
        this.clock = clock;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Sends everything from {@code from} to now and returns when all of it is acknowledged. */
    public void backfill(Instant from, Progress progress) throws InterruptedException {
        Instant hour = from.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        while (!hour.isAfter(clock.instant())) {
            Map<String, Message> messages = new LinkedHashMap<>();
            for (int i = 0; i < HOURS_PER_MESSAGE && !hour.isAfter(clock.instant()); i++) {
                collect(hour, messages, Set.of());
                hour = hour.plus(1, ChronoUnit.HOURS);
            }
            send(messages.values());
            progress.at(hour, acknowledgedValues.get());
        }
        inFlight.acquire(MAX_IN_FLIGHT);
        inFlight.release(MAX_IN_FLIGHT);
        progress.at(hour, acknowledgedValues.get());
    }

    /** Sends current values every {@code interval} until closed. Call after the back-fill. */
    public void goLive(Duration interval) {
        live.scheduleAtFixedRate(this::sendNow, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sendNow() {
        try {
            Map<String, Message> messages = new LinkedHashMap<>();
            collect(clock.instant().truncatedTo(ChronoUnit.SECONDS), messages, silent);
            send(messages.values());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("simulation: live values were not sent; the next round tries again", e);
        }
    }

    private void collect(Instant at, Map<String, Message> messages, Set<String> leftOut) {
        for (DeviceModel device : devices) {
            if (leftOut.contains(device.deviceId())) {
                continue;
            }
            String gateway = device.gatewayId();
            String sender = gateway == null ? device.deviceId() : gateway;
            for (Measured row : device.until(at)) {
                messages.computeIfAbsent(sender, s -> new Message(s, gateway != null))
                        .add(device.deviceId(), row.at(), row.values());
            }
        }
    }

    private void send(Collection<Message> messages) throws InterruptedException {
        for (Message message : messages) {
            inFlight.acquire();
            sink.send(message.sender(), message.topic(), message.payload()).whenComplete((done, failure) -> {
                inFlight.release();
                if (failure == null) {
                    acknowledgedValues.addAndGet(message.values());
                } else {
                    LOG.warn("simulation: a message of {} was not taken: {}", message.sender(), failure.toString());
                }
            });
        }
    }

    /** Values acknowledged so far. */
    public long acknowledgedValues() {
        return acknowledgedValues.get();
    }

    @Override
    public void close() {
        live.shutdownNow();
    }
}
