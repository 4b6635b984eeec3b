package io.greenpark.park.quarantine;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.quarantine.WaitingDevice.Discard;
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
     * @param max about how many values; at least one message where there is any
     */
    Portion portion(long device, Set<String> keys, int max);

    /**
     * Takes a portion out, once it is in the log, and keeps what was refused of it: both, or neither.
     *
     * @param refused dead letters of what no point took after all
     */
    void settle(Portion portion, List<DeadLetter> refused);

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
     * @param upTo up to where it goes
     * @param messages oldest first; none where nothing waits
     */
    record Portion(long device, Set<String> keys, long upTo, List<KeptMessage> messages) {
        public Portion {
            keys = Set.copyOf(keys);
            messages = List.copyOf(messages);
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
