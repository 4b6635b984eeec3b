package io.greenpark.ingest.admission;

import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import java.time.Duration;

/**
 * Makes a {@link MessageValidator} per sender. Any thread may ask; a validator belongs to one connection and its thread.
 */
public final class MessageValidators {
    private final RegistrySource registry;
    private final long toleranceMs;
    private final Keeping keeping;

    /** What of a message is kept to be looked at again. */
    enum Keeping {
        NOTHING,
        /** What the registry does not know. */
        UNKNOWN,
        /** What the registry knows and lies before or behind the time of its point: that may yet be said otherwise. */
        OUT_OF_TIME
    }

    /**
     * Validators that keep nothing of what the registry does not know.
     *
     * @param clockTolerance how far a device's clock may run ahead
     */
    public MessageValidators(RegistrySource registry, Duration clockTolerance) {
        this(registry, clockTolerance, Keeping.NOTHING);
    }

    private MessageValidators(RegistrySource registry, Duration clockTolerance, Keeping keeping) {
        this.registry = registry;
        this.toleranceMs = clockTolerance.toMillis();
        this.keeping = keeping;
    }

    /** Validators that keep what proved senders send of devices and keys that the registry does not have. */
    public static MessageValidators keeping(RegistrySource registry, Duration clockTolerance) {
        return new MessageValidators(registry, clockTolerance, Keeping.UNKNOWN);
    }

    /** Validators of what was kept: what does not fit the time of its point waits on. */
    static MessageValidators ofKept(RegistrySource registry, Duration clockTolerance) {
        return new MessageValidators(registry, clockTolerance, Keeping.OUT_OF_TIME);
    }

    /** Whether messages of a sender may be of a device of the registry: under its id, or under the name that it is sent under. */
    public boolean mayCome(MessageSender sender, String deviceId) {
        if (sender.mayName(deviceId)) {
            return true;
        }
        Registry now = registry.current();
        String sentAs = now.device(deviceId).map(Device::sentAs).orElse(null);
        Device meant = sentAs == null ? null : sender.sentAs(now, sentAs);
        return meant != null && meant.id().equals(deviceId);
    }

    public MessageValidator forSender(MessageSender sender, Door door) {
        return new MessageValidator(registry, sender, door, toleranceMs, keeping);
    }
}
