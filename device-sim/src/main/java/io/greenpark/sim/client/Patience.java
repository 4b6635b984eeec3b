package io.greenpark.sim.client;

import java.time.Duration;

/**
 * How long a sender bears with a server that does not answer.
 *
 * @param firstAnswer until it has answered for the first time
 * @param laterAnswer afterwards; long enough for a restart
 */
public record Patience(Duration firstAnswer, Duration laterAnswer) {
    /** Ten seconds at first, then five minutes. */
    public static final Patience DEFAULT = new Patience(Duration.ofSeconds(10), Duration.ofMinutes(5));
}
