package io.greenpark.ingest.intake;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is refused of one sender and not durable yet, over all connections that it has: as much as of one connection. More connections bring
 * more readings in, but no more refusals, which one writer keeps in turn. Any thread.
 */
final class SenderShare {
    private final String sender;
    private final int max;
    private final AtomicLong refused = new AtomicLong();
    private final ConcurrentLinkedQueue<EventLoopBatcher> waiting = new ConcurrentLinkedQueue<>();
    /** Guarded by the map of {@link InFlight}. */
    private int connections;

    SenderShare(String sender, int max) {
        this.sender = sender;
        this.max = max;
    }

    String sender() {
        return sender;
    }

    void join() {
        connections++;
    }

    /** Whether nothing of the sender is there any more: neither a connection nor anything in flight. */
    boolean isOver(int leaving) {
        connections -= leaving;
        return connections == 0 && refused.get() == 0;
    }

    void enter(int weight) {
        refused.addAndGet(weight);
    }

    /** Wakes the event loops that wait for room in it; true if nothing is in flight any more. */
    boolean leave(int weight) {
        long left = refused.addAndGet(-weight);
        if (hasRoom()) {
            EventLoopBatcher batcher;
            while ((batcher = waiting.poll()) != null) {
                batcher.wake();
            }
        }
        return left == 0;
    }

    boolean isFull() {
        return refused.get() > max;
    }

    boolean hasRoom() {
        return refused.get() <= max / 2;
    }

    /** Registers an event loop with a paused connection of the sender; it is woken when there is room, at once if there is some now. */
    void awaitRoom(EventLoopBatcher batcher) {
        if (!waiting.contains(batcher)) {
            waiting.add(batcher);
        }
        if (hasRoom() && waiting.remove(batcher)) {
            batcher.wake();
        }
    }
}
