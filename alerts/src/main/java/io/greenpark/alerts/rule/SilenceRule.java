package io.greenpark.alerts.rule;

import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Device silent: nothing has arrived for longer than the registry allows. Evaluated by arrival time, so a device that
 * back-fills old data is alive; time in which nobody listened for it is not counted. One that is heard again must stay so
 * for a while before the case is cleared.
 */
public final class SilenceRule {
    /**
     * What is known of what is to be heard.
     *
     * @param lastHeard when its newest message arrived; null if none ever did
     * @param knownSince since when it is expected
     * @param listeningSince since when it could be heard
     */
    public record Heard(@Nullable Instant lastHeard, Instant knownSince, Instant listeningSince) {
        Instant silentSince() {
            return lastHeard == null ? knownSince : lastHeard;
        }
    }

    private SilenceRule() {}

    /**
     * The verdict that is new now; null if nothing changed.
     *
     * @param previous the newest verdict on the device; null if there is none
     * @param clearAfter how long a device must be heard again
     */
    public static @Nullable Verdict evaluate(
            Heard heard, Duration silenceAfter, Duration clearAfter, @Nullable Verdict previous, Instant now) {
        Instant since = heard.silentSince();
        Instant counted = since.isAfter(heard.listeningSince()) ? since : heard.listeningSince();
        if (!now.isBefore(counted.plus(silenceAfter))) {
            boolean known = previous != null
                    && previous.outcome() == Outcome.RAISES
                    && previous.from().equals(since);
            return known ? null : verdict(since, counted.plus(silenceAfter), Outcome.RAISES);
        }
        if (previous == null || heard.lastHeard() == null) {
            return null;
        }
        return heardAgain(heard.lastHeard(), clearAfter, previous, now);
    }

    private static @Nullable Verdict heardAgain(Instant lastHeard, Duration clearAfter, Verdict previous, Instant now) {
        if (previous.outcome() == Outcome.RAISES && lastHeard.isAfter(previous.from())) {
            boolean steady = !now.isBefore(lastHeard.plus(clearAfter));
            return verdict(lastHeard, lastHeard, steady ? Outcome.CLEARS : Outcome.HOLDS);
        }
        boolean steady = previous.outcome() == Outcome.HOLDS
                && !now.isBefore(previous.from().plus(clearAfter));
        return steady ? verdict(previous.from(), previous.from(), Outcome.CLEARS) : null;
    }

    /** Voids a verdict, since nothing is expected any more. */
    public static Verdict gone(Verdict previous, Reason reason) {
        return new Verdict(
                previous.from(),
                previous.to(),
                Phase.CLOSED,
                Outcome.UNJUDGED,
                Comparison.NONE,
                Confidence.FULL,
                reason);
    }

    /** A sign of life and the silence after it begin at the same time; the sign comes first. */
    private static Verdict verdict(Instant from, Instant to, Outcome outcome) {
        Phase phase = outcome == Outcome.RAISES ? Phase.CLOSED : Phase.RUNNING;
        return new Verdict(from, to, phase, outcome, Comparison.NONE, Confidence.FULL, null);
    }
}
