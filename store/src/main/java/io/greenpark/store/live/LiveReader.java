package io.greenpark.store.live;

import io.greenpark.park.log.LogSlice;
import io.greenpark.park.log.TelemetryLog;
import io.greenpark.store.books.Books;
import io.greenpark.store.cursor.LogCursor;
import io.greenpark.store.reader.ReaderLoop;
import io.greenpark.store.reader.ReaderStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The reader {@code live}: notes which device was heard of when. */
public final class LiveReader implements AutoCloseable {
    /** Its name among the readers of the log. */
    public static final String NAME = "live";

    private static final int SLICE = 20_000;

    private final Books books;
    private final LogCursor cursor;
    private final Listening listening;
    private final ReaderLoop loop;

    private LiveReader(TelemetryLog log, BooleanSupplier takesIn, Books books, Clock clock) {
        this.books = books;
        this.cursor = LogCursor.open(NAME, log, books, clock);
        this.listening = new Listening(log, takesIn, clock);
        this.loop = new ReaderLoop(NAME, this::step, cursor::lag, Duration.ofSeconds(1), clock);
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
        listening.comeBy();
        LogSlice slice = cursor.next(SLICE);
        if (slice.isEmpty()) {
            listening.takenIn(cursor.position());
            return false;
        }
        books.<Boolean, RuntimeException>write(tx -> {
            tx.live().observe(slice.readings());
            cursor.commit(tx, slice);
            return true;
        });
        cursor.moved(slice);
        listening.takenIn(slice.to());
        return true;
    }

    public ReaderStatus status() {
        return loop.status();
    }

    /** What the signs of life can be relied on for. */
    public Listened listened() {
        Listening.Span span = listening.span();
        return new Listened(span.since(), span.until(), loop.status().lag());
    }

    @Override
    public void close() {
        loop.close();
    }
}
