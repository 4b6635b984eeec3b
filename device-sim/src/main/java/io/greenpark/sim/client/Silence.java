package io.greenpark.sim.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a server has left a sender's attempts unanswered. Time in which the sender had nothing to ask does not count: a
 * meter that speaks every quarter of an hour has not waited for a quarter of an hour when a connection breaks. Not
 * safe for several threads.
 */
final class Silence {
    private final RetryTimeout retryTimeout;
    private final LongSupplier nanoTime;
    private boolean heard;
    private boolean silent = true;
    private long sinceNanos;

    /** Begins with a server that has never answered. */
    Silence(RetryTimeout retryTimeout, LongSupplier nanoTime) {
        this.retryTimeout = retryTimeout;
        this.nanoTime = nanoTime;
        this.sinceNanos = nanoTime.getAsLong();
    }

    void answered() {
        heard = true;
        silent = false;
    }

    /** Notes an attempt without an answer; true if they have been without one for longer than the retry timeout. */
    boolean timedOutAfterAttempt() {
        if (!silent) {
            silent = true;
            sinceNanos = nanoTime.getAsLong();
        }
        Duration longest = heard ? retryTimeout.laterAnswer() : retryTimeout.firstAnswer();
        return nanoTime.getAsLong() - sinceNanos > longest.toNanos();
    }
}
