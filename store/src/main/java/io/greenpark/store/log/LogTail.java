package io.greenpark.store.log;

import io.greenpark.park.reading.Reading;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the log: the offset of the next reading, which only this class moves and which never goes back, and the
 * newest file, to which rows are appended until it is full or its day is over. The log's thread appends; any thread may
 * ask for the end or raise it.
 */
final class LogTail {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);

    private final Segments segments;
    private final Damage damage;
    private final RecentRows recent;
    private final Retention retention;
    private final Clock clock;
    private final long maxFileBytes;
    private final RowEncoder encoder = new RowEncoder();
    private final AtomicLong end;
    private @Nullable SegmentWriter writer;
    private volatile long maxPages;

    /**
     * @param recent takes every row that is appended
     * @param retention applied with every new file
     * @param recoveredEnd where the files end
     */
    LogTail(
            Segments segments,
            Damage damage,
            RecentRows recent,
            Retention retention,
            Clock clock,
            long maxFileBytes,
            long recoveredEnd) {
        this.segments = segments;
        this.damage = damage;
        this.recent = recent;
        this.retention = retention;
        this.clock = clock;
        this.maxFileBytes = maxFileBytes;
        this.end = new AtomicLong(recoveredEnd);
    }

    /** The offset after the newest durable reading. */
    long end() {
        return end.get();
    }

    /** Moves the end up to {@code offset} if it is below; returns where it was. */
    long raiseTo(long offset) {
        return end.getAndAccumulate(offset, Math::max);
    }

    /**
     * Writes readings as one row, durable when this returns the offset of the first. After a failure, {@link #close} must
     * be called before the next append, which then reopens the file and continues behind what survived of the row.
     */
    long append(List<Reading> readings) throws SQLException, IOException {
        Instant now = clock.instant();
        SegmentWriter current = writerAt(now);
        long first = end.get();
        current.insert(LogRow.of(first, readings.size(), now.toEpochMilli(), encoder.encode(readings)));
        recent.add(first, readings);
        raiseTo(first + readings.size());
        return first;
    }

    private SegmentWriter writerAt(Instant now) throws SQLException, IOException {
        SegmentWriter current = writer == null ? reopen() : writer;
        return current != null && fits(current, now) ? current : rollOver(current, now);
    }

    private boolean fits(SegmentWriter current, Instant now) {
        return current.file().day().equals(SegmentFile.dayOf(now)) && current.bytes() < maxFileBytes;
    }

    /** Begins a new file; one that holds nothing is replaced. */
    private SegmentWriter rollOver(@Nullable SegmentWriter former, Instant now) throws SQLException, IOException {
        close();
        if (former != null && former.file().firstOffset() == end.get()) {
            segments.drop(former.file());
        }
        SegmentFile file = SegmentFile.create(segments.dir(), now, end.get());
        SegmentWriter created = SegmentWriter.open(file, maxPages);
        writer = created;
        segments.add(file);
        retention.apply();
        return created;
    }

    /** Opens the newest file and finds its end; null if there is none that can be appended to. */
    private @Nullable SegmentWriter reopen() throws SQLException {
        Optional<SegmentFile> newest = segments.newest();
        if (newest.isEmpty()) {
            return null;
        }
        SegmentRecovery.Recovered recovered = SegmentRecovery.recover(newest.get(), damage);
        raiseTo(recovered.end());
        writer = recovered.sound() ? SegmentWriter.open(newest.get(), maxPages) : null;
        return writer;
    }

    /** Closes the newest file; the next append recovers it. */
    void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (SQLException e) {
            LOG.warn("log file {} did not close; it is recovered when opened", writer.file(), e);
        } finally {
            writer = null;
        }
    }

    /** For tests of a full disk: files opened from now on cannot grow beyond this many pages; 0 for no limit. */
    void limitPages(long pages) {
        maxPages = pages;
    }
}
