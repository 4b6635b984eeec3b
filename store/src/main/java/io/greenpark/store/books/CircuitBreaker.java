package io.greenpark.store.books;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everyone from waiting for a server that is known to be away: one thread at a time tries, and after its failure
 * nobody does for a moment; the others are told at once what the last attempt met. Any thread.
 */
final class CircuitBreaker {
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Semaphore attempt = new Semaphore(1);
    private volatile @Nullable LastFailure last;

    private record LastFailure(long atNanos, BooksException met) {}

    /** Connects, or fails as the last attempt did. */
    <T> T connect(Supplier<T> connecting) {
        LastFailure known = last;
        if (known == null) {
            return noting(connecting);
        }
        if (System.nanoTime() - known.atNanos() < PAUSE_NANOS || !attempt.tryAcquire()) {
            throw again(known.met());
        }
        try {
            return noting(connecting);
        } finally {
            attempt.release();
        }
    }

    private <T> T noting(Supplier<T> connecting) {
        try {
            T connected = connecting.get();
            last = null;
            return connected;
        } catch (BooksUnavailableException e) {
            last = new LastFailure(System.nanoTime(), e);
            throw e;
        }
    }

    private static BooksException again(BooksException met) {
        return new BooksUnavailableException(String.valueOf(met.getMessage()), met);
    }
}
