package io.greenpark.ingest.intake;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The paused connections of one event loop, in the order in which they resume: fair queueing in virtual time. A connection
 * advances in virtual time by the weight of what it brings, and the one whose next turn would finish first resumes first.
 * So a device with one reading per minute does not wait until thousands of others have delivered what their sockets hold.
 *
 * <p>Virtual time is not clock time: it is the start of the turn that resumed last, and follows what is brought while no
 * connection is paused. A connection that lags behind it is moved up to it, so that silence earns no credit.
 *
 * <p>Runs on the event loop's thread.
 */
final class FairQueue {
    /** A paused connection's next turn in virtual time; the ticket orders turns that finish at the same time. */
    private record Turn(Backpressure connection, long start, long finish, long ticket) {}

    private static final Comparator<Turn> ORDER =
            Comparator.comparingLong(Turn::finish).thenComparingLong(Turn::ticket);

    private final Map<Backpressure, Turn> turns = new HashMap<>();
    private final TreeSet<Turn> queue = new TreeSet<>(ORDER);
    private long virtualTime;
    private long tickets;

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Advances a connection by what it has brought. */
    void charge(Backpressure connection, int weight) {
        connection.virtualTime = Math.max(connection.virtualTime, virtualTime) + weight;
        if (queue.isEmpty()) {
            virtualTime = Math.max(virtualTime, connection.virtualTime);
        }
    }

    /**
     * Queues a paused connection; false if it is queued already.
     *
     * @param weight about what it will bring when it resumes, as far as that is known: among connections that have
     *     brought equally little, as when thousands come back at once, the one that brings less goes first
     */
    boolean add(Backpressure connection, long weight) {
        if (turns.containsKey(connection)) {
            return false;
        }
        long start = Math.max(connection.virtualTime, virtualTime);
        Turn turn = new Turn(connection, start, start + weight, tickets++);
        turns.put(connection, turn);
        queue.add(turn);
        return true;
    }

    /** Takes a connection out because it resumes; false if it is not queued. */
    boolean resume(Backpressure connection) {
        @Nullable Turn turn = turns.get(connection);
        if (turn == null) {
            return false;
        }
        virtualTime = Math.max(virtualTime, turn.start);
        remove(connection);
        return true;
    }

    /** Takes a connection out that was closed. */
    void remove(Backpressure connection) {
        @Nullable Turn turn = turns.remove(connection);
        if (turn != null) {
            queue.remove(turn);
        }
    }

    /** The connections that are queued now, the next one first. */
    List<Backpressure> inOrder() {
        return queue.stream().map(Turn::connection).toList();
    }
}
