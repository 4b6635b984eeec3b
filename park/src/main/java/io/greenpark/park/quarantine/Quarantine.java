package io.greenpark.park.quarantine;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what proved senders sent for devices and keys that the registry does not have, until it is released into the log, discarded, or
 * too old. Bounded in all of this: beyond the bounds something is dropped, and counted. Any thread may call; what changes something is
 * durable when it returns.
 */
public interface Quarantine extends KeptMessages {
    /** All that waits and all that was discarded, longest waiting first. */
    List<WaitingDevice> devices();

    Optional<WaitingDevice> device(long id);

    /** Senders that named more devices than are kept of one, with how many readings of such devices were dropped. */
    List<Overflow> overflows();

    /**
     * The oldest of what waits of some keys of a device: whole messages, without their other keys.
     *
     * @param after number of the value behind which it begins, as of the portion before it; 0 for the beginning
     * @param max about how many values; at least one message where there is any
     */
    Portion portion(long device, Set<String> keys, long after, int max);

    /** The same from the beginning. */
    default Portion portion(long device, Set<String> keys, int max) {
        return portion(device, keys, 0, max);
    }

    /**
     * How far the newest readings that wait of a key lie apart in time: the median, which a gap or a burst does not move. Empty where there are
     * too few to tell.
     *
     * @param device whose
     */
    Optional<Duration> spacing(long device, String key);

    /**
     * Takes values of a portion out, once they are in the log, and keeps what was refused of it: both, or neither.
     *
     * @param waiting numbers of those values of the portion that wait on
     * @param refused dead letters of what no point took after all
     */
    void settle(Portion portion, Set<Long> waiting, List<DeadLetter> refused);

    /** The same where nothing of it waits on. */
    default void settle(Portion portion, List<DeadLetter> refused) {
        settle(portion, Set.of(), refused);
    }

    /**
     * Notes that a device is not ours: what was kept of it goes, and what it sends is not kept any more.
     *
     * @return false if there is no such device, or it was discarded before
     */
    boolean discard(long device, Discard discard);

    /** Lets a discarded device wait again when it sends next; false if there is none. */
    boolean restore(long device);

    /** Grows with every change of what is kept, from any number at the start of the process; for those who look for changes. */
    long changes();

    /**
     * Part of what waits of a device.
     *
     * @param device whose
     * @param keys of which keys
     * @param messages oldest first; none where nothing waits
     * @param numbers of their values, in the order of these; each greater than the one before it
     */
    record Portion(long device, Set<String> keys, List<KeptMessage> messages, List<Long> numbers) {
        public Portion {
            keys = Set.copyOf(keys);
            messages = List.copyOf(messages);
            numbers = List.copyOf(numbers);
        }

        /** One of which nothing waits. */
        public static Portion none(long device, Set<String> keys) {
            return new Portion(device, keys, List.of(), List.of());
        }

        /** Number of its last value: the next portion begins behind it; 0 of one that has none. */
        public long upTo() {
            return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
        }
    }

    /**
     * A sender with too many devices.
     *
     * @param dropped readings of those beyond the bound
     * @param lastMs when the last of them came, epoch milliseconds
     */
    record Overflow(ProvedSender sender, long dropped, long lastMs) {}
}
