package io.greenpark.sim.replay;

import io.greenpark.sim.client.ApiClient;
import io.greenpark.sim.client.CoapSender;
import io.greenpark.sim.client.DeviceSecrets;
import io.greenpark.sim.client.MqttSender;
import io.greenpark.sim.client.Sender;
import io.greenpark.sim.client.SenderException;
import io.greenpark.sim.data.DataSet;
import io.greenpark.sim.data.Measured;
import io.greenpark.sim.progress.ProgressBar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends a measured data set through one door and returns when all of it is acknowledged, or also worked off. */
public final class Replay {
    private static final String STEEL_KEY = "kwh";
    private static final int MQTT_WINDOW = 256;
    private static final int COAP_WINDOW = 4;
    /** One datagram, with room for the options: no block-wise transfer. */
    private static final int COAP_MESSAGE_BYTES = 900;
    /** Messages handed to the sender and not yet acknowledged. */
    private static final int MAX_PENDING = 2_000;
    /** A broker may hold messages that no door has seen: so many polls in a row must find nothing new. */
    private static final int POLLS_BEHIND_A_BROKER = 8;

    private static final long PROGRESS_POLL_MS = 100;

    private final ReplayOptions options;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private Replay(ReplayOptions options) {
        this.options = options;
    }

    /**
     * Runs a replay, with a progress bar on standard error.
     *
     * @throws io.greenpark.sim.table.DataFileException if a file cannot be read
     * @throws SenderException if the door refuses the device or a message, or cannot be reached
     */
    public static Totals run(ReplayOptions options) throws InterruptedException {
        if (options.registers() && options.dataSet() != DataSet.STEEL_PLANT) {
            throw new SenderException("data set \"" + options.dataSet().id()
                    + "\" has no amounts of energy to make a register of; registers are for steel-plant");
        }
        return new Replay(options).run();
    }

    private Totals run() throws InterruptedException {
        DataSet set = options.dataSet();
        List<Measured> measured = options.files().isEmpty() ? set.read() : set.readFiles(options.files());
        List<String> messages = messages(options.registers() ? Registers.of(measured, STEEL_KEY) : measured);
        String device = options.registers() ? Registers.DEVICE : set.deviceId();
        long repeated;
        try (Sender sender = sender(device)) {
            send(sender, "greenpark/" + device + "/telemetry", messages);
            repeated = sender.repeated();
        }
        awaitBooked();
        return Totals.of(measured, set == DataSet.STEEL_PLANT ? STEEL_KEY : "", messages.size(), repeated);
    }

    private List<String> messages(List<Measured> rows) {
        boolean coap = options.target().via() == ReplayOptions.Via.COAP;
        List<Measured> ordered = new ArrayList<>(rows);
        Random random = new Random(options.seed());
        if (options.shuffle()) {
            Collections.shuffle(ordered, random);
        }
        List<String> messages = Messages.of(ordered, coap ? COAP_MESSAGE_BYTES : 0);
        if (!options.twice()) {
            return messages;
        }
        List<String> doubled = new ArrayList<>(2 * messages.size());
        for (String message : messages) {
            doubled.add(message);
            doubled.add(message);
        }
        if (options.shuffle()) {
            Collections.shuffle(doubled, random);
        }
        return doubled;
    }

    private Sender sender(String device) {
        ReplayOptions.ReplayServer target = options.target();
        String url = target.url().toString();
        return switch (target.via()) {
            case MQTT -> {
                DeviceSecrets.Secret secret =
                        DeviceSecrets.of(target.dataDirectory()).of(device);
                yield new MqttSender(
                        new MqttSender.Account(url, device, secret.id(), secret.password()),
                        MQTT_WINDOW,
                        options.retryTimeout());
            }
            case BROKER ->
                new MqttSender(
                        new MqttSender.Account(url, device, target.brokerUser(), target.brokerPassword()),
                        MQTT_WINDOW,
                        options.retryTimeout());
            case COAP ->
                new CoapSender(target.url(), secretIfSecure(target, device), COAP_WINDOW, options.retryTimeout());
        };
    }

    private static DeviceSecrets.@Nullable Secret secretIfSecure(ReplayOptions.ReplayServer target, String device) {
        return "coaps".equals(target.url().getScheme())
                ? DeviceSecrets.of(target.dataDirectory()).of(device)
                : null;
    }

    private void send(Sender sender, String path, List<String> messages) throws InterruptedException {
        ProgressBar bar = ProgressBar.onStandardError(options.dataSet().id(), messages.size());
        Semaphore pending = new Semaphore(MAX_PENDING);
        for (String message : messages) {
            while (!pending.tryAcquire(PROGRESS_POLL_MS, TimeUnit.MILLISECONDS)) {
                bar.at(acknowledged.get());
            }
            failIfRefused();
            var unused = sender.send(path, message).whenComplete((done, refused) -> {
                if (refused == null) {
                    acknowledged.incrementAndGet();
                } else {
                    failure.compareAndSet(null, refused);
                }
                pending.release();
            });
            bar.at(acknowledged.get());
        }
        while (!pending.tryAcquire(MAX_PENDING, PROGRESS_POLL_MS, TimeUnit.MILLISECONDS)) {
            bar.at(acknowledged.get());
        }
        failIfRefused();
        bar.end(acknowledged.get());
    }

    private void failIfRefused() {
        Throwable refused = failure.get();
        if (refused != null) {
            throw new SenderException(options.dataSet().id() + " via " + options.target() + ": " + refused.getMessage()
                    + " (" + acknowledged.get() + " messages were acknowledged before)");
        }
    }

    private void awaitBooked() throws InterruptedException {
        ApiClient api = options.waitUntilBooked();
        if (api == null) {
            return;
        }
        long[] first = {-1};
        ProgressBar[] bar = {ProgressBar.onStandardError("booked", 1)};
        boolean broker = options.target().via() == ReplayOptions.Via.BROKER;
        new HealthPage(api)
                .waitUntilIdle(
                        broker ? POLLS_BEHIND_A_BROKER : 1,
                        options.retryTimeout().laterAnswer(),
                        lag -> {
                            if (first[0] < lag) {
                                first[0] = lag;
                                bar[0] = ProgressBar.onStandardError("booked", lag);
                            }
                            bar[0].at(first[0] - lag);
                        });
        bar[0].end(Math.max(1, first[0]));
    }
}
