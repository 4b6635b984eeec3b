package io.greenpark.park.log;

import io.greenpark.park.reading.Position;

/**
 * Committed positions of the readers that keep their results in one database. Bound to one transaction, like
 * {@link io.greenpark.park.reading.ReadingStore}.
 */
public interface ReaderPositions {
    /** Where the reader stands; {@link Position} with offset 0 of that partition if it never committed. */
    Position get(String reader, int partition);

    /**
     * Moves a reader by compare-and-set. This is also the fence against an instance that lost its partition.
     *
     * @param epoch the term of office of the committing instance; a lower one than the stored is refused
     * @throws StaleReaderException if the reader does not stand at {@code from} or a newer epoch took over; the
     *     transaction must be rolled back, nothing of it may count
     */
    void commit(String reader, Position from, Position to, long epoch);

    /** Takes the reader over: returns a new epoch, higher than every earlier one. */
    long takeOver(String reader, int partition);

    /** Forgets a reader that is no longer wanted; one of that name would begin like a new one. */
    void forget(String reader);
}
