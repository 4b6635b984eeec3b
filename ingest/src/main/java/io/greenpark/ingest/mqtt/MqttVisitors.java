package io.greenpark.ingest.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets that are open, and how many of each address have not signed in yet. Who has signed in counts for its address
 * no longer: a plant behind one address may have thousands of devices. Any thread may call.
 */
final class MqttVisitors {
    private static final Logger LOG = LoggerFactory.getLogger(MqttVisitors.class);
    private static final long WARN_EVERY_MS = Duration.ofMinutes(1).toMillis();

    private final MqttConfig.ClientLimits limits;
    private final Clock clock;
    private final AtomicInteger sockets = new AtomicInteger();
    private final ConcurrentMap<String, Integer> strangers = new ConcurrentHashMap<>();
    private final AtomicLong warnAgainMs = new AtomicLong(Long.MIN_VALUE);

    MqttVisitors(MqttConfig.ClientLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Sockets open, of strangers and others. */
    int sockets() {
        return sockets.get();
    }

    /** A socket was opened; whatever becomes of it, {@link Visit#left} is called in the end. */
    Visit arrive(String address) {
        String network = network(address);
        int all = sockets.incrementAndGet();
        int alike = strangers.merge(network, 1, Integer::sum);
        boolean welcome = all <= limits.maxConnections() && alike <= limits.maxStrangers();
        if (!welcome) {
            warn(
                    address,
                    all > limits.maxConnections()
                            ? "mqtt.maxConnections = " + limits.maxConnections() + " are open"
                            : "mqtt.maxStrangersPerAddress = " + limits.maxStrangers() + " of it have not signed in");
        }
        return new Visit(network, welcome);
    }

    /** Seldom, as strangers could fill the log with it. */
    private void warn(String address, String why) {
        long now = clock.millis();
        long due = warnAgainMs.get();
        if (now >= due && warnAgainMs.compareAndSet(due, now + WARN_EVERY_MS)) {
            LOG.warn("connections are turned away, as from {}: {}", address, why);
        }
    }

    /** What counts as one address: of IPv6 a network of 64 bits, which is what one customer has. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split(":", -1);
        int kept = Math.min(4, groups.length);
        return String.join(":", Arrays.copyOf(groups, kept));
    }

    private void unknownNoLonger(String network) {
        strangers.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
    }

    /** One socket. On its event loop. */
    final class Visit {
        private final String network;
        private final boolean welcome;
        private boolean stranger = true;

        private Visit(String network, boolean welcome) {
            this.network = network;
            this.welcome = welcome;
        }

        /** Whether there is room for it. */
        boolean isWelcome() {
            return welcome;
        }

        String network() {
            return network;
        }

        void signedIn() {
            if (stranger) {
                stranger = false;
                unknownNoLonger(network);
            }
        }

        void left() {
            signedIn();
            sockets.decrementAndGet();
        }
    }
}
