package io.greenpark.store.deadletter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What waits for the one writer, by sender: of each that waits a share goes into the next commit, in turn, so that whoever brings much waits
 * for it himself. What one brings beyond his share is made durable in later commits, and he is answered after the last of them. Bounded in
 * all, from being offered to being settled. Any thread may offer.
 *
 * @param <E> what is done in a commit
 */
final class TurnQueue<E> {
    private final int maxInFlight;
    private final IntFunction<? extends RuntimeException> busy;
    private final Supplier<? extends RuntimeException> closedFailure;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Map<String, Sender<E>> senders = new HashMap<>();
    private final ArrayDeque<Sender<E>> turns = new ArrayDeque<>();
    private boolean closed;
    private int inFlight;

    /**
     * Something to be done.
     *
     * @param weight how much of a share it takes, at least 1
     */
    record Item<E>(E work, int weight) {}

    /** What one call offered. */
    private static final class Offered<E> {
        private final ArrayDeque<Item<E>> left;
        private final boolean whole;
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        Offered(List<Item<E>> items, boolean whole) {
            this.left = new ArrayDeque<>(items);
            this.whole = whole;
        }
    }

    private static final class Sender<E> {
        private final String name;
        private final ArrayDeque<Offered<E>> waiting = new ArrayDeque<>();
        /** Negative where something heavier than a share was taken: its next turns pay for it. */
        private long credit;

        Sender(String name) {
            this.name = name;
        }
    }

    /** What is committed together, in this order. */
    static final class Group<E> {
        private final List<E> works = new ArrayList<>();
        private final List<Offered<E>> touched = new ArrayList<>();

        List<E> works() {
            return works;
        }
    }

    /**
     * @param maxInFlight how much may wait in all
     * @param busy the failure of what is offered beyond that, from how much waits
     * @param closedFailure the failure of what was not durable when the queue closed
     */
    TurnQueue(
            int maxInFlight,
            IntFunction<? extends RuntimeException> busy,
            Supplier<? extends RuntimeException> closedFailure) {
        this.maxInFlight = maxInFlight;
        this.busy = busy;
        this.closedFailure = closedFailure;
    }

    /**
     * Never blocks. What is larger than the bound is taken when nothing else is in flight.
     *
     * @param sender whose turn it is done in
     * @param whole whether all of it goes into one commit
     */
    CompletableFuture<Void> offer(String sender, List<Item<E>> items, boolean whole) {
        Offered<E> offered = new Offered<>(items, whole);
        RuntimeException refusal = null;
        lock.lock();
        try {
            if (closed) {
                refusal = closedFailure.get();
            } else if (inFlight > 0 && inFlight + (long) items.size() > maxInFlight) {
                refusal = busy.apply(inFlight);
            } else {
                inFlight += items.size();
                Sender<E> turn = senders.get(sender);
                if (turn == null) {
                    turn = new Sender<>(sender);
                    senders.put(sender, turn);
                    turns.add(turn);
                }
                turn.waiting.add(offered);
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
        if (refusal != null) {
            offered.done.completeExceptionally(refusal);
        }
        return offered.done;
    }

    /** The next commit: of each sender up to a share, and about {@code max} in all; empty after the waiting time. */
    Group<E> take(int share, int max, long waitMs) throws InterruptedException {
        Group<E> group = new Group<>();
        lock.lockInterruptibly();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(waitMs);
            while (turns.isEmpty() && !closed && nanos > 0) {
                nanos = arrived.awaitNanos(nanos);
            }
            // Where all who wait have to pay for what was heavier than a share, their turns go by until one has.
            while (group.works.isEmpty() && !turns.isEmpty()) {
                for (int turn = turns.size(); turn > 0 && group.works.size() < max; turn--) {
                    Sender<E> sender = turns.remove();
                    sender.credit = Math.min(share, sender.credit + share);
                    take(sender, group, max);
                    if (sender.waiting.isEmpty()) {
                        senders.remove(sender.name);
                    } else {
                        turns.add(sender);
                    }
                }
            }
        } finally {
            lock.unlock();
        }
        return group;
    }

    private static <E> void take(Sender<E> sender, Group<E> group, int max) {
        while (sender.credit > 0 && !sender.waiting.isEmpty() && group.works.size() < max) {
            Offered<E> offered = sender.waiting.element();
            group.touched.add(offered);
            do {
                Item<E> item = offered.left.remove();
                group.works.add(item.work);
                sender.credit -= item.weight;
            } while (!offered.left.isEmpty() && (offered.whole || sender.credit > 0 && group.works.size() < max));
            if (offered.left.isEmpty()) {
                sender.waiting.remove();
            }
        }
    }

    /** A commit is durable: those of whom nothing waits any more are told, outside of the lock. */
    void settled(Group<E> group) {
        List<Offered<E>> done;
        lock.lock();
        try {
            inFlight -= group.works.size();
            done = group.touched.stream().filter(o -> o.left.isEmpty()).toList();
        } finally {
            lock.unlock();
        }
        done.forEach(o -> o.done.complete(null));
    }

    /** A commit has failed: whoever has a part in it is told so, and what he has waiting of it is not done. */
    void failed(Group<E> group, Supplier<? extends RuntimeException> failure) {
        lock.lock();
        try {
            inFlight -= group.works.size();
            for (Offered<E> offered : group.touched) {
                inFlight -= offered.left.size();
                offered.left.clear();
            }
            turns.removeIf(sender -> {
                sender.waiting.removeIf(o -> o.left.isEmpty());
                if (sender.waiting.isEmpty()) {
                    senders.remove(sender.name);
                }
                return sender.waiting.isEmpty();
            });
        } finally {
            lock.unlock();
        }
        group.touched.forEach(o -> o.done.completeExceptionally(failure.get()));
    }

    /** Takes nothing more; what waits fails. */
    void close() {
        List<Offered<E>> left = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            turns.forEach(sender -> left.addAll(sender.waiting));
            turns.clear();
            senders.clear();
            arrived.signal();
        } finally {
            lock.unlock();
        }
        left.forEach(o -> o.done.completeExceptionally(closedFailure.get()));
    }

    /** Whether the writing thread should end. */
    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
