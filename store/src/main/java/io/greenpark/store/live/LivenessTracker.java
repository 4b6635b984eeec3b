package io.greenpark.store.live;

import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps account of how long the platform has been listening and of how far what it heard has been taken in. The reader
 * comes by at every attempt, failed ones included, so a long time without one means that the whole process stood still:
 * a suspended machine, a stopped process. One thread; {@link #span} any.
 */
final class LivenessTracker {
    /** The reader rests for half a minute at most; a server that hangs is given up after a minute. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(2);

    /** Listening without a break since {@code since}, all taken in that arrived by {@code until}. */
    record ListeningSpan(Instant since, Instant until) {}

    /** Where the log ended at an instant. */
    private record LogEnd(Instant at, Position end) {}

    private final TelemetryLog log;
    private final BooleanSupplier takesIn;
    private final Clock clock;
    private volatile ListeningSpan span;
    private Instant cameBy;
    private @Nullable LogEnd mark;

    /** @param takesIn whether the log takes in what arrives */
    LivenessTracker(TelemetryLog log, BooleanSupplier takesIn, Clock clock) {
        this.log = log;
        this.takesIn = takesIn;
        this.clock = clock;
        this.cameBy = clock.instant();
        this.span = new ListeningSpan(cameBy, cameBy);
    }

    /** The reader is about to look at the log. */
    void comeBy() {
        Instant now = clock.instant();
        if (now.isBefore(cameBy)) {
            // The clock was set back; nothing is known of a time that is yet to come.
            span = new ListeningSpan(now, now);
            mark = null;
        } else if (now.isAfter(cameBy.plus(LONGEST_REST)) || !takesIn.getAsBoolean()) {
            span = new ListeningSpan(now, span.until());
        }
        cameBy = now;
        if (mark == null) {
            mark = new LogEnd(now, log.end(Position.START.partition()));
        }
    }

    /** The reader has taken in what lies before {@code position}, for good. */
    void takenIn(Position position) {
        LogEnd reached = mark;
        if (reached != null && position.compareTo(reached.end()) >= 0) {
            span = new ListeningSpan(span.since(), reached.at());
            mark = null;
        }
    }

    ListeningSpan span() {
        return span;
    }
}
