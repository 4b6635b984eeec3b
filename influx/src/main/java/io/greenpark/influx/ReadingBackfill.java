package io.greenpark.influx;

import io.greenpark.influx.Backfill.BackfillProgress;
import io.greenpark.park.reading.Position;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.ReadingScan;
import io.greenpark.store.books.ReadingScan.Cursor;
import io.greenpark.store.reader.LogReader;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills InfluxDB with the whole set of readings, while the writer also follows the log. What the set holds when it begins is the
 * log up to where the books have read; the writer therefore skips the log to there, and because a value it writes from
 * the log may meanwhile be overwritten by an older one from the set, it comes back to there at the end. Call order:
 * {@link #asked}, {@link #begin}, {@link #next} and {@link #commit} while {@link #active}, {@link #finish} once
 * {@link #scanned}. One thread; {@link #left} any.
 */
final class ReadingBackfill {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingBackfill.class);
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Books books;
    private final LogReader reader;
    private final String bookedBy;
    private final Clock clock;
    private volatile BackfillProgress progress;
    private @Nullable Cursor next;
    private boolean scanned;
    private long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    /** @param bookedBy the reader of the log that puts readings into the set */
    ReadingBackfill(Books books, LogReader reader, String bookedBy, Clock clock) {
        this.books = books;
        this.reader = reader;
        this.bookedBy = bookedBy;
        this.clock = clock;
        this.progress = read();
        if (progress.underWay()) {
            reader.hold(held());
        }
        rewind();
    }

    private BackfillProgress read() {
        return books.<BackfillProgress, RuntimeException>read(
                handle -> Backfill.progress(handle, ReadingWriter.NAME).orElseThrow());
    }

    private Position held() {
        Long held = progress.held();
        return new Position(Position.START.partition(), held == null ? 0 : held);
    }

    /** Looks for a request from time to time; true if there is one that has not begun. */
    boolean asked() {
        if (System.nanoTime() - lookedAt < LOOK_EVERY_NANOS) {
            return false;
        }
        lookedAt = System.nanoTime();
        BackfillProgress found = read();
        return !found.finished() && found.place().isEmpty();
    }

    /** Begins; nothing may be in flight. Moves the log consumer. */
    void begin() {
        // Counting takes long where there is much; the books' writer must not wait for it.
        long total = books.<Long, RuntimeException>read(
                handle -> books.ports(handle).readings().count());
        Position booked = books.<Position, RuntimeException>write(tx -> {
            Position set = tx.positions().get(bookedBy, Position.START.partition());
            progress = Backfill.progress(tx.handle(), ReadingWriter.NAME).orElseThrow();
            advance(tx, Cursor.START, set.offset(), 0, total);
            if (reader.position().compareTo(set) < 0) {
                reader.goTo(tx, set);
            }
            return set;
        });
        if (reader.position().compareTo(booked) < 0) {
            reader.moved(booked);
        }
        reader.hold(booked);
        rewind();
        LOG.info("filling InfluxDB with the {} readings of the books", progress.total());
    }

    /** Asks the books what is committed and goes back to that: what was read ahead is read again. */
    void reload() {
        progress = read();
        rewind();
    }

    private void rewind() {
        scanned = false;
        next = progress.underWay() ? Cursor.of(progress.place()) : null;
    }

    /** Whether there are readings of the set left to send. */
    boolean active() {
        return next != null;
    }

    /** The next page to send. */
    ReadingScan.Page next(int max) {
        Cursor from = next;
        if (from == null) {
            throw new IllegalStateException("there is nothing to fill in");
        }
        ReadingScan.Page page = books.read(handle -> ReadingScan.after(handle, from, max));
        next = page.next();
        scanned = next == null;
        return page;
    }

    /** Notes in the transaction that the pages up to a cursor are written. */
    void commit(BooksTx tx, Cursor written, long readings) {
        advance(tx, written, progress.held(), progress.done() + readings, progress.total());
    }

    /** Whether every page was sent: finish as soon as nothing is in flight. */
    boolean scanned() {
        return scanned;
    }

    /** The set is written; goes back to where the log was when that began, unless the set was empty. Moves the log consumer. */
    void finish() {
        Position back = progress.done() == 0 ? reader.position() : held();
        books.<Boolean, RuntimeException>write(tx -> {
            BackfillProgress end = progress.finishedAt(clock.millis());
            if (Backfill.update(tx, end)) {
                progress = end;
            }
            if (back.compareTo(reader.position()) < 0) {
                reader.goTo(tx, back);
            }
            return true;
        });
        if (back.compareTo(reader.position()) < 0) {
            reader.moved(back);
        }
        reader.hold(null);
        rewind();
        LOG.info("InfluxDB is filled with the readings of the books");
    }

    /** A newer request, if there is one, is met by {@link #asked}; until then this one continues. */
    private void advance(BooksTx tx, Cursor cursor, @Nullable Long held, long done, long total) {
        BackfillProgress moved = progress.at(cursor.toString(), held, done, total);
        Backfill.update(tx, moved);
        progress = moved;
    }

    /** Readings left to fill in. Any thread. */
    long left() {
        return progress.left();
    }
}
