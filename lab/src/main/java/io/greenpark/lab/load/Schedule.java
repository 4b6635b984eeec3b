package io.greenpark.lab.load;

import java.time.Duration;

/**
 * When which message is due: message after message, the connections in turn. It is made before the first one is sent and
 * nothing moves it, so that a server that halts is charged with all that would have come meanwhile and not with one per
 * connection.
 */
final class Schedule {
    /** As fast as messages are acknowledged: everything is due. */
    static final Schedule NONE = new Schedule(0, 0, 1);

    private final long beganNanos;
    private final long everyNanos;
    private final int connections;
    /** Number of the next message that is not due yet, over all connections. */
    private long next;

    private Schedule(long beganNanos, long everyNanos, int connections) {
        this.beganNanos = beganNanos;
        this.everyNanos = everyNanos;
        this.connections = connections;
    }

    static Schedule of(Duration every, int connections, long beganNanos) {
        return every.isZero() ? NONE : new Schedule(beganNanos, every.toNanos(), connections);
    }

    boolean paced() {
        return everyNanos > 0;
    }

    /** When a message of a connection is due; for a load without a schedule the given time. */
    long dueNanos(int connection, long sequence, long now) {
        return paced() ? beganNanos + sequence * everyNanos + connection * everyNanos / connections : now;
    }

    /** The connection whose message has become due, each message once, in order; -1 if there is none now. */
    int takeDue(long now) {
        if (!paced() || untilNextNanos(now) > 0) {
            return -1;
        }
        return (int) (next++ % connections);
    }

    /** How long until the next message is due; not positive if it is. */
    long untilNextNanos(long now) {
        return dueNanos((int) (next % connections), next / connections, now) - now;
    }
}
