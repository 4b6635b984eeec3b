package io.greenpark.lab.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * A load; {@link #to} begins one.
 *
 * @param clients one connection each
 * @param window messages of a connection that may be unacknowledged at a time, 1..65535
 * @param keys the keys of every message, as many as it has values
 * @param startMs device time of each connection's first message, epoch milliseconds
 * @param stepMs how much later each further one is
 * @param warmUp sent and acknowledged before counting begins; zero to count all
 * @param duration how long to count
 * @param messagesPerClient where to stop at the latest; {@link Long#MAX_VALUE} to stop by time
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
        List<LoadClient> clients,
        int window,
        List<String> keys,
        long startMs,
        long stepMs,
        Duration warmUp,
        Duration duration,
        long messagesPerClient,
        int counters,
        long lead,
        Duration every,
        int times) {
    private static final int MOST_TIMES = 1_000;

    public LoadOptions {
        clients = List.copyOf(clients);
        keys = List.copyOf(keys);
        if (window < 1 || window > 65_535) {
            throw new IllegalArgumentException("window " + window + " is out of range; accepted 1..65535");
        }
        if (clients.isEmpty() || keys.isEmpty()) {
            throw new IllegalArgumentException("a load needs at least one client and one key");
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

    /** A load of messages with these keys, from each client. */
    public static Builder to(InetSocketAddress server, List<LoadClient> clients, List<String> keys) {
        return new Builder(server, clients, keys);
    }

    /** Values of a message. */
    public int valuesPerMessage() {
        return keys.size() * times;
    }

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

    /**
     * Names what differs from a load that counts all it sends, as fast as it is acknowledged, until it is stopped: one
     * message unacknowledged per connection, no counters, connections free of each other, one time per message.
     */
    public static final class Builder {
        private final InetSocketAddress server;
        private final List<LoadClient> clients;
        private final List<String> keys;
        private int window = 1;
        private long startMs;
        private long stepMs = 1;
        private Duration warmUp = Duration.ZERO;
        private Duration duration = Duration.ofHours(1);
        private long messagesPerClient = Long.MAX_VALUE;
        private int counters;
        private long lead = Long.MAX_VALUE;
        private Duration every = Duration.ZERO;
        private int times = 1;

        private Builder(InetSocketAddress server, List<LoadClient> clients, List<String> keys) {
            this.server = server;
            this.clients = clients;
            this.keys = keys;
        }

        public Builder window(int messages) {
            window = messages;
            return this;
        }

        public Builder times(long firstMs, long laterMs) {
            startMs = firstMs;
            stepMs = laterMs;
            return this;
        }

        public Builder warmUp(Duration uncounted) {
            warmUp = uncounted;
            return this;
        }

        public Builder duration(Duration counted) {
            duration = counted;
            return this;
        }

        public Builder messagesPerClient(long messages) {
            messagesPerClient = messages;
            return this;
        }

        public Builder counters(int firstKeys) {
            counters = firstKeys;
            return this;
        }

        public Builder lead(long messages) {
            lead = messages;
            return this;
        }

        public Builder every(Duration interval) {
            every = interval;
            return this;
        }

        public Builder timesPerMessage(int number) {
            times = number;
            return this;
        }

        public LoadOptions build() {
            return new LoadOptions(
                    server,
                    clients,
                    window,
                    keys,
                    startMs,
                    stepMs,
                    warmUp,
                    duration,
                    messagesPerClient,
                    counters,
                    lead,
                    every,
                    times);
        }
    }
}
