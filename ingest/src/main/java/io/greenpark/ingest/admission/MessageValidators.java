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

    /**
     * @param clockTolerance how far a device's clock may run ahead
     */
    public MessageValidators(RegistrySource registry, Duration clockTolerance) {
        this.registry = registry;
        this.toleranceMs = clockTolerance.toMillis();
    }

    public MessageValidator forSender(MessageSender sender, Door door) {
        return new MessageValidator(registry, sender, door, toleranceMs);
    }
}
