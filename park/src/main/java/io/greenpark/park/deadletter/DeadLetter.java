package io.greenpark.park.deadletter;

import io.greenpark.park.reading.Door;
import io.greenpark.park.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One refusal. It may hold no secret: a wrong password leaves the user name only.
 *
 * @param door where it was refused
 * @param sender who sent it as far as known (device, gateway, broker entry, user name, address)
 * @param deviceId the device it was about; null if that is not known
 * @param key the key of the refused value; null if the whole message was refused
 * @param reason why
 * @param detail a sentence in both languages that names the thing, the value, what is allowed and what to do
 * @param excerpt at most 1,024 bytes of what was sent, as text
 * @param arrivalMs when, epoch milliseconds
 */
public record DeadLetter(
        Door door,
        String sender,
        @Nullable String deviceId,
        @Nullable String key,
        RejectReason reason,
        Bilingual detail,
        String excerpt,
        long arrivalMs) {}
