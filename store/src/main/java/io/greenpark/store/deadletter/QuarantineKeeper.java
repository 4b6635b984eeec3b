package io.greenpark.store.deadletter;

import io.greenpark.park.quarantine.KeptMessage;
import io.greenpark.park.quarantine.KeptValue;
import io.greenpark.park.quarantine.ProvedSender;
import io.greenpark.park.quarantine.Quarantine.Portion;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import io.greenpark.store.deadletter.QuarantineTable.DeviceRow;
import io.greenpark.store.deadletter.QuarantineTable.KeyRow;
import io.greenpark.store.deadletter.QuarantineTable.Sent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of devices and keys that nobody has claimed, and what is not: the bounds. On the writing thread, in its transactions. */
final class QuarantineKeeper {
    /** A longer one is no name of a device or key; what a registry takes is shorter by far. */
    private static final int LONGEST_NAME = 200;

    private static final long SLOT_MS = Duration.ofMinutes(15).toMillis();
    private static final long SWEEP_EVERY_MS = Duration.ofMinutes(1).toMillis();

    private final QuarantineConfig config;
    private final Clock clock;
    private final QuarantineTable table;
    private long lastReading;
    private long readings;
    private long nextSweepMs = Long.MIN_VALUE;

    QuarantineKeeper(QuarantineConfig config, Clock clock, QuarantineTable table) {
        this.config = config;
        this.clock = clock;
        this.table = table;
        countAnew();
    }

    /** A transaction was rolled back: what it did is not so. */
    void countAnew() {
        lastReading = table.lastReading();
        readings = table.readings();
        nextSweepMs = Long.MIN_VALUE;
    }

    void keep(KeptMessage message) {
        DeviceRow device = device(message);
        int sent = message.values().size();
        if (device == null) {
            table.noteOverflow(message.sender(), sent, message.arrivalMs());
        } else if (device.discarded()) {
            table.noteMessage(device.id(), message.arrivalMs(), sent);
        } else {
            long number = lastReading + 1;
            int beyond = 0;
            for (KeptValue value : message.values()) {
                beyond += keep(message, value, device.id(), number) ? 0 : 1;
            }
            table.noteMessage(device.id(), message.arrivalMs(), beyond);
            makeRoom();
        }
    }

    /** Null where there is no room for one more. */
    private @Nullable DeviceRow device(KeptMessage message) {
        ProvedSender sender = message.sender();
        DeviceRow known = table.device(sender, message.deviceId()).orElse(null);
        if (known != null) {
            return known;
        }
        boolean room = message.deviceId().length() <= LONGEST_NAME
                && table.devicesOf(sender, false) < config.maxDevicesPerSender();
        return room ? table.addDevice(sender, message.deviceId(), message.arrivalMs()) : null;
    }

    /** False where there is no room for one more key. */
    private boolean keep(KeptMessage message, KeptValue value, long device, long number) {
        KeyRow key = table.key(device, value.key()).orElse(null);
        if (key == null) {
            if (value.key().length() > LONGEST_NAME || table.keysOf(device) >= config.maxKeysPerDevice()) {
                return false;
            }
            key = table.addKey(device, value);
        }
        if (isSaidAgain(key, value)) {
            return true;
        }
        table.addReading(++lastReading, device, key.id(), number, message, value);
        readings++;
        if (value.time().ms() > key.timeMs()) {
            table.noteNewest(key, value);
        }
        if (key.readings() + 1 > config.maxReadingsPerKey()) {
            thin(table.key(device, value.key()).orElseThrow());
        }
        return true;
    }

    /** A repeated delivery; where another value of that time came in between, the last one counts, as in the books. */
    private boolean isSaidAgain(KeyRow key, KeptValue value) {
        Sent newest = table.newestOf(key.id(), value.time()).orElse(null);
        return newest != null
                && Double.compare(newest.value(), value.value()) == 0
                && newest.flag().equals(QuarantineTable.code(value.flag()))
                && newest.form().equals(value.time().form().code());
    }

    /**
     * Enough at a time that it is seldom done. A register loses resolution by being thinned; of what does not only rise, values may be amounts
     * of periods, of which none can be left out between two others, so the oldest go.
     */
    private void thin(KeyRow key) {
        int atLeast = Math.max(1, config.maxReadingsPerKey() / 20);
        int gone = key.onlyRises() ? table.thin(key.id(), config.maxReadingsPerKey() / 2, SLOT_MS) : 0;
        if (gone < atLeast) {
            gone += table.deleteEarliest(key.id(), atLeast - gone);
        }
        table.noteDropped(key.id(), gone);
        readings -= gone;
    }

    private void makeRoom() {
        while (readings > config.maxReadings()) {
            ProvedSender largest = table.largestSender().orElseThrow();
            readings -= table.dropOldest(
                    largest, readings - config.maxReadings() + Math.max(1, config.maxReadings() / 100));
        }
    }

    /** Lets go what has waited too long, once a minute. */
    void sweep() {
        long now = clock.millis();
        if (now < nextSweepMs) {
            return;
        }
        long before = now - config.keep().toMillis();
        readings -= table.dropArrivedBefore(before);
        table.forgetUnheard(before);
        nextSweepMs = now + SWEEP_EVERY_MS;
    }

    void release(Portion portion, Set<Long> waiting) {
        List<Long> out =
                portion.numbers().stream().filter(n -> !waiting.contains(n)).toList();
        readings -= table.release(portion.device(), List.copyOf(portion.keys()), out);
    }

    boolean discard(long device, Discard discard) {
        int gone = table.discard(device, discard);
        if (gone < 0) {
            return false;
        }
        readings -= gone;
        table.keepDiscarded(device, config.maxDevicesPerSender());
        return true;
    }

    boolean restore(long device) {
        return table.restore(device);
    }
}
