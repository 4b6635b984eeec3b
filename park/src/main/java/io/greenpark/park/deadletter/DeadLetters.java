package io.greenpark.park.deadletter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was refused. Bounded per sender: beyond the bound, dead letters of one (sender, device, key, reason) are
 * merged into one row with a count and the newest excerpt. Letters of strangers have a bound of their own at each door, and go
 * before any other where room is short, so that no stranger can push a letter of a known sender out. Any thread may append.
 */
public interface DeadLetters extends AutoCloseable {
    /**
     * Completes once the dead letters are durable; only then may the sender be answered. Fails with
     * {@link DeadLettersUnavailableException}, and never blocks. The stage completes on the store's own thread.
     */
    CompletionStage<Void> append(List<DeadLetter> letters);

    /**
     * Newest first.
     *
     * @param devices only those about any of these devices; null for all, also such as name no device
     * @param beforeId only rows with a lower id, for paging; null from the newest
     */
    List<StoredDeadLetter> list(
            @Nullable Set<String> devices, @Nullable RejectReason reason, @Nullable Long beforeId, int max);

    /** How many rows there are about devices and for a reason; null for all. */
    long rows(@Nullable Set<String> devices, @Nullable RejectReason reason);

    /** Refusals per reason since the store was made, merged ones counted one by one. */
    Map<RejectReason, Long> counts();

    /** Refusals per reason that the kept rows about some devices stand for. */
    Map<RejectReason, Long> counts(Set<String> devices);

    /** The newest row about each device of a sender that has proved who it is: a stranger can name any device. */
    Map<String, StoredDeadLetter> lastPerDevice();

    /** The newest row about a device, or from a sender of this id, that has proved who it is. */
    Optional<StoredDeadLetter> newestOf(String id);

    /** The newest row of a stranger that named this device or sender, to sign in, say. */
    Optional<StoredDeadLetter> newestOfStranger(String id);

    @Override
    void close();

    /**
     * A kept refusal.
     *
     * @param count how many refusals this row stands for
     * @param firstMs arrival of the first of them, {@code letter.arrivalMs} of the last
     */
    record StoredDeadLetter(long id, DeadLetter letter, long count, long firstMs) {}
}
