package io.greenpark.sim.client;

import java.time.Duration;

/**
 * How long a sender bears with a server that does not answer. What it has to send it keeps meanwhile.
 *
 * @param firstAnswer until it has answered for the first time
 * @param laterAnswer afterwards; long enough for a restart
 */
public record Patience(Duration firstAnswer, Duration laterAnswer) {
    private static final Duration AT_FIRST = Duration.ofSeconds(10);

    /** Ten seconds at first, then five minutes. */
    public static final Patience DEFAULT = new Patience(AT_FIRST, Duration.ofMinutes(5));

    /** Ten seconds at first, so that a wrong address is told soon; then for good, as real devices do. */
    public static final Patience ONCE_HEARD_FOR_GOOD = new Patience(AT_FIRST, Duration.ofDays(36_500));

    /** The same at first and later. */
    public static Patience of(Duration bearable) {
        return new Patience(bearable, bearable);
    }
}
