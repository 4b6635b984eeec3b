package io.greenpark.store.live;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.store.books.Books;
import io.greenpark.store.live.LivenessTracker.ListeningSpan;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import io.greenpark.store.reader.LogReader;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The reader {@code live}: records when each device was last heard. */
public final class LiveReader implements AutoCloseable {
    /** Its name among the readers of the log. */
    public static final String NAME = "live";

    private static final int SLICE = 20_000;

    private final Books books;
    private final LogReader reader;
    private final LivenessTracker tracker;
    private final BackgroundLoop loop;

    private LiveReader(TelemetryLog log, BooleanSupplier logAccepts, Books books, Clock clock) {
        this.books = books;
        this.reader = LogReader.open(NAME, log, books, clock);
        this.tracker = new LivenessTracker(log, logAccepts, clock);
        this.loop = new BackgroundLoop(NAME, this::step, reader::lag, Duration.ofSeconds(1), clock);
        log.onAppend(loop::wakeUp);
    }

    /**
     * Takes the reader over; {@link #start} begins to read.
     *
     * @param logAccepts whether the log accepts what arrives; while it does not, the platform is not listening
     */
    public static LiveReader open(TelemetryLog log, BooleanSupplier logAccepts, Books books, Clock clock) {
        return new LiveReader(log, logAccepts, books, clock);
    }

    public LiveReader start() {
        loop.start();
        return this;
    }

    private boolean step() {
        tracker.readerIsActive();
        LogSlice slice = reader.next(SLICE);
        if (slice.isEmpty()) {
            tracker.processed(reader.position());
            return false;
        }
        books.<Boolean, RuntimeException>write(tx -> {
            tx.live().observe(slice.readings());
            reader.commit(tx, slice);
            return true;
        });
        reader.moved(slice);
        tracker.processed(slice.to());
        return true;
    }

    public LoopStatus status() {
        return loop.status();
    }

    /** What the signs of life can be relied on for. */
    public LivenessWindow livenessWindow() {
        ListeningSpan span = tracker.span();
        return new LivenessWindow(span.since(), span.until(), loop.status().lag());
    }

    @Override
    public void close() {
        loop.close();
    }
}
