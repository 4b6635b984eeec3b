package io.greenpark.ingest.mqtt;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down who guesses passwords: after some failures of one address each further refusal comes later. A right password
 * is let in at once, whatever others behind the same address have tried, so nobody can be locked out. What is remembered
 * fades, and is bounded in number. Any thread may call.
 */
final class FailedSignIns {
    private static final Logger LOG = LoggerFactory.getLogger(FailedSignIns.class);

    /** Failures that are answered at once: a person who mistypes, a device that was set up wrongly. */
    private static final int FREE = 5;

    private static final long ONE_FORGIVEN_EVERY_MS = 10_000;
    private static final long FIRST_DELAY_MS = 100;
    private static final int DOUBLINGS = 6;
    private static final int MAX_ADDRESSES = 10_000;
    private static final int MAX_COUNTED = 100;

    private record Failures(int count, long lastMs) {}

    private final Clock clock;
    private final long longestDelayMs;
    private final Map<String, Failures> byNetwork = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    /** @param longestDelay less than a socket may be open without signing in */
    FailedSignIns(Clock clock, Duration longestDelay) {
        this.clock = clock;
        this.longestDelayMs = longestDelay.toMillis();
    }

    /** Notes a failure; returns how long its answer is to wait. */
    synchronized Duration note(String network) {
        long now = clock.millis();
        int count = left(byNetwork.get(network), now) + 1;
        byNetwork.put(network, new Failures(Math.min(count, MAX_COUNTED), now));
        if (count == FREE + 1) {
            LOG.warn(
                    "{} sign-ins in a row have failed from {}; the dead letters say with what. Its further refusals are"
                            + " delayed, right passwords are not",
                    count,
                    network);
        }
        if (count <= FREE) {
            return Duration.ZERO;
        }
        return Duration.ofMillis(Math.min(FIRST_DELAY_MS << Math.min(count - FREE - 1, DOUBLINGS), longestDelayMs));
    }

    /** Failures that are not forgiven yet. */
    private static int left(@Nullable Failures before, long now) {
        if (before == null) {
            return 0;
        }
        long forgiven = Math.max(0, now - before.lastMs()) / ONE_FORGIVEN_EVERY_MS;
        return (int) Math.max(0, before.count() - forgiven);
    }
}
