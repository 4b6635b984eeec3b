package io.greenpark.influx;

import io.greenpark.park.log.LogSlice;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.ReadingScan;
import io.greenpark.store.reader.LogReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server has answered and the books do not know yet: slices of the log, pages of the reading store, refused
 * lines. Committed at most twice per second while there is more to write, so that the books' writer is free for those who
 * wait for it. One thread.
 */
final class WrittenReadings {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenReadings.class);
    private static final long COMMIT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Books books;
    private final LogReader reader;
    private final ReadingBackfill backfill;
    private final Clock clock;
    private final List<LogSlice> slices = new ArrayList<>();
    private final List<RefusedLine> refused = new ArrayList<>();
    private ReadingScan.@Nullable Cursor filledTo;
    private long filled;
    private boolean committing;
    private long committedAt = System.nanoTime();

    WrittenReadings(Books books, LogReader reader, ReadingBackfill backfill, Clock clock) {
        this.books = books;
        this.reader = reader;
        this.backfill = backfill;
        this.clock = clock;
    }

    void add(LogSlice slice) {
        slices.add(slice);
    }

    /** The last page of all has no cursor: that it is written is noted when the filling is finished. */
    void add(ReadingScan.Page page) {
        filled += page.samples().size();
        filledTo = page.next() == null ? filledTo : page.next();
    }

    void addRefused(List<RefusedLine> lines) {
        refused.addAll(lines);
    }

    /** Whether the last commit is long enough ago. */
    boolean isDue() {
        return System.nanoTime() - committedAt >= COMMIT_EVERY_NANOS;
    }

    void commit() {
        committedAt = System.nanoTime();
        if (slices.isEmpty() && filledTo == null && refused.isEmpty()) {
            return;
        }
        committing = true;
        books.<Boolean, RuntimeException>write(tx -> {
            RefusedPoints.keep(tx.handle(), refused, clock.millis());
            if (!slices.isEmpty()) {
                reader.commit(tx, slices);
            }
            if (filledTo != null) {
                backfill.commit(tx, filledTo, filled);
            }
            return true;
        });
        committing = false;
        if (!slices.isEmpty()) {
            reader.moved(slices.get(slices.size() - 1));
        }
        warn();
        forget();
    }

    /**
     * After a failure: commits what was answered before it, and forgets it. Where the commit itself failed, the books must
     * be asked how far it came.
     */
    void commitAfterFailure() {
        boolean failedCommitting = committing;
        committing = false;
        try {
            if (!failedCommitting) {
                commit();
            }
        } finally {
            forget();
        }
    }

    private void warn() {
        if (!refused.isEmpty()) {
            RefusedLine first = refused.get(0);
            LOG.warn(
                    "{} readings did not get into InfluxDB and are kept as its dead letters ({}); the first: \"{}\": {}",
                    refused.size(),
                    first.reason().code(),
                    first.line(),
                    first.words().strip());
        }
    }

    private void forget() {
        slices.clear();
        refused.clear();
        filledTo = null;
        filled = 0;
    }
}
