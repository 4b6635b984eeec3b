package io.greenpark.park.quarantine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device of a sender of which readings wait. One that several senders name is one for each.
 *
 * @param id of this entry, never used again
 * @param firstMs when the first message of it came that found no point, epoch milliseconds
 * @param lastMs the same of the last
 * @param messages how many such messages came
 * @param dropped readings that were not kept, or not to the end, for want of room or of age
 * @param keys what of it waits, by key; none of one that was discarded
 * @param discard that it is not ours; null while it waits
 */
public record WaitingDevice(
        long id,
        ProvedSender sender,
        String deviceId,
        long firstMs,
        long lastMs,
        long messages,
        long dropped,
        List<WaitingKey> keys,
        @Nullable Discard discard) {
    public WaitingDevice {
        keys = List.copyOf(keys);
    }

    /** Readings that wait. */
    public long readings() {
        return keys.stream().mapToLong(WaitingKey::readings).sum();
    }

    /**
     * That somebody said it is not ours: what it sends is not kept.
     *
     * @param atMs when, epoch milliseconds
     * @param by who
     * @param reason in their words
     */
    public record Discard(long atMs, String by, String reason) {}
}
