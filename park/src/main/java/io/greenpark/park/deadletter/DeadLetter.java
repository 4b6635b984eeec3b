package io.greenpark.park.deadletter;

import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One refusal. It may hold no secret: a wrong password leaves the user name only. The sender of a stranger is never text of
 * its own choice, which would let it pass for ever new senders: it is what the door knows, an address or a registered id.
 *
 * @param door where it was refused
 * @param sender who sent it as far as known (device, gateway, broker entry, user name, address)
 * @param deviceId the device it was about; null if that is not known
 * @param key the key of the refused value; null if the whole message was refused
 * @param reason why
 * @param detail a sentence in both languages that names the thing, the value, what is allowed and what to do
 * @param excerpt at most 1,024 bytes of what was sent, as text
 * @param arrivalMs when, epoch milliseconds
 * @param stranger whether the sender has not proved who it is; such refusals have a quota of their own
 */
public record DeadLetter(
        Door door,
        String sender,
        @Nullable String deviceId,
        @Nullable String key,
        RejectReason reason,
        Bilingual detail,
        String excerpt,
        long arrivalMs,
        boolean stranger) {
    /** A refusal of a sender that the door knows. */
    public DeadLetter(
            Door door,
            String sender,
            @Nullable String deviceId,
            @Nullable String key,
            RejectReason reason,
            Bilingual detail,
            String excerpt,
            long arrivalMs) {
        this(door, sender, deviceId, key, reason, detail, excerpt, arrivalMs, false);
    }

    /** The same refusal, of a sender that has not proved who it is. */
    public DeadLetter ofStranger() {
        return new DeadLetter(door, sender, deviceId, key, reason, detail, excerpt, arrivalMs, true);
    }
}
