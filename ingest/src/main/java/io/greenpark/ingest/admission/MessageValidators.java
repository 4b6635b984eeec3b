package io.greenpark.ingest.admission;

import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.RegistrySource;
import java.time.Duration;

/**
 * Makes a {@link MessageValidator} per sender. Any thread may ask; a validator belongs to one connection and its thread.
 */
public final class MessageValidators {
    private final RegistrySource registry;
    private final long toleranceMs;
    private final boolean keeping;

    /**
     * Validators that keep nothing of what the registry does not know.
     *
     * @param clockTolerance how far a device's clock may run ahead
     */
    public MessageValidators(RegistrySource registry, Duration clockTolerance) {
        this(registry, clockTolerance, false);
    }

    private MessageValidators(RegistrySource registry, Duration clockTolerance, boolean keeping) {
        this.registry = registry;
        this.toleranceMs = clockTolerance.toMillis();
        this.keeping = keeping;
    }

    /** Validators that keep what proved senders send of devices and keys that the registry does not have. */
    public static MessageValidators keeping(RegistrySource registry, Duration clockTolerance) {
        return new MessageValidators(registry, clockTolerance, true);
    }

    public MessageValidator forSender(MessageSender sender, Door door) {
        return new MessageValidator(registry, sender, door, toleranceMs, keeping);
    }
}
