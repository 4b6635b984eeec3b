package io.greenpark.park.sample;

import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Instant;

/**
 * A park's hours and days in epoch milliseconds. It remembers the ones asked for last, since samples come in order of time;
 * not for several threads.
 */
public final class HourClock {
    private final ParkTime time;
    private final Span hour = new Span();
    private final Span day = new Span();

    private static final class Span {
        private long startMs;
        private long endMs;

        private boolean holds(long timeMs) {
            return startMs <= timeMs && timeMs < endMs;
        }
    }

    public HourClock(ParkTime time) {
        this.time = time;
    }

    public ParkTime time() {
        return time;
    }

    /** Start of the statistical hour that contains a time. */
    public long hourOf(long timeMs) {
        return in(hour, Step.HOUR, timeMs).startMs;
    }

    /** End of the statistical hour that contains a time. */
    public long hourEnd(long timeMs) {
        return in(hour, Step.HOUR, timeMs).endMs;
    }

    /** Start of the day that contains a time. */
    public long dayOf(long timeMs) {
        return in(day, Step.DAY, timeMs).startMs;
    }

    /** End of the day that contains a time. */
    public long dayEnd(long timeMs) {
        return in(day, Step.DAY, timeMs).endMs;
    }

    private Span in(Span span, Step step, long timeMs) {
        if (!span.holds(timeMs)) {
            Instant start = time.startOf(step, Instant.ofEpochMilli(timeMs));
            span.startMs = start.toEpochMilli();
            span.endMs = time.endOf(step, start).toEpochMilli();
        }
        return span;
    }
}
