package io.greenpark.dashboards.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after {@value #FREE} failures in a row a key has to wait, twice as long with every further failure, up to
 * fifteen minutes. A success resets it. An attempt is counted as failed before the password is checked, so that concurrent attempts
 * do not slip through. Any thread may call.
 */
final class Throttle {
    static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration MAX_WAIT = Duration.ofMinutes(15);
    private static final int MAX_KEYS = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_KEYS;
        }
    };

    private record Failures(int count, long untilMs) {}

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** How long a key still has to wait; zero if it may try now. */
    synchronized Duration wait(String key) {
        Failures f = failures.get(key);
        return f == null ? Duration.ZERO : Duration.ofMillis(Math.max(0, f.untilMs - clock.millis()));
    }

    /** Counts a failure; returns how many in a row there are. */
    synchronized int failed(String key) {
        long now = clock.millis();
        Failures before = failures.remove(key);
        int count = before == null ? 1 : before.count + 1;
        long waitMs =
                count < FREE ? 0 : Math.min(MAX_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(20, count - FREE));
        failures.put(key, new Failures(count, now + waitMs));
        return count;
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
