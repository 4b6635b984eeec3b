package io.greenpark.influx;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Turns at the server, shared by all that write to it: readings and figures, the filling of both, and deletes. No more
 * requests are under way at a time than there are turns, and who waits longest is next. Any thread.
 *
 * <p>With one turn no two requests ever meet in a shard that InfluxDB has just made, or whose cache it has set free: there
 * 1.x may acknowledge the second one and yet hold its points nowhere but in its write-ahead log (decision 007).
 */
final class RequestTurns {
    private final Semaphore free;
    private final FirstWrites firsts;

    /**
     * @param requests how many may be under way at a time
     * @param nanos a time that only runs on, in nanoseconds
     */
    RequestTurns(int requests, LongSupplier nanos) {
        this.free = new Semaphore(requests, true);
        this.firsts = new FirstWrites(nanos);
    }

    /**
     * Waits for a turn and sends a request in it.
     *
     * @throws CancellationException if the thread is interrupted while it waits; nothing was sent
     */
    <T> T take(Supplier<T> request) {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the writer was stopped before its request had a turn");
        }
        try {
            return request.get();
        } finally {
            free.release();
        }
    }

    /**
     * Waits for a turn and sends lines in it, twice where that is needed to keep them ({@link FirstWrites}).
     *
     * @param server sends lines and returns the answer
     * @throws CancellationException if the thread is interrupted while it waits; nothing was sent
     */
    Answer write(String lines, Function<String, Answer> server) {
        return take(() -> firsts.write(lines, server));
    }

    /** What was written may be gone from the server. */
    void forgetWritten() {
        firsts.forget();
    }

    /** Whether somebody waits for a turn. */
    boolean awaited() {
        return free.hasQueuedThreads();
    }
}
