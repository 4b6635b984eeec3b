package io.greenpark.alerts.outbox;

import java.time.Duration;

/**
 * How fast the other side takes messages to one address. What is more is told together.
 *
 * @param messages at most so many
 * @param within so much time
 */
public record Pace(int messages, Duration within) {
    /** As fast as they come. */
    public static final Pace ANY = new Pace(Integer.MAX_VALUE, Duration.ofMinutes(1));

    boolean isBounded() {
        return messages != Integer.MAX_VALUE;
    }
}
