package io.greenpark.influx;

import io.greenpark.park.reading.Position;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.ReadingScan;
import io.greenpark.store.books.ReadingScan.Cursor;
import io.greenpark.store.consumer.LogConsumer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Filling InfluxDB with the whole set of readings, beside following the log. What the set holds when it begins is the
 * log up to where the books have read; the writer therefore skips the log to there, and because a value it writes from
 * the log may meanwhile be overwritten by an older one from the set, it comes back to there at the end. Call order:
 * {@link #asked}, {@link #begin}, {@link #next} and {@link #commit} while {@link #active}, {@link #finish} once
 * {@link #scanned}. One thread; {@link #left} any.
 */
final class ReadingBackfill {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingBackfill.class);
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Books books;
    private final LogConsumer consumer;
    private final String bookedBy;
    private final Clock clock;
    private volatile Backfill.BackfillProgress row;
    private @Nullable Cursor ahead;
    private boolean scanned;
    private long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    /** @param bookedBy the reader of the log that puts readings into the set */
    ReadingBackfill(Books books, LogConsumer consumer, String bookedBy, Clock clock) {
        this.books = books;
        this.consumer = consumer;
        this.bookedBy = bookedBy;
        this.clock = clock;
        this.row = read();
        if (begun(row)) {
            consumer.hold(held());
        }
        rewind();
    }

    private Backfill.BackfillProgress read() {
        return books.<Backfill.BackfillProgress, RuntimeException>read(
                handle -> Backfill.row(handle, ReadingWriter.NAME).orElseThrow());
    }

    private static boolean begun(Backfill.BackfillProgress row) {
        return !row.finished() && !row.place().isEmpty();
    }

    private Position held() {
        Long held = row.held();
        return new Position(Position.START.partition(), held == null ? 0 : held);
    }

    /** Looks for a request from time to time; true if there is one that has not begun. */
    boolean asked() {
        if (System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) {
            return false;
        }
        lookedAt = System.nanoTime();
        Backfill.BackfillProgress found = read();
        return !found.finished() && found.place().isEmpty();
    }

    /** Begins; nothing may be under way. Moves the cursor. */
    void begin() {
        // Counting takes long where there is much; the books' writer must not wait for it.
        long total = books.<Long, RuntimeException>read(
                handle -> books.ports(handle).readings().count());
        Position booked = books.<Position, RuntimeException>write(tx -> {
            Position set = tx.positions().get(bookedBy, Position.START.partition());
            row = Backfill.row(tx.handle(), ReadingWriter.NAME).orElseThrow();
            advance(tx, Cursor.START, set.offset(), 0, total);
            if (consumer.position().compareTo(set) < 0) {
                consumer.goTo(tx, set);
            }
            return set;
        });
        if (consumer.position().compareTo(booked) < 0) {
            consumer.moved(booked);
        }
        consumer.hold(booked);
        rewind();
        LOG.info("filling InfluxDB with the {} readings of the books", row.total());
    }

    /** Asks the books what is committed and goes back to that: what was read ahead is read again. */
    void reload() {
        row = read();
        rewind();
    }

    private void rewind() {
        scanned = false;
        ahead = begun(row) ? Cursor.of(row.place()) : null;
    }

    /** Whether there are readings of the set left to send. */
    boolean active() {
        return ahead != null;
    }

    /** The next portion to send. */
    ReadingScan.Page next(int max) {
        Cursor from = ahead;
        if (from == null) {
            throw new IllegalStateException("there is nothing to fill in");
        }
        ReadingScan.Page portion = books.read(handle -> ReadingScan.after(handle, from, max));
        ahead = portion.next();
        scanned = ahead == null;
        return portion;
    }

    /** Notes in the transaction that the portions up to a place are written. */
    void commit(BooksTx tx, Cursor written, long readings) {
        advance(tx, written, row.held(), row.done() + readings, row.total());
    }

    /** Whether every portion was sent: finish as soon as nothing is under way. */
    boolean scanned() {
        return scanned;
    }

    /** The set is written; goes back to where the log was when that began, unless the set was empty. Moves the cursor. */
    void finish() {
        Position back = row.done() == 0 ? consumer.position() : held();
        books.<Boolean, RuntimeException>write(tx -> {
            Backfill.BackfillProgress end = new Backfill.BackfillProgress(
                    row.writer(),
                    row.request(),
                    row.requestedMs(),
                    row.place(),
                    row.held(),
                    row.total(),
                    row.total(),
                    clock.millis());
            if (Backfill.advance(tx, end)) {
                row = end;
            }
            if (back.compareTo(consumer.position()) < 0) {
                consumer.goTo(tx, back);
            }
            return true;
        });
        if (back.compareTo(consumer.position()) < 0) {
            consumer.moved(back);
        }
        consumer.hold(null);
        rewind();
        LOG.info("InfluxDB is filled with the readings of the books");
    }

    /** A newer request, if there is one, is met by {@link #asked}; until then this one goes on. */
    private void advance(BooksTx tx, Cursor place, @Nullable Long held, long done, long total) {
        Backfill.BackfillProgress next = new Backfill.BackfillProgress(
                row.writer(), row.request(), row.requestedMs(), place.toString(), held, done, total, null);
        Backfill.advance(tx, next);
        row = next;
    }

    /** Readings left to fill in. Any thread. */
    long left() {
        return row.left();
    }
}
