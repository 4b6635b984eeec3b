package io.greenpark.park.log;

import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Durable log of readings: what a device was told is kept, is in here. Ordered per enterprise. Any thread may append;
 * any number of named readers follow, each with its own position, which it commits in the transaction that holds its
 * results ({@link ReaderPositions}). Positions only grow.
 *
 * <p>A batch whose append completed survives the death of the process and of the machine. A batch whose append did not
 * complete may survive as a whole, so readers must be idempotent.
 */
public interface TelemetryLog extends AutoCloseable {
    /**
     * Completes with the position after the batch's last reading once the batch is durable; fails with
     * {@link LogUnavailableException} if it never will be, in which case nothing of it was acknowledged and the sender
     * must repeat it. The stage completes on the log's own thread: hop to your event loop once per commit.
     */
    CompletionStage<Position> append(List<Reading> batch);

    /** At most about {@code max} readings after {@code position}, oldest first; empty when there is nothing newer. */
    LogSlice readAfter(Position position, int max);

    /** The position after the newest durable reading of a partition. */
    Position end(int partition);

    /** The position of the oldest reading still kept of a partition. */
    Position start(int partition);

    /**
     * Names a reader that retention must not pass. Registered anew at every start; its committed position is asked for
     * whenever a file is about to be dropped.
     */
    void register(String reader, CommittedPosition committed);

    /** Calls {@code wakeUp} after every commit, on the log's thread; it must return at once. */
    void onAppend(Runnable wakeUp);

    /** Readings and acknowledgements in flight end here: appends not yet durable fail, nothing durable is lost. */
    @Override
    void close();

    /** A reader's position, as its own database has it. */
    @FunctionalInterface
    interface CommittedPosition {
        Position get(int partition);
    }
}
