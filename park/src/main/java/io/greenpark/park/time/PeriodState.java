package io.greenpark.park.time;

import java.time.Instant;

/** Whether a period is over, so that its figures may be final and can be judged. */
public enum PeriodState {
    /** It has not begun: nothing is known of it, and nothing is missing. */
    FUTURE,
    /** It has begun: its figures are those of what has passed of it. */
    RUNNING,
    OVER;

    /** That of a period, its end exclusive. */
    public static PeriodState of(Instant from, Instant to, Instant now) {
        if (now.isBefore(from)) {
            return FUTURE;
        }
        return now.isBefore(to) ? RUNNING : OVER;
    }
}
