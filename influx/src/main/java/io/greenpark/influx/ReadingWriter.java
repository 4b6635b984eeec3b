package io.greenpark.influx;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.ReadingScan;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.reader.LogReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Writes every reading: follows the log, and fills InfluxDB from the reading store when asked to. Batches are sent ahead
 * and settled in their order; positions are committed after the server's answers, so what a crash makes it write again
 * changes nothing.
 */
final class ReadingWriter implements AutoCloseable {
    static final String NAME = "influx";
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final ReadingLines lines;
    private final LineClient client;
    private final RequestTurns turns;
    private final Pipeline<BatchOrigin> pipeline;
    private final LogReader reader;
    private final ReadingBackfill backfill;
    private final WrittenReadings written;
    private final BackgroundLoop loop;
    private @Nullable Position sentTo;
    private boolean backfillTurn;

    /**
     * Where the lines of a batch come from: a slice of the log, or a page of the reading store.
     *
     * @param unknown readings without a line, since the registry no longer knows their points
     */
    private record BatchOrigin(@Nullable LogSlice slice, ReadingScan.@Nullable Page page, List<RefusedLine> unknown) {}

    ReadingWriter(
            InfluxConfig config,
            RequestTurns turns,
            TelemetryLog log,
            Books books,
            RegistrySource registry,
            String bookedBy,
            Clock clock) {
        this.lines = new ReadingLines(registry);
        this.client = new LineClient(config, clock);
        this.turns = turns;
        AdaptiveRate rate = new AdaptiveRate(config.rate(), new SplittableRandom());
        this.pipeline = new Pipeline<>(
                client::write, client::failure, rate, turns, config.rate().requests(), NAME);
        this.reader = LogReader.open(NAME, log, books, clock);
        this.backfill = new ReadingBackfill(books, reader, bookedBy, clock);
        this.written = new WrittenReadings(books, reader, backfill, clock);
        this.sentTo = reader.position();
        this.loop = new BackgroundLoop(NAME, this::step, this::lag, IDLE, rate, clock);
        log.onAppend(loop::wakeUp);
    }

    void start() {
        loop.start();
    }

    private long lag() {
        return reader.lag() + backfill.left();
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
        if (sentTo == null) {
            backfill.reload();
            sentTo = reader.position();
        }
        if (backfill.asked()) {
            settleAll();
            turns.forgetWritten();
            backfill.begin();
            sentTo = reader.position();
        }
        while (!pipeline.full() && sendNext()) {
            // Until as much is in flight as may be, or nothing is left to send.
        }
        if (pipeline.isEmpty()) {
            return finishBackfill();
        }
        settle(pipeline.oldest());
        if (pipeline.isEmpty() || written.isDue()) {
            written.commit();
        }
        return true;
    }

    /** The log and the backfill take turns while both have something to send. */
    private boolean sendNext() {
        if (backfill.scanned()) {
            return false;
        }
        backfillTurn = !backfillTurn;
        return backfillTurn && backfill.active() ? sendPage() : sendSlice() || backfill.active() && sendPage();
    }

    private boolean sendSlice() {
        LogSlice slice = reader.nextAfter(Objects.requireNonNull(sentTo), pipeline.lines());
        if (slice.isEmpty()) {
            return false;
        }
        Batch batch = pipeline.batch();
        List<RefusedLine> unknown = new ArrayList<>(0);
        for (Reading r : slice.readings()) {
            if (!lines.add(batch, r.pointId(), r.value(), r.flag(), r.timeMs())) {
                unknown.add(RefusedLine.ofUnknownPoint(r.pointId(), r.timeMs()));
            }
        }
        sentTo = slice.to();
        pipeline.send(batch, new BatchOrigin(slice, null, unknown));
        return true;
    }

    private boolean sendPage() {
        ReadingScan.Page page = backfill.next(pipeline.lines());
        Batch batch = pipeline.batch();
        List<RefusedLine> unknown = new ArrayList<>(0);
        for (ReadingScan.PointSample s : page.samples()) {
            if (!lines.add(
                    batch,
                    s.pointId(),
                    s.sample().value(),
                    s.sample().flag(),
                    s.sample().timeMs())) {
                unknown.add(RefusedLine.ofUnknownPoint(s.pointId(), s.sample().timeMs()));
            }
        }
        pipeline.send(batch, new BatchOrigin(null, page, unknown));
        return true;
    }

    private void settle(Pipeline.SettledBatch<BatchOrigin> settled) {
        BatchOrigin origin = settled.origin();
        written.addRefused(origin.unknown());
        written.addRefused(settled.refused());
        if (origin.slice() != null) {
            written.add(origin.slice());
        }
        if (origin.page() != null) {
            written.add(origin.page());
        }
    }

    private void settleAll() throws InterruptedException {
        while (!pipeline.isEmpty()) {
            settle(pipeline.oldest());
        }
        written.commit();
    }

    /** Nothing is in flight: ends the backfill if all of it is sent; false if there is nothing to do at all. */
    private boolean finishBackfill() {
        if (!backfill.scanned()) {
            return false;
        }
        backfill.finish();
        sentTo = reader.position();
        return true;
    }

    /** Something failed: commits what was settled before; the next step sends the rest again. */
    private void startOver() throws InterruptedException {
        sentTo = null;
        pipeline.drain();
        written.commitAfterFailure();
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
