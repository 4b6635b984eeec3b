package io.greenpark.store.commit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Batches that wait for the disk: they come in from any thread, one writing thread takes as many at once as make one
 * commit and settles them. Bounded in elements, from being offered to being settled.
 *
 * @param <E> element of a batch
 * @param <R> what a batch completes with
 */
public final class CommitQueue<E, R> {
    /** One batch and the answer to its sender. */
    public record Append<E, R>(List<E> batch, CompletableFuture<R> done) {}

    /**
     * Batches that are committed together, in the order they came.
     *
     * @param size elements in all
     */
    public record Group<E, R>(List<Append<E, R>> appends, int size) {
        /** Nothing came in the waiting time. */
        public boolean isEmpty() {
            return appends.isEmpty();
        }

        /** Fails every batch with an exception of its own. */
        public void fail(Supplier<? extends RuntimeException> failure) {
            appends.forEach(a -> a.done.completeExceptionally(failure.get()));
        }
    }

    private final int maxInFlight;
    private final IntFunction<? extends RuntimeException> busy;
    private final Supplier<? extends RuntimeException> closedFailure;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Append<E, R>> waiting = new ArrayDeque<>();
    private boolean idle;
    private boolean closed;
    private int inFlight;

    /**
     * @param maxInFlight bound in elements
     * @param busy the failure of a batch beyond the bound, from the number of elements in flight
     * @param closedFailure the failure of a batch that was not durable when the queue closed
     */
    public CommitQueue(
            int maxInFlight,
            IntFunction<? extends RuntimeException> busy,
            Supplier<? extends RuntimeException> closedFailure) {
        this.maxInFlight = maxInFlight;
        this.busy = busy;
        this.closedFailure = closedFailure;
    }

    /** Never blocks. A batch larger than the bound is taken when nothing else is in flight. */
    public CompletableFuture<R> offer(List<E> batch) {
        Append<E, R> append = new Append<>(batch, new CompletableFuture<>());
        RuntimeException refusal = null;
        lock.lock();
        try {
            if (closed) {
                refusal = closedFailure.get();
            } else if (inFlight > 0 && inFlight + (long) batch.size() > maxInFlight) {
                refusal = busy.apply(inFlight);
            } else {
                inFlight += batch.size();
                waiting.add(append);
                if (idle) {
                    arrived.signal();
                }
            }
        } finally {
            lock.unlock();
        }
        if (refusal != null) {
            append.done.completeExceptionally(refusal);
        }
        return append.done;
    }

    /** The next batches, up to the one that makes them {@code max} elements or more; empty after the waiting time. */
    public Group<E, R> take(int max, long waitMs) throws InterruptedException {
        List<Append<E, R>> appends = new ArrayList<>();
        int size = 0;
        lock.lockInterruptibly();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(waitMs);
            idle = true;
            while (waiting.isEmpty() && !closed && nanos > 0) {
                nanos = arrived.awaitNanos(nanos);
            }
            idle = false;
            while (!waiting.isEmpty() && size < max) {
                Append<E, R> append = waiting.remove();
                appends.add(append);
                size += append.batch.size();
            }
        } finally {
            lock.unlock();
        }
        return new Group<>(appends, size);
    }

    /** A group is durable or has failed: its elements no longer count. Call before completing its batches. */
    public void settled(Group<E, R> group) {
        lock.lock();
        try {
            inFlight -= group.size;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what waits fails. */
    public void close() {
        Group<E, R> left;
        lock.lock();
        try {
            closed = true;
            left = new Group<>(List.copyOf(waiting), 0);
            waiting.clear();
            arrived.signal();
        } finally {
            lock.unlock();
        }
        left.fail(closedFailure);
    }

    /** Whether the writing thread should end. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
