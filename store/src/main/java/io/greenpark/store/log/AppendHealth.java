package io.greenpark.store.log;

import io.greenpark.park.log.LogUnavailableException;
import io.greenpark.store.commit.Distribution;
import io.greenpark.store.commit.Histogram;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How appending goes: whether the disk has room, why the newest append failed, and figures of the commits. The log's
 * thread records, any thread asks.
 */
final class AppendHealth {
    private static final Logger LOG = LoggerFactory.getLogger(AppendHealth.class);

    private final Path dir;
    private final long minFreeDiskBytes;
    private final LongSupplier freeDiskBytes;
    private final Histogram commitNanos = Histogram.nanoseconds();
    private final Histogram commitReadings = Histogram.sizes();
    private volatile @Nullable String failure;
    private volatile boolean failedForRoom;
    private volatile long failedCommits;

    /**
     * @param dir the log's directory, for messages
     * @param minFreeDiskBytes below this much free disk nothing may be appended
     */
    AppendHealth(Path dir, long minFreeDiskBytes, LongSupplier freeDiskBytes) {
        this.dir = dir;
        this.minFreeDiskBytes = minFreeDiskBytes;
        this.freeDiskBytes = freeDiskBytes;
    }

    long freeDiskBytes() {
        return freeDiskBytes.getAsLong();
    }

    /** @throws LogUnavailableException if the disk lacks the room it must have */
    void requireRoom() {
        long free = freeDiskBytes();
        if (free < minFreeDiskBytes) {
            throw new LogUnavailableException(lackOfRoom(free));
        }
    }

    private String lackOfRoom(long free) {
        return "log: \"" + free + "\" bytes are free on the disk of " + dir + ", at least " + minFreeDiskBytes
                + " must be (log.minFreeDisk); make room, appends resume by themselves";
    }

    void committed(int readings, long nanos) {
        commitNanos.record(nanos);
        commitReadings.record(readings);
        if (failure != null) {
            failure = null;
            failedForRoom = false;
            LOG.info("log: appends are durable again");
        }
    }

    /** Notes a failed commit; returns the reason in words. */
    String failed(Throwable cause) {
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
        return why;
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
        long free = freeDiskBytes();
        if (free < minFreeDiskBytes) {
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
}
