package io.greenpark.alerts.rule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long something really was so that came and went and is one case: the time between is no part of it.
 *
 * @param again how often it came again; 0 for never
 * @param before how long the spells before the newest lasted together; null for one that came again before that was kept
 * @param since when the newest began
 * @param end when the newest was over; null while it stands, and for one that never came again
 */
public record Spells(
        int again,
        @Nullable Duration before,
        Instant since,
        @Nullable Instant end) {
    /** Of what never came again. */
    public static Spells one(Instant since) {
        return new Spells(0, Duration.ZERO, since, null);
    }

    /** How often it was so. */
    public int times() {
        return again + 1;
    }

    /** Whether it came again, and for how long it stood is known. */
    public boolean counted() {
        return again > 0 && before != null;
    }

    /**
     * For how long it was so in all.
     *
     * @param to until when it is known to be so, where it still is
     */
    public Duration stood(Instant to) {
        return running(to).plus(before == null ? Duration.ZERO : before);
    }

    /** The same of the newest spell alone. */
    public Duration running(Instant to) {
        Instant until = end == null ? to : end;
        return until.isAfter(since) ? Duration.between(since, until) : Duration.ZERO;
    }
}
