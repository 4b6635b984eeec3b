package io.greenpark.park.log;

import io.greenpark.park.reading.Position;

/**
 * Committed positions of the readers that keep their results in one database. Bound to one transaction, like
 * {@link io.greenpark.park.reading.ReadingStore}.
 */
public interface ReaderPositions {
    /** The reader's position; offset 0 of the partition if it never committed. */
    Position get(String reader, int partition);

    /**
     * Moves a reader by compare-and-set. This is also the fence against an instance that lost its partition.
     *
     * @param epoch the epoch of the committing instance ({@link #takeOver}); one lower than stored is refused
     * @throws StaleReaderException if the reader is not at {@code from} or a newer epoch took over; the
     *     transaction must be rolled back, nothing of it may count
     */
    void commit(String reader, Position from, Position to, long epoch);

    /** Takes the reader over: returns a new epoch, higher than every earlier one. */
    long takeOver(String reader, int partition);

    /** Forgets a reader that is no longer wanted; one of that name would begin like a new one. */
    void forget(String reader);
}
