package io.greenpark.store.log;

import io.greenpark.park.log.LogBusyException;
import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.LogUnavailableException;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.store.commit.CommitQueue;
import io.greenpark.store.sqlite.NewerFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded log: SQLite files under {@code DIR/log/}, one per UTC day of arrival (or less, see
 * {@link LogConfig#maxFileBytes}), one row per group commit, one writing thread ({@link LogWriter}).
 *
 * <p>Back-pressure: {@link #append} never blocks. Beyond {@link LogConfig#maxInFlightReadings} it fails with
 * {@link io.greenpark.park.log.LogBusyException}: the door keeps its own total below that bound by not reading from its
 * connections, so it meets this failure only if it is set too high. A batch must not be changed after it was given.
 *
 * <p>Register the readers before the first append, and again at every start: retention asks them, and offsets
 * continue above the highest position any of them committed, even if log files were lost.
 */
public final class SqliteTelemetryLog implements TelemetryLog {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteTelemetryLog.class);

    private final LogDirectory directory;
    private final Segments segments;
    private final Damage damage;
    private final Retention retention;
    private final LogTail tail;
    private final AppendHealth health;
    private final CommitQueue<Reading, Position> queue;
    private final LogReads reads;
    private final AppendListeners listeners = new AppendListeners();
    private final Thread thread;

    private SqliteTelemetryLog(LogDirectory directory, LogConfig config, Clock clock, LongSupplier freeDiskBytes)
            throws IOException, SQLException {
        this.directory = directory;
        this.damage = new Damage();
        this.segments = Segments.open(directory.path(), damage);
        long recoveredEnd = SegmentRecovery.recover(segments, damage);
        RecentRows recent = new RecentRows(config.cacheReadings());
        this.reads = new LogReads(segments, recent, damage);
        this.retention = new Retention(segments, config.keep(), clock);
        this.tail = new LogTail(segments, damage, recent, retention, clock, config.maxFileBytes(), recoveredEnd);
        this.health = new AppendHealth(directory.path(), config.minFreeDiskBytes(), freeDiskBytes);
        this.queue = new CommitQueue<>(
                config.maxInFlightReadings(),
                inFlight -> busy(inFlight, config.maxInFlightReadings()),
                () -> new LogUnavailableException("log: closed before the batch was durable; send it again"));
        this.thread =
                new Thread(new LogWriter(queue, config.maxBatch(), tail, health, retention, listeners), "log-writer");
    }

    /**
     * Opens the log, recovering it after a stop of any kind.
     *
     * @param dir the data directory; the files lie in its subdirectory {@code log}
     * @throws LogUnavailableException if it is in use, cannot be read or cannot be created
     */
    public static SqliteTelemetryLog open(Path dir, LogConfig config, Clock clock) {
        Path logDir = dir.resolve("log");
        return open(logDir, config, clock, () -> logDir.toFile().getUsableSpace());
    }

    static SqliteTelemetryLog open(Path logDir, LogConfig config, Clock clock, LongSupplier freeDiskBytes) {
        LogDirectory directory = null;
        try {
            directory = LogDirectory.lock(logDir);
            SqliteTelemetryLog log = new SqliteTelemetryLog(directory, config, clock, freeDiskBytes);
            log.thread.start();
            return log;
        } catch (NewerFormatException e) {
            release(directory);
            throw e;
        } catch (IOException | SQLException e) {
            release(directory);
            throw new LogUnavailableException("log \"" + logDir + "\" cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public CompletionStage<Position> append(List<Reading> batch) {
        return batch.isEmpty() ? CompletableFuture.completedFuture(end(0)) : queue.offer(batch);
    }

    @Override
    public LogSlice readAfter(Position position, int max) {
        requirePartition(position.partition());
        if (max < 1) {
            throw new IllegalArgumentException("max: \"" + max + "\" is not allowed; accepted: 1 and more");
        }
        return reads.from(position.offset(), max, tail.end());
    }

    @Override
    public Position end(int partition) {
        requirePartition(partition);
        return new Position(0, tail.end());
    }

    @Override
    public Position start(int partition) {
        requirePartition(partition);
        return segments.holding(0).map(s -> new Position(0, s.firstOffset())).orElseGet(() -> end(0));
    }

    @Override
    public void register(String reader, CommittedPosition committed) {
        retention.register(reader, committed);
        long position = committed.get(0).offset();
        long former = tail.raiseTo(position);
        if (position > former) {
            LOG.error(
                    "log: reader {} is at 0:{}, above the log's end 0:{}; log files are missing, offsets continue at 0:{}",
                    reader,
                    position,
                    former,
                    position);
        }
    }

    @Override
    public void onAppend(Runnable wakeUp) {
        listeners.add(wakeUp);
    }

    /** Why the newest append failed, for health; null if it did not. */
    public @Nullable String failure() {
        return health.failure();
    }

    /** Whether an append would be accepted now: there is room, the newest one did not fail, the writing thread runs. */
    public boolean acceptsAppends() {
        return isRunning() && health.trouble() == null;
    }

    /** How many damaged rows readers have met since the log was opened. */
    public int damagedRows() {
        return damage.count();
    }

    /** State of the log; asks the file system, so not for an event loop. */
    public LogStatus status() {
        return new LogStatus(
                health.trouble(),
                isRunning(),
                start(0).offset(),
                tail.end(),
                segments.bytes(),
                health.freeDiskBytes(),
                damage.count(),
                health.failedCommits(),
                health.commitNanos(),
                health.commitReadings(),
                segments.days(tail.end()));
    }

    /** Whether the writing thread runs; any thread may ask, without waiting. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Drops the files that are old enough and behind every registered reader; also done with every new file and hourly. */
    public void applyRetention() {
        retention.apply();
    }

    private static LogBusyException busy(int inFlight, int max) {
        return new LogBusyException("log: \"" + inFlight + "\" readings wait for the disk, at most " + max
                + " may; read less from the devices until they are durable (log.maxInFlightReadings)");
    }

    LogTail tail() {
        return tail;
    }

    private static void requirePartition(int partition) {
        if (partition != 0) {
            throw new IllegalArgumentException("the embedded log has partition 0 only, not \"" + partition + "\"");
        }
    }

    private static void release(@Nullable LogDirectory directory) {
        try {
            if (directory != null) {
                directory.close();
            }
        } catch (IOException e) {
            LOG.warn("log: its lock file did not close", e);
        }
    }

    @Override
    public void close() {
        queue.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        segments.close();
        release(directory);
    }
}
