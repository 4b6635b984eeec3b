package io.greenpark.dashboards.auth;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Slows the guessing of passwords down without locking the right person out. A browser that has signed in before has a lane of its
 * own; everybody else shares one with their address, and waits a little longer for an answer where an account is being guessed at
 * from many (after OWASP's device cookies). Any thread may call.
 */
final class SignInThrottle {
    private final Throttle devices;
    private final Throttle addresses;
    private final AccountDelay accounts;

    SignInThrottle(Clock clock) {
        devices = new Throttle(clock);
        addresses = new Throttle(clock);
        accounts = new AccountDelay(clock);
    }

    /**
     * Who tries.
     *
     * @param device id of the browser, if it has signed in to this account before; null for strangers
     */
    record Attempt(
            String account, InetAddress address, @Nullable String device) {
        private String addressKey() {
            return Strangers.sender(address);
        }
    }

    /** How long this one has to wait before it may try; zero if it may now. */
    Duration wait(Attempt attempt) {
        return attempt.device == null ? addresses.wait(attempt.addressKey()) : devices.wait(attempt.device);
    }

    /** Counts an attempt that may be made, as failed until it is known; returns how long its answer is to be put off. */
    Duration begin(Attempt attempt) {
        if (attempt.device != null) {
            devices.failed(attempt.device);
            return Duration.ZERO;
        }
        addresses.failed(attempt.addressKey());
        Duration delay = accounts.of(attempt.account);
        accounts.failed(attempt.account);
        return delay;
    }

    /** Takes the count back, since the password was right. */
    void succeeded(Attempt attempt) {
        if (attempt.device == null) {
            addresses.succeeded(attempt.addressKey());
        } else {
            devices.succeeded(attempt.device);
        }
    }
}
