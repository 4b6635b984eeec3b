package io.greenpark.store.books;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps threads from waiting for a server that is known to be away (the circuit-breaker pattern): while it is open, one
 * thread tries once per {@link #PAUSE_NANOS}; the others fail at once as the last attempt did. Any thread.
 */
final class CircuitBreaker {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Semaphore oneAttempt = new Semaphore(1);
    private volatile @Nullable LastFailure lastFailure;

    private record LastFailure(long atNanos, BooksException failure) {}

    /** Connects, or fails as the last attempt did. */
    <T> T connect(Supplier<T> connecting) {
        LastFailure known = lastFailure;
        if (known == null) {
            return attempt(connecting);
        }
        if (System.nanoTime() - known.atNanos() < PAUSE_NANOS || !oneAttempt.tryAcquire()) {
            throw again(known.failure());
        }
        try {
            return attempt(connecting);
        } finally {
            oneAttempt.release();
        }
    }

    private <T> T attempt(Supplier<T> connecting) {
        try {
            T connected = connecting.get();
            lastFailure = null;
            return connected;
        } catch (BooksUnavailableException e) {
            lastFailure = new LastFailure(System.nanoTime(), e);
            throw e;
        }
    }

    private static BooksException again(BooksException failure) {
        return new BooksUnavailableException(String.valueOf(failure.getMessage()), failure);
    }
}
