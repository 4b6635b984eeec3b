package io.greenpark.store.live;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.store.books.Books;
import io.greenpark.store.consumer.LogConsumer;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The reader {@code live}: notes which device was heard of when. */
public final class LiveReader implements AutoCloseable {
    /** Its name among the readers of the log. */
    public static final String NAME = "live";

    private static final int SLICE = 20_000;

    private final Books books;
    private final LogConsumer consumer;
    private final LivenessTracker livenessTracker;
    private final BackgroundLoop loop;

    private LiveReader(TelemetryLog log, BooleanSupplier takesIn, Books books, Clock clock) {
        this.books = books;
        this.consumer = LogConsumer.open(NAME, log, books, clock);
        this.livenessTracker = new LivenessTracker(log, takesIn, clock);
        this.loop = new BackgroundLoop(NAME, this::step, consumer::lag, Duration.ofSeconds(1), clock);
        log.onAppend(loop::wakeUp);
    }

    /**
     * Takes the reader over; {@link #start} begins to read.
     *
     * @param takesIn whether the log takes in what arrives; while it does not, the platform is not listening
     */
    public static LiveReader open(TelemetryLog log, BooleanSupplier takesIn, Books books, Clock clock) {
        return new LiveReader(log, takesIn, books, clock);
    }

    public LiveReader start() {
        loop.start();
        return this;
    }

    private boolean step() {
        livenessTracker.comeBy();
        LogSlice slice = consumer.next(SLICE);
        if (slice.isEmpty()) {
            livenessTracker.takenIn(consumer.position());
            return false;
        }
        books.<Boolean, RuntimeException>write(tx -> {
            tx.live().observe(slice.readings());
            consumer.commit(tx, slice);
            return true;
        });
        consumer.moved(slice);
        livenessTracker.takenIn(slice.to());
        return true;
    }

    public LoopStatus status() {
        return loop.status();
    }

    /** What the signs of life can be relied on for. */
    public LivenessWindow livenessWindow() {
        LivenessTracker.ListeningSpan span = livenessTracker.span();
        return new LivenessWindow(span.since(), span.until(), loop.status().lag());
    }

    @Override
    public void close() {
        loop.close();
    }
}
