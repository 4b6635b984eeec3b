package io.greenpark.dashboards.auth;

import java.time.Clock;
import java.time.Duration;

/**
 * Slows the guessing of passwords down without locking the right person out. A browser that has signed in before has a lane of its
 * own; everybody else shares one with their address, and hears a little later that they were wrong where an account is being
 * guessed at from many (after OWASP's device cookies). Any thread may call.
 */
final class SignInThrottle {
    static final int FREE = 5;
    /** Of a site of IPv6, where one who guesses may have thousands of addresses, and an authority its offices. */
    static final int FREE_OF_SITE = 40;

    private final Throttle senders;
    private final Throttle sites;
    private final AccountDelay accounts;

    SignInThrottle(Clock clock) {
        senders = new Throttle(clock, FREE);
        sites = new Throttle(clock, FREE_OF_SITE);
        accounts = new AccountDelay(clock);
    }

    /** Who tries which account. */
    record Attempt(String account, Sender sender) {}

    /** How long this one has to wait before it may try; zero if it may now. */
    Duration wait(Attempt attempt) {
        Duration own = senders.wait(attempt.sender.key());
        Duration others = attempt.sender.sharesSite() ? sites.wait(attempt.sender.site()) : Duration.ZERO;
        return own.compareTo(others) > 0 ? own : others;
    }

    /** Counts a wrong password; returns how long the answer is to be put off. */
    Duration failed(Attempt attempt) {
        senders.failed(attempt.sender.key());
        if (attempt.sender.known()) {
            return Duration.ZERO;
        }
        if (attempt.sender.sharesSite()) {
            sites.failed(attempt.sender.site());
        }
        Duration delay = accounts.of(attempt.account);
        accounts.failed(attempt.account);
        return delay;
    }

    /** The password was right. */
    void succeeded(Attempt attempt) {
        senders.succeeded(attempt.sender.key());
        if (attempt.sender.sharesSite()) {
            sites.succeeded(attempt.sender.site());
        }
    }
}
