package io.greenpark.ingest.intake;

import io.greenpark.ingest.admission.ValidatedMessage;
import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.quarantine.KeptMessage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is in flight: taken in and not yet durable. The one count of the doors, per connection and in all, with the bounds
 * of both and the event loops that wait for room. The log and the dead letters bound their own queues in elements
 * besides: a store must not rely on its callers to stay within memory.
 */
final class InFlight {
    /** Text that takes as much memory as a reading: two bytes per character at most, about 250 bytes per reading. */
    static final int CHARACTERS_PER_READING = 125;

    private final long max;
    private final int maxPerConnection;
    private final AtomicLong total = new AtomicLong();
    private final ConcurrentLinkedQueue<EventLoopBatcher> waiting = new ConcurrentLinkedQueue<>();
    private final ConcurrentHashMap<String, SenderShare> shares = new ConcurrentHashMap<>();

    InFlight(IntakeConfig config) {
        max = config.maxInFlight();
        maxPerConnection = config.maxInFlightPerConnection();
    }

    /**
     * What a message weighs, in readings. At least one: also a message without values waits for its turn behind what is
     * not durable yet. A refusal weighs by the text it holds, of which a reading has none of its own.
     */
    static int weight(ValidatedMessage message) {
        int weight = message.readings().size();
        for (DeadLetter deadLetter : message.deadLetters()) {
            weight += 1 + characters(deadLetter) / CHARACTERS_PER_READING;
        }
        for (KeptMessage kept : message.kept()) {
            weight += 1 + kept.values().size();
        }
        return Math.max(1, weight);
    }

    private static int characters(DeadLetter deadLetter) {
        String key = deadLetter.key();
        return (key == null ? 0 : key.length())
                + deadLetter.excerpt().length()
                + deadLetter.detail().zh().length()
                + deadLetter.detail().en().length();
    }

    /** Whether something of a message waits for the one writer of refusals. */
    static boolean isRefused(ValidatedMessage message) {
        return !message.deadLetters().isEmpty() || !message.kept().isEmpty();
    }

    /** From now on a connection shares the bound of refusals with all others of its sender. */
    void join(Backpressure connection, String sender) {
        connection.share = shares.compute(sender, (name, share) -> {
            SenderShare its = share == null ? new SenderShare(name, maxPerConnection) : share;
            its.join();
            return its;
        });
    }

    /** A connection is closed; what it has in flight still counts for its sender. */
    void closed(Backpressure connection) {
        if (connection.share != null) {
            forget(connection.share, 1);
        }
    }

    private void forget(SenderShare share, int leaving) {
        shares.computeIfPresent(share.sender(), (name, its) -> its == share && its.isOver(leaving) ? null : its);
    }

    /** Counts a message in, on the connection's thread; true if the connection must pause. */
    boolean enter(Backpressure connection, int weight, boolean refused) {
        connection.inFlight += weight;
        if (refused && connection.share != null) {
            connection.share.enter(weight);
        }
        return total.addAndGet(weight) > max || connection.inFlight > maxPerConnection || isFull(connection);
    }

    /** Counts a message out of its connection, on the connection's thread. */
    void leave(Backpressure connection, int weight, boolean refused) {
        connection.inFlight -= weight;
        SenderShare share = connection.share;
        if (refused && share != null && share.leave(weight)) {
            forget(share, 0);
        }
    }

    /** Counts messages out of the total and wakes the event loops that wait for room. */
    void leave(int weight) {
        total.addAndGet(-weight);
        if (hasRoom()) {
            EventLoopBatcher batcher;
            while ((batcher = waiting.poll()) != null) {
                batcher.wake();
            }
        }
    }

    long total() {
        return total.get();
    }

    long max() {
        return max;
    }

    /** Whether the bound of all is exceeded: nothing more should be decoded now. */
    boolean isFull() {
        return total.get() > max;
    }

    /** Whether paused connections may go on: the total has fallen to half its bound. */
    boolean hasRoom() {
        return total.get() <= max / 2;
    }

    /** Whether too much is refused of the sender of a connection: nothing more of it should be decoded now. */
    boolean isFull(Backpressure connection) {
        return connection.share != null && connection.share.isFull();
    }

    /**
     * Whether a paused connection has come down far enough to go on, and its sender has; where the sender has not, its event loop is woken
     * once that is so.
     */
    boolean hasRoom(Backpressure connection, EventLoopBatcher batcher) {
        if (connection.share != null && !connection.share.hasRoom()) {
            connection.share.awaitRoom(batcher);
            return false;
        }
        return connection.inFlight <= maxPerConnection / 2;
    }

    /** Registers an event loop with paused connections; it is woken when there is room, at once if there is some now. */
    void awaitRoom(EventLoopBatcher batcher) {
        if (!waiting.contains(batcher)) {
            waiting.add(batcher);
        }
        if (hasRoom() && waiting.remove(batcher)) {
            batcher.wake();
        }
    }
}
