package io.greenpark.dashboards.auth;

import io.greenpark.operations.status.HttpTraffic;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log who could not sign in, at most {@value #LINES} lines a minute, and counts. What stands in the user's field is named
 * only where it is an account: people type passwords there. Any thread may call.
 */
final class SignInLog {
    static final int LINES = 10;
    private static final Logger LOG = LoggerFactory.getLogger(SignInLog.class);
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final Clock clock;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong throttled = new AtomicLong();
    private Instant spanBegan = Instant.EPOCH;
    private int lines;
    private long untold;

    SignInLog(Clock clock) {
        this.clock = clock;
    }

    void accepted() {
        accepted.incrementAndGet();
    }

    /** A wrong password, or no such account. Whether it was told, as the first few of a minute are. */
    boolean rejected(InetAddress address, String account, boolean known) {
        rejected.incrementAndGet();
        boolean told = mayTell();
        if (told) {
            LOG.warn(
                    "sign-in from {} refused: {}",
                    address.getHostAddress(),
                    about(account, known, "a wrong password for"));
        }
        return told;
    }

    /** A wrong code after a right password. Whether it was told, as the first few of a minute are. */
    boolean rejectedCode(InetAddress address, String account) {
        rejected.incrementAndGet();
        boolean told = mayTell();
        if (told) {
            LOG.warn(
                    "sign-in from {} refused: a wrong code after the right password of account \"{}\"",
                    address.getHostAddress(),
                    account);
        }
        return told;
    }

    /** Somebody whom another side's page sent back, or could not be sent there. */
    void refusedOutside(InetAddress address, String why) {
        rejected.incrementAndGet();
        if (mayTell()) {
            LOG.warn("sign-in from {} refused: {}", address.getHostAddress(), why);
        }
    }

    /** An attempt that was not made, after too many others. */
    void throttled(InetAddress address, String account, boolean known) {
        throttled.incrementAndGet();
        if (mayTell()) {
            LOG.warn(
                    "sign-in from {} refused unseen, after too many failed ones: {}",
                    address.getHostAddress(),
                    about(account, known, "for"));
        }
    }

    private static String about(String account, boolean known, String what) {
        return known ? what + " account \"" + account + "\"" : "there is no such account";
    }

    private synchronized boolean mayTell() {
        Instant now = clock.instant();
        if (Duration.between(spanBegan, now).compareTo(SPAN) >= 0) {
            if (untold > 0) {
                LOG.warn("{} more sign-ins were refused since {}", untold, spanBegan);
            }
            spanBegan = now;
            lines = 0;
            untold = 0;
        }
        if (lines < LINES) {
            lines++;
            return true;
        }
        untold++;
        return false;
    }

    HttpTraffic.SignIns counts() {
        return new HttpTraffic.SignIns(accepted.get(), rejected.get(), throttled.get());
    }
}
