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

    /** So many wrong codes of strangers who know an account's password. */
    static final int FREE_CODES = 50;

    private final Throttle senders;
    private final Throttle sites;
    private final AccountDelay accounts;
    private final Throttle codes;

    SignInThrottle(Clock clock) {
        senders = new Throttle(clock, FREE);
        sites = new Throttle(clock, FREE_OF_SITE);
        accounts = new AccountDelay(clock);
        codes = new Throttle(clock, FREE_CODES);
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

    /**
     * How long no code of the app is taken for an account of whoever has not signed in to it before: of a million codes three are right
     * at a time, which can be guessed from many addresses. Recovery codes cannot, and are always taken.
     */
    Duration waitForCode(Attempt attempt) {
        return attempt.sender.known() ? Duration.ZERO : codes.wait(attempt.account);
    }

    /** Counts a wrong code after a right password; returns how long the answer is to be put off. */
    Duration failedCode(Attempt attempt) {
        if (!attempt.sender.known()) {
            codes.failed(attempt.account);
        }
        return failed(attempt);
    }

    /** All of it was right. */
    void succeeded(Attempt attempt) {
        senders.succeeded(attempt.sender.key());
        if (attempt.sender.sharesSite()) {
            sites.succeeded(attempt.sender.site());
        }
    }
}
