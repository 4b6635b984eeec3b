package io.greenpark.dashboards.auth;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Delays answers to strangers who try one account from many addresses. Never a refusal, which would lock out whoever tries next,
 * the right person too. Any thread may call.
 */
final class AccountDelay {
    /** So many failures are anyone's. */
    static final int FREE = 20;

    private static final int STEP = 20;
    private static final Duration LONGEST = Duration.ofSeconds(8);
    /** With so many failures the delay is the longest; more are not counted, so that it ends half an hour after them. */
    static final int MOST = FREE + 3 * STEP;

    private static final long FORGOTTEN_EVERY_MS = 30_000;
    private static final int MAX_ACCOUNTS = 1_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_ACCOUNTS;
        }
    };

    /** So many failures as of a time. */
    private record Failures(long count, long atMs) {
        long left(long nowMs) {
            return Math.max(0, count - Math.max(0, nowMs - atMs) / FORGOTTEN_EVERY_MS);
        }
    }

    AccountDelay(Clock clock) {
        this.clock = clock;
    }

    synchronized void failed(String account) {
        long now = clock.millis();
        Failures before = failures.remove(account);
        failures.put(account, new Failures(Math.min(MOST, 1 + (before == null ? 0 : before.left(now))), now));
    }

    /** Zero up to {@value #FREE} failures, then doubling from a second. */
    synchronized Duration of(String account) {
        Failures f = failures.get(account);
        long left = f == null ? 0 : f.left(clock.millis());
        if (left < FREE) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(10, (left - FREE) / STEP));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
