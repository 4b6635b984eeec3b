package io.greenpark.store.log;

import io.greenpark.park.log.LogUnavailableException;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.store.commit.CommitQueue;
import io.greenpark.store.commit.CommitQueue.Append;
import io.greenpark.store.commit.CommitQueue.Group;
import io.greenpark.store.commit.Distribution;
import io.greenpark.store.commit.Histogram;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log's one writing thread: takes what arrived while the former commit ran, commits it as one row, publishes the new
 * end and completes the appends in their order. After a failed commit the file is opened anew, so that offsets go on
 * behind whatever of the failed row may have survived.
 */
final class LogWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final long IDLE_MS = 60_000;
    private static final Duration RETENTION_EVERY = Duration.ofHours(1);

    private final LogConfig config;
    private final Clock clock;
    private final Segments segments;
    private final CommitQueue<Reading, Position> queue;
    private final RecentRows recent;
    private final Damage damage;
    private final AtomicLong end;
    private final LongSupplier freeDiskBytes;
    private final Runnable afterCommit;
    private final Runnable retention;
    private final RowEncoder encoder = new RowEncoder();
    private final Histogram commitNanos = Histogram.nanoseconds();
    private final Histogram commitReadings = Histogram.sizes();
    private @Nullable SegmentWriter writer;
    private Instant nextRetention;
    private volatile long maxPages;
    private volatile @Nullable String failure;
    private volatile boolean failedForRoom;
    private volatile long failedCommits;

    LogWriter(
            LogConfig config,
            Clock clock,
            Segments segments,
            CommitQueue<Reading, Position> queue,
            RecentRows recent,
            Damage damage,
            AtomicLong end,
            LongSupplier freeDiskBytes,
            Runnable afterCommit,
            Runnable retention) {
        this.config = config;
        this.clock = clock;
        this.segments = segments;
        this.queue = queue;
        this.recent = recent;
        this.damage = damage;
        this.end = end;
        this.freeDiskBytes = freeDiskBytes;
        this.afterCommit = afterCommit;
        this.retention = retention;
        this.nextRetention = clock.instant().plus(RETENTION_EVERY);
    }

    /** Why the newest append failed; null if it did not. */
    @Nullable
    String failure() {
        return failure;
    }

    /**
     * Why an append would fail now: the disk lacks the room it must have, or the newest append failed for another reason.
     * A lack of room is over as soon as there is room, whether or not anyone has appended since.
     */
    @Nullable
    String trouble() {
        long free = freeDiskBytes.getAsLong();
        if (free < config.minFreeDiskBytes()) {
            return lackOfRoom(free);
        }
        return failedForRoom ? null : failure;
    }

    long failedCommits() {
        return failedCommits;
    }

    /** How long commits took, fsync included. */
    Distribution commitNanos() {
        return commitNanos.distribution();
    }

    /** How many readings they held. */
    Distribution commitReadings() {
        return commitReadings.distribution();
    }

    /** Stands in for a small disk: files opened from now on cannot grow beyond this many pages; 0 for no limit. */
    void limitPages(long pages) {
        maxPages = pages;
    }

    @Override
    public void run() {
        try {
            while (!queue.isClosed()) {
                Group<Reading, Position> group = queue.take(config.maxBatch(), IDLE_MS);
                if (!group.isEmpty()) {
                    commit(group);
                }
                retainWhenDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queue.close();
            closeWriter();
        }
    }

    private void commit(Group<Reading, Position> group) {
        long first;
        long begun = System.nanoTime();
        try {
            first = write(group);
        } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
            closeWriter();
            fail(group, e);
            return;
        }
        commitNanos.record(System.nanoTime() - begun);
        commitReadings.record(group.size());
        queue.settled(group);
        if (failure != null) {
            failure = null;
            failedForRoom = false;
            LOG.info("log: appends are durable again");
        }
        long at = first;
        for (Append<Reading, Position> append : group.appends()) {
            at += append.batch().size();
            append.done().complete(new Position(0, at));
        }
        afterCommit.run();
    }

    /** Writes a group as one row and returns the offset of its first reading. */
    private long write(Group<Reading, Position> group) throws SQLException, IOException {
        requireRoom();
        List<Reading> readings = readings(group);
        Instant now = clock.instant();
        SegmentWriter to = writerAt(now);
        long first = end.get();
        to.insert(LogRow.of(first, readings.size(), now.toEpochMilli(), encoder.encode(readings)));
        recent.add(first, readings);
        end.accumulateAndGet(first + readings.size(), Math::max);
        return first;
    }

    private static List<Reading> readings(Group<Reading, Position> group) {
        List<Reading> readings = new ArrayList<>(group.size());
        for (Append<Reading, Position> append : group.appends()) {
            readings.addAll(append.batch());
        }
        return Collections.unmodifiableList(readings);
    }

    private void requireRoom() {
        long free = freeDiskBytes.getAsLong();
        if (free < config.minFreeDiskBytes()) {
            throw new LogUnavailableException(lackOfRoom(free));
        }
    }

    private String lackOfRoom(long free) {
        return "log: \"" + free + "\" bytes are free on the disk of " + segments.dir() + ", at least "
                + config.minFreeDiskBytes() + " must be (log.minFreeDisk); make room, appends resume by themselves";
    }

    private SegmentWriter writerAt(Instant now) throws SQLException, IOException {
        SegmentWriter current = writer == null ? reopen() : writer;
        if (current != null && fits(current, now)) {
            return current;
        }
        closeWriter();
        if (current != null && current.file().firstOffset() == end.get()) {
            segments.drop(current.file());
        }
        SegmentFile file = SegmentFile.create(segments.dir(), now, end.get());
        SegmentWriter created = SegmentWriter.open(file, maxPages);
        writer = created;
        segments.add(file);
        retention.run();
        return created;
    }

    private boolean fits(SegmentWriter current, Instant now) {
        return current.file().day().equals(SegmentFile.dayOf(now)) && current.bytes() < config.maxFileBytes();
    }

    /** Opens the newest file and finds its end; null if there is none that can be appended to. */
    private @Nullable SegmentWriter reopen() throws SQLException {
        Optional<SegmentFile> newest = segments.newest();
        if (newest.isEmpty()) {
            return null;
        }
        SegmentRecovery.Recovered recovered = SegmentRecovery.recover(newest.get(), damage);
        end.accumulateAndGet(recovered.end(), Math::max);
        writer = recovered.sound() ? SegmentWriter.open(newest.get(), maxPages) : null;
        return writer;
    }

    private void fail(Group<Reading, Position> group, Throwable cause) {
        String why = explain(cause);
        if (failure == null) {
            LOG.atError()
                    .addKeyValue("component", "log")
                    .addKeyValue("reason", why)
                    .log("log: appends fail and are not acknowledged until this is mended: {}", why);
            LOG.debug("log: the failure", cause);
        }
        failedForRoom = cause instanceof LogUnavailableException;
        failedCommits++;
        failure = why;
        queue.settled(group);
        group.fail(() -> new LogUnavailableException(why, cause));
    }

    private static String explain(Throwable cause) {
        if (cause instanceof LogUnavailableException known) {
            return String.valueOf(known.getMessage());
        }
        if (cause instanceof SQLException sql && SegmentConnections.isFull(sql)) {
            return "log: the disk is full; make room, appends resume by themselves";
        }
        return "log: the batch could not be written: " + cause;
    }

    private void retainWhenDue() {
        Instant now = clock.instant();
        if (!now.isBefore(nextRetention)) {
            nextRetention = now.plus(RETENTION_EVERY);
            retention.run();
        }
    }

    private void closeWriter() {
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
}
