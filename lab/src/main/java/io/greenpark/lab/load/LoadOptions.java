package io.greenpark.lab.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load.
 *
 * @param senders one connection each
 * @param window messages of a connection that may be unacknowledged at a time, 1..65535
 * @param keys the keys of every message, as many as it has values
 * @param startMs device time of each connection's first message, epoch milliseconds
 * @param stepMs how much later each further one is
 * @param warmUp sent and acknowledged before counting begins; zero to count all
 * @param duration how long to count
 * @param messagesPerSender where to stop at the latest; {@link Long#MAX_VALUE} to stop by time
 * @param counters how many of the keys, from the first on, are counters whose values only rise
 * @param lead how many messages a connection may be ahead of the slowest one; {@link Long#MAX_VALUE} for any number
 * @param every zero to send as fast as messages are acknowledged; else a schedule that the server's answers do not move:
 *     each connection has a message due every so long, the connections one after the other in equal steps. A message that
 *     has to wait, for a place in the window or for the generator, is counted from when it was due
 * @param times of how many device times a message has values, each later than the one before by the step: one, or several
 *     as a logger sends that works off its memory
 */
public record LoadOptions(
        InetSocketAddress server,
        List<LoadClient> senders,
        int window,
        List<String> keys,
        long startMs,
        long stepMs,
        Duration warmUp,
        Duration duration,
        long messagesPerSender,
        int counters,
        long lead,
        Duration every,
        int times) {
    private static final int MOST_TIMES = 1_000;

    /** A load without counters, of one time a message, whose connections run free of each other. */
    public LoadOptions(
            InetSocketAddress server,
            List<LoadClient> senders,
            int window,
            List<String> keys,
            long startMs,
            long stepMs,
            Duration warmUp,
            Duration duration,
            long messagesPerSender) {
        this(
                server,
                senders,
                window,
                keys,
                startMs,
                stepMs,
                warmUp,
                duration,
                messagesPerSender,
                0,
                Long.MAX_VALUE,
                Duration.ZERO,
                1);
    }

    public LoadOptions {
        senders = List.copyOf(senders);
        keys = List.copyOf(keys);
        if (window < 1 || window > 65_535) {
            throw new IllegalArgumentException("window " + window + " is out of range; accepted 1..65535");
        }
        if (senders.isEmpty() || keys.isEmpty()) {
            throw new IllegalArgumentException("a load needs at least one sender and one key");
        }
        if (lead < 1) {
            throw new IllegalArgumentException("lead " + lead + " is out of range; accepted 1 and more");
        }
        if (every.isNegative()) {
            throw new IllegalArgumentException("every " + every + " is out of range; accepted zero and more");
        }
        if (times < 1 || times > MOST_TIMES) {
            throw new IllegalArgumentException("times " + times + " is out of range; accepted 1.." + MOST_TIMES);
        }
    }

    /** The same load, in which each connection has a message due every so long. */
    public LoadOptions every(Duration interval) {
        return new LoadOptions(
                server,
                senders,
                window,
                keys,
                startMs,
                stepMs,
                warmUp,
                duration,
                messagesPerSender,
                counters,
                lead,
                interval,
                times);
    }

    /** Values of a message. */
    public int valuesPerMessage() {
        return keys.size() * times;
    }

    /**
     * Who sends, and where to.
     *
     * @param userName null for a server that asks for none
     */
    public record LoadClient(
            String clientId,
            String topic,
            @Nullable String userName,
            @Nullable String password) {}

    /** The device time of a message, the first if it has several. */
    public long timeMs(long sequence) {
        return startMs + sequence * times * stepMs;
    }

    /**
     * The value of a key in a message, two decimals: of a counter a little more than in the message before, of others
     * differing from message to message and from key to key.
     */
    public double value(long sequence, int key) {
        return PublishFrame.hundredths(sequence, key, counters) / 100.0;
    }
}
