package io.greenpark.store.reader;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A named reader's position in partition 0 of the log. Call order: {@link #next}, process, {@link #commit} in the
 * transaction that holds the results, {@link #moved} once that transaction is durable. If anything fails before, the
 * next {@link #next} returns the same slice; if a connection broke while the transaction was being committed, it asks
 * the books whether it was. One thread; {@link #lag} any.
 *
 * <p>A reader with several slices in flight reads on with {@link #nextAfter} and commits them together, in their order.
 */
public final class LogReader {
    private static final Logger LOG = LoggerFactory.getLogger(LogReader.class);

    private final String name;
    private final TelemetryLog log;
    private final Books books;
    private final Clock clock;
    private final long epoch;
    private volatile Position position;
    private volatile @Nullable Position held;
    private boolean uncertain;
    private long warnedFrom = -1;

    private LogReader(String name, TelemetryLog log, Books books, Clock clock, long epoch, Position position) {
        this.name = name;
        this.log = log;
        this.books = books;
        this.clock = clock;
        this.epoch = epoch;
        this.position = position;
    }

    /** Takes the reader over from the instance that had it, and registers it so that retention does not pass it. */
    public static LogReader open(String name, TelemetryLog log, Books books, Clock clock) {
        LogReader reader = books.<LogReader, RuntimeException>write(tx -> new LogReader(
                name,
                log,
                books,
                clock,
                tx.positions().takeOver(name, Position.START.partition()),
                tx.positions().get(name, Position.START.partition())));
        log.register(name, partition -> reader.neededFrom());
        return reader;
    }

    /** The next slice; empty when there is nothing newer. Warns of readings that can no longer be read. */
    public LogSlice next(int max) {
        return nextAfter(position(), max);
    }

    /** The slice after one that is not committed yet. */
    public LogSlice nextAfter(Position after, int max) {
        LogSlice slice = log.readAfter(after, max);
        if (slice.missed() > 0 && warnedFrom != after.offset()) {
            warnedFrom = after.offset();
            LOG.warn(
                    "reader {}: {} readings between offsets {} and {} can no longer be read (dropped by retention or"
                            + " damaged); figures that rest on them are incomplete",
                    name,
                    slice.missed(),
                    after.offset(),
                    slice.to().offset());
        }
        return slice;
    }

    /** Commits the slice as processed, and its missed readings as a gap, in the transaction that holds the results. */
    public void commit(BooksTx tx, LogSlice slice) {
        commit(tx, List.of(slice));
    }

    /** The same for slices that follow one another. */
    public void commit(BooksTx tx, List<LogSlice> slices) {
        uncertain = true;
        Position from = position;
        for (LogSlice slice : slices) {
            if (slice.missed() > 0) {
                MissedReadings.keep(tx.handle(), name, from, slice, clock.millis());
            }
            from = slice.to();
        }
        tx.positions().commit(name, position, from, epoch);
    }

    /** Moves elsewhere, back or ahead, in the transaction that holds the reason; call {@link #moved} once it is durable. */
    public void goTo(BooksTx tx, Position target) {
        uncertain = true;
        tx.positions().commit(name, position, target, epoch);
    }

    /**
     * Fails unless this instance still holds the reader; for transactions that follow up on committed slices.
     *
     * @throws io.greenpark.park.log.StaleReaderException if another instance took the reader over
     */
    public void fence(BooksTx tx) {
        tx.positions().commit(name, position, position, epoch);
    }

    /** The transaction of {@link #commit} is durable. */
    public void moved(LogSlice slice) {
        moved(slice.to());
    }

    /** The transaction that moved the reader there is durable. */
    public void moved(Position to) {
        position = to;
        uncertain = false;
    }

    /** The committed position. */
    public Position position() {
        if (uncertain) {
            position = books.<Position, RuntimeException>read(
                    handle -> books.ports(handle).positions().get(name, position.partition()));
            uncertain = false;
        }
        return position;
    }

    /** Keeps retention from passing a position this reader will return to; null releases it. */
    public void hold(@Nullable Position returnTo) {
        held = returnTo;
    }

    private Position neededFrom() {
        Position returnTo = held;
        return returnTo != null && returnTo.compareTo(position) < 0 ? returnTo : position;
    }

    /** Readings of the log this reader has yet to process. */
    public long lag() {
        return Math.max(0, log.end(position.partition()).offset() - position.offset());
    }
}
