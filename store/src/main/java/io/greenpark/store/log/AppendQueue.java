package io.greenpark.store.log;

import io.greenpark.park.log.LogBusyException;
import io.greenpark.park.log.LogUnavailableException;
import io.greenpark.park.log.Position;
import io.greenpark.park.reading.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for the disk: appends come in from any thread, the log's thread takes as many at once as make one commit.
 * Bounded in readings, from being offered to being settled.
 */
final class AppendQueue {
    /** One append. */
    record Append(List<Reading> batch, CompletableFuture<Position> done) {}

    /** Appends that are committed together, in the order they came. */
    record Group(List<Append> appends, int readings) {}

    private final int maxInFlight;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Append> waiting = new ArrayDeque<>();
    private boolean idle;
    private boolean closed;
    private int inFlight;

    AppendQueue(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    /** Never blocks. A batch larger than the bound is taken when nothing else is in flight. */
    CompletableFuture<Position> offer(List<Reading> batch) {
        Append append = new Append(batch, new CompletableFuture<>());
        lock.lock();
        try {
            if (closed) {
                append.done.completeExceptionally(closedFailure());
            } else if (inFlight > 0 && inFlight + (long) batch.size() > maxInFlight) {
                append.done.completeExceptionally(new LogBusyException("log: \"" + inFlight
                        + "\" readings wait for the disk, at most " + maxInFlight
                        + " may; read less from the devices until they are durable (log.maxInFlightReadings)"));
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
        return append.done;
    }

    /** The next appends, up to the one that makes them {@code maxReadings} or more; empty after the waiting time. */
    Group take(int maxReadings, long waitMs) throws InterruptedException {
        List<Append> appends = new ArrayList<>();
        int readings = 0;
        lock.lockInterruptibly();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(waitMs);
            idle = true;
            while (waiting.isEmpty() && !closed && nanos > 0) {
                nanos = arrived.awaitNanos(nanos);
            }
            idle = false;
            while (!waiting.isEmpty() && !closed && readings < maxReadings) {
                Append append = waiting.remove();
                appends.add(append);
                readings += append.batch.size();
            }
        } finally {
            lock.unlock();
        }
        return new Group(appends, readings);
    }

    /** A group is durable or has failed: its readings no longer count. */
    void settled(Group group) {
        lock.lock();
        try {
            inFlight -= group.readings;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what waits fails. */
    void close() {
        List<Append> left;
        lock.lock();
        try {
            closed = true;
            left = List.copyOf(waiting);
            waiting.clear();
            arrived.signal();
        } finally {
            lock.unlock();
        }
        left.forEach(a -> a.done.completeExceptionally(closedFailure()));
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private static LogUnavailableException closedFailure() {
        return new LogUnavailableException("log: closed before the batch was durable; send it again");
    }
}
