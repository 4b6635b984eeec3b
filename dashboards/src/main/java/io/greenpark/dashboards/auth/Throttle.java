package io.greenpark.dashboards.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after some failures in a row a key has to wait, twice as long with every further failure, up to fifteen
 * minutes. A success, or an hour without failures, resets it. Any thread may call.
 */
final class Throttle {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration MAX_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MAX_KEYS = 10_000;

    private final Clock clock;
    private final int free;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_KEYS;
        }
    };

    private record Failures(int count, long untilMs) {}

    /** @param free so many failures in a row before it has to wait */
    Throttle(Clock clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /** How long a key still has to wait; zero if it may try now. */
    synchronized Duration wait(String key) {
        Failures f = failures.get(key);
        // A clock that was set back makes no wait longer than it may be.
        return f == null
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(0, Math.min(MAX_WAIT.toMillis(), f.untilMs - clock.millis())));
    }

    /** Counts a failure. */
    synchronized void failed(String key) {
        long now = clock.millis();
        Failures before = failures.remove(key);
        boolean forgotten = before == null || now - before.untilMs > FORGOTTEN_AFTER.toMillis();
        int count = forgotten ? 1 : before.count + 1;
        long waitMs =
                count < free ? 0 : Math.min(MAX_WAIT.toMillis(), FIRST_WAIT.toMillis() << Math.min(20, count - free));
        failures.put(key, new Failures(count, now + waitMs));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
