package io.greenpark.sim.client;

import java.time.Duration;

/**
 * How long a sender retries with a server that does not answer. What it has to send it keeps meanwhile.
 *
 * @param firstAnswer until it has answered for the first time
 * @param laterAnswer afterwards; long enough for a restart
 */
public record RetryTimeout(Duration firstAnswer, Duration laterAnswer) {
    private static final Duration AT_FIRST = Duration.ofSeconds(10);

    /** Ten seconds at first, then five minutes. */
    public static final RetryTimeout DEFAULT = new RetryTimeout(AT_FIRST, Duration.ofMinutes(5));

    /** Ten seconds at first, so that a wrong address is reported soon; then for ever, as real devices do. */
    public static final RetryTimeout ONCE_HEARD_FOR_GOOD = new RetryTimeout(AT_FIRST, Duration.ofDays(36_500));

    /** The same at first and later. */
    public static RetryTimeout of(Duration longest) {
        return new RetryTimeout(longest, longest);
    }
}
