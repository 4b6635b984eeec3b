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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded log: SQLite files under {@code DIR/log/}, one a UTC day of arrival (or less, see
 * {@link LogConfig#maxFileBytes}), one row a group commit, one writing thread ({@link LogWriter}).
 *
 * <p>Back-pressure: {@link #append} never blocks. Beyond {@link LogConfig#maxInFlightReadings} it fails with
 * {@link io.greenpark.park.log.LogBusyException}: the door keeps its own total below that bound by not reading from its
 * connections, so it meets this failure only if it is set too high. A batch must not be changed after it was given.
 *
 * <p>Register the readers before the first append, and again at every start: retention asks them, and offsets go on
 * above the highest position any of them committed, even if log files were lost.
 */
public final class SqliteTelemetryLog implements TelemetryLog {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteTelemetryLog.class);

    private final LogConfig config;
    private final Clock clock;
    private final LogDirectory directory;
    private final Segments segments;
    private final Damage damage;
    private final AtomicLong end;
    private final CommitQueue<Reading, Position> queue;
    private final LongSupplier freeDiskBytes;
    private final LogReads reads;
    private final LogWriter writer;
    private final Thread thread;
    private final Map<String, CommittedPosition> readers = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private SqliteTelemetryLog(
            LogConfig config,
            Clock clock,
            LogDirectory directory,
            Segments segments,
            Damage damage,
            long recoveredEnd,
            LongSupplier freeDiskBytes) {
        this.config = config;
        this.clock = clock;
        this.directory = directory;
        this.segments = segments;
        this.damage = damage;
        this.end = new AtomicLong(recoveredEnd);
        this.freeDiskBytes = freeDiskBytes;
        this.queue = new CommitQueue<>(
                config.maxInFlightReadings(),
                this::busy,
                () -> new LogUnavailableException("log: closed before the batch was durable; send it again"));
        RecentRows recent = new RecentRows(config.cacheReadings());
        this.reads = new LogReads(segments, recent, damage, end);
        this.writer = new LogWriter(
                config,
                clock,
                segments,
                queue,
                recent,
                damage,
                end,
                freeDiskBytes,
                this::wakeUpReaders,
                this::applyRetention);
        this.thread = new Thread(writer, "log-writer");
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
            Damage damage = new Damage();
            Segments segments = Segments.open(logDir, damage);
            long end = SegmentRecovery.recover(segments, damage);
            SqliteTelemetryLog log =
                    new SqliteTelemetryLog(config, clock, directory, segments, damage, end, freeDiskBytes);
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
        return reads.after(position, max);
    }

    @Override
    public Position end(int partition) {
        requirePartition(partition);
        return new Position(0, end.get());
    }

    @Override
    public Position start(int partition) {
        requirePartition(partition);
        return segments.holding(0).map(s -> new Position(0, s.firstOffset())).orElseGet(() -> end(0));
    }

    @Override
    public void register(String reader, CommittedPosition committed) {
        readers.put(reader, committed);
        long stands = committed.get(0).offset();
        long former = end.getAndAccumulate(stands, Math::max);
        if (stands > former) {
            LOG.error(
                    "log: reader {} stands at 0:{}, above the log's end 0:{}; log files are missing, offsets go on at 0:{}",
                    reader,
                    stands,
                    former,
                    stands);
        }
    }

    @Override
    public void onAppend(Runnable wakeUp) {
        listeners.add(wakeUp);
    }

    /** Why the newest append failed, for health; null if it did not. */
    public @Nullable String failure() {
        return writer.failure();
    }

    /** Whether an append would be taken now: there is room, the newest one did not fail, the writing thread lives. */
    public boolean takesIn() {
        return isRunning() && writer.trouble() == null;
    }

    /** How many damaged rows readers have met since the log was opened. */
    public int damagedRows() {
        return damage.count();
    }

    /** How the log stands; asks the file system, so not on an event loop. */
    public LogStatus status() {
        return new LogStatus(
                writer.trouble(),
                isRunning(),
                start(0).offset(),
                end.get(),
                segments.bytes(),
                freeDiskBytes.getAsLong(),
                damage.count(),
                writer.failedCommits(),
                writer.commitNanos(),
                writer.commitReadings(),
                segments.days(end.get()));
    }

    /** Whether the writing thread lives; any thread may ask, without waiting. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Drops the files that are old enough and behind every registered reader. Runs by itself with every new file and hourly. */
    public void applyRetention() {
        long slowest = Long.MAX_VALUE;
        for (Map.Entry<String, CommittedPosition> reader : readers.entrySet()) {
            try {
                slowest = Math.min(slowest, reader.getValue().get(0).offset());
            } catch (RuntimeException e) {
                LOG.warn("log: reader {} does not say where it stands; nothing is dropped", reader.getKey(), e);
                return;
            }
        }
        for (SegmentFile file : Retention.droppable(segments.all(), clock.instant(), config.keep(), slowest)) {
            try {
                segments.drop(file);
                LOG.info("log file {} is older than {} and was dropped", file, config.keep());
            } catch (IOException e) {
                LOG.warn("log file {} could not be dropped: {}", file, e.toString());
            }
        }
    }

    private LogBusyException busy(int inFlight) {
        return new LogBusyException("log: \"" + inFlight + "\" readings wait for the disk, at most "
                + config.maxInFlightReadings()
                + " may; read less from the devices until they are durable (log.maxInFlightReadings)");
    }

    LogWriter writer() {
        return writer;
    }

    private void wakeUpReaders() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("log: a listener failed; the others are still told", e);
            }
        }
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
