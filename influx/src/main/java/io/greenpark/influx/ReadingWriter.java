package io.greenpark.influx;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.ReadingScan;
import io.greenpark.store.books.ReadingScan.Cursor;
import io.greenpark.store.consumer.LogConsumer;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log and writes every reading, and fills InfluxDB with the set of readings when asked to. Positions are
 * committed after the server's answers, in order, at most twice a second while there is more: what a crash makes it write
 * again changes nothing, and the books' writer is left to those who wait for it.
 */
final class ReadingWriter implements AutoCloseable {
    static final String NAME = "influx";
    private static final Logger LOG = LoggerFactory.getLogger(ReadingWriter.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final long COMMIT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Books books;
    private final Clock clock;
    private final ReadingLines lines;
    private final LineClient client;
    private final Pipeline<BatchOrigin> pipeline;
    private final LogConsumer consumer;
    private final ReadingBackfill fill;
    private final BackgroundLoop loop;
    private final List<LogSlice> slices = new ArrayList<>();
    private final List<RefusedLine> refused = new ArrayList<>();
    private @Nullable Cursor filledTo;
    private long filled;
    private @Nullable Position ahead;
    private boolean committing;
    private boolean turnOfFill;
    private long committedAt = System.nanoTime();

    /**
     * What a batch stands for: a slice of the log, or a portion of the set.
     *
     * @param unknown readings without a line, since the registry no longer knows their points
     */
    private record BatchOrigin(
            @Nullable LogSlice slice, ReadingScan.@Nullable Page portion, List<RefusedLine> unknown) {}

    ReadingWriter(
            InfluxConfig config, TelemetryLog log, Books books, RegistrySource registry, String bookedBy, Clock clock) {
        this.books = books;
        this.clock = clock;
        this.lines = new ReadingLines(registry);
        this.client = new LineClient(config, clock);
        AdaptiveRate rate = new AdaptiveRate(config.rate(), new SplittableRandom());
        this.pipeline = new Pipeline<>(
                client::write, client::failure, rate, config.rate().requests(), NAME);
        this.consumer = LogConsumer.open(NAME, log, books, clock);
        this.fill = new ReadingBackfill(books, consumer, bookedBy, clock);
        this.ahead = consumer.position();
        this.loop = new BackgroundLoop(NAME, this::step, this::lag, IDLE, rate, clock);
        log.onAppend(loop::wakeUp);
    }

    void start() {
        loop.start();
    }

    private long lag() {
        return consumer.lag() + fill.left();
    }

    private boolean step() throws InterruptedException {
        try {
            return advance();
        } catch (RuntimeException e) {
            startOver();
            throw e;
        }
    }

    private boolean advance() throws InterruptedException {
        if (ahead == null) {
            fill.reload();
            ahead = consumer.position();
        }
        if (fill.asked()) {
            settleAll();
            fill.begin();
            ahead = consumer.position();
        }
        while (!pipeline.full() && sendNext()) {
            // Until the lanes are full or there is nothing left.
        }
        if (pipeline.isEmpty()) {
            return finished();
        }
        settle(pipeline.oldest());
        if (pipeline.isEmpty() || System.nanoTime() - committedAt >= COMMIT_EVERY_NANOS) {
            commit();
        }
        return true;
    }

    private boolean sendNext() {
        if (fill.scanned()) {
            return false;
        }
        turnOfFill = !turnOfFill;
        return turnOfFill && fill.active() ? sendPortion() : sendSlice() || fill.active() && sendPortion();
    }

    private boolean sendSlice() {
        LogSlice slice = consumer.nextAfter(Objects.requireNonNull(ahead), pipeline.lines());
        if (slice.isEmpty()) {
            return false;
        }
        Batch batch = pipeline.batch();
        List<RefusedLine> unknown = new ArrayList<>(0);
        for (Reading r : slice.readings()) {
            if (!lines.add(batch, r.pointId(), r.value(), r.flag(), r.timeMs())) {
                unknown.add(unknown(r.pointId(), r.timeMs()));
            }
        }
        ahead = slice.to();
        pipeline.send(batch, new BatchOrigin(slice, null, unknown));
        return true;
    }

    private boolean sendPortion() {
        ReadingScan.Page portion = fill.next(pipeline.lines());
        Batch batch = pipeline.batch();
        List<RefusedLine> unknown = new ArrayList<>(0);
        for (ReadingScan.PointSample s : portion.samples()) {
            if (!lines.add(
                    batch,
                    s.pointId(),
                    s.sample().value(),
                    s.sample().flag(),
                    s.sample().timeMs())) {
                unknown.add(unknown(s.pointId(), s.sample().timeMs()));
            }
        }
        pipeline.send(batch, new BatchOrigin(null, portion, unknown));
        return true;
    }

    private static RefusedLine unknown(String pointId, long timeMs) {
        StringBuilder line = new StringBuilder("unknown,point=");
        LineNaming.name(line, pointId);
        return new RefusedLine(
                line.append(' ').append(timeMs).toString(),
                RefusalReason.UNKNOWN_POINT,
                "the registry no longer knows point \"" + pointId + "\"; end points, do not remove them");
    }

    private void settle(Pipeline.SettledBatch<BatchOrigin> settled) {
        BatchOrigin work = settled.what();
        refused.addAll(work.unknown());
        refused.addAll(settled.refused());
        if (work.slice() != null) {
            slices.add(work.slice());
        }
        if (work.portion() != null) {
            filled += work.portion().samples().size();
            filledTo = work.portion().next() == null ? filledTo : work.portion().next();
        }
    }

    private void settleAll() throws InterruptedException {
        while (!pipeline.isEmpty()) {
            settle(pipeline.oldest());
        }
        commit();
    }

    /** Nothing is under way: the end of filling, or of work. */
    private boolean finished() {
        if (!fill.scanned()) {
            return false;
        }
        fill.finish();
        ahead = consumer.position();
        return true;
    }

    private void commit() {
        committedAt = System.nanoTime();
        if (slices.isEmpty() && filledTo == null && refused.isEmpty()) {
            return;
        }
        committing = true;
        books.<Boolean, RuntimeException>write(tx -> {
            RefusedPoints.keep(tx.handle(), refused, clock.millis());
            if (!slices.isEmpty()) {
                consumer.commit(tx, slices);
            }
            if (filledTo != null) {
                fill.commit(tx, filledTo, filled);
            }
            return true;
        });
        committing = false;
        if (!slices.isEmpty()) {
            consumer.moved(slices.get(slices.size() - 1));
        }
        warn();
        forget();
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

    /**
     * Something failed: keeps what was settled before, and sends the rest again at the next step. Where the commit itself
     * failed, the next step asks the books how far it came.
     */
    private void startOver() throws InterruptedException {
        boolean cut = committing;
        committing = false;
        ahead = null;
        try {
            pipeline.drain();
            if (!cut) {
                commit();
            }
        } finally {
            forget();
        }
    }

    LoopStatus status() {
        return loop.status();
    }

    @Override
    public void close() {
        loop.close();
        pipeline.close();
        client.close();
    }
}
