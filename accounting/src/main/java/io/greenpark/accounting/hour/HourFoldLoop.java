package io.greenpark.accounting.hour;

import io.greenpark.store.books.Books;
import io.greenpark.store.loop.BackgroundLoop;
import io.greenpark.store.loop.LoopStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Folds hours of closed days in the background, all tables in turn. It leaves half of the time to bookings, so that after an
 * upgrade devices and people hardly notice that years are folded.
 */
public final class HourFoldLoop implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST_REST = Duration.ofMillis(100);

    private final Books books;
    private final List<HourFold<?>> folds;
    private final int openDays;
    private final Clock clock;
    private final BackgroundLoop loop;
    /** The table whose turn it is. */
    private int next;

    private HourFoldLoop(Books books, List<? extends HourTable<?>> tables, int openDays, Clock clock) {
        this.books = books;
        this.folds = tables.stream().<HourFold<?>>map(HourFold::new).toList();
        this.openDays = openDays;
        this.clock = clock;
        this.loop = new BackgroundLoop("hours", this::step, EVERY, clock);
    }

    /**
     * A loop over these tables.
     *
     * @param openDays days before today whose hours stay rows of their own
     */
    public static HourFoldLoop create(Books books, List<? extends HourTable<?>> tables, int openDays, Clock clock) {
        return new HourFoldLoop(books, tables, openDays, clock);
    }

    public HourFoldLoop start() {
        loop.start();
        return this;
    }

    private boolean step() throws InterruptedException {
        long begun = System.nanoTime();
        if (folds.get(next).step(books, HourDay.of(clock.millis()) - openDays)) {
            TimeUnit.NANOSECONDS.sleep(Math.min(System.nanoTime() - begun, LONGEST_REST.toNanos()));
            return true;
        }
        next = (next + 1) % folds.size();
        return next > 0;
    }

    public LoopStatus status() {
        return loop.status();
    }

    @Override
    public void close() {
        loop.close();
    }
}
