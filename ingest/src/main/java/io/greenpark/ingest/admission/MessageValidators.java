package io.greenpark.ingest.admission;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.RejectReason;
import io.greenpark.park.reading.Door;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.text.Bilingual;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The judge at every door. Pure: it keeps nothing and writes nothing. Any thread may ask it for a {@link MessageValidator}; a desk
 * belongs to one connection and its thread.
 */
public final class MessageValidators {
    /** The longest excerpt of a refused message, in bytes. */
    public static final int EXCERPT_BYTES = 1_024;

    private final RegistrySource registry;
    private final long toleranceMs;

    public MessageValidators(RegistrySource registry, Duration clockTolerance) {
        this.registry = registry;
        this.toleranceMs = clockTolerance.toMillis();
    }

    /** A desk for one sender, which remembers what the current registry says of that sender's devices. */
    public MessageValidator validator(MessageSender sender, Door door) {
        return new MessageValidator(registry, sender, door, toleranceMs);
    }

    /** A refusal of something that never came to a desk: a sign-in, a topic, a frame. */
    public static DeadLetter refusal(
            Door door,
            String sender,
            @Nullable String deviceId,
            RejectReason reason,
            Bilingual detail,
            String excerpt,
            long arrivalMs) {
        return new DeadLetter(door, sender, deviceId, null, reason, detail, excerpt, arrivalMs);
    }

    /** The first bytes of a message as text; bytes that are no UTF-8 become replacement characters. */
    public static String excerpt(byte[] payload, int offset, int length) {
        return new String(payload, offset, Math.min(length, EXCERPT_BYTES), StandardCharsets.UTF_8);
    }
}
