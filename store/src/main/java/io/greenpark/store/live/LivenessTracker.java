package io.greenpark.store.live;

import io.greenpark.park.log.TelemetryLog;
import io.greenpark.park.reading.Position;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps account of since when the platform has been listening and up to when what it heard has been processed. The reader
 * calls at every attempt, failed ones included, so a long time without a call means that the whole process was halted: a
 * suspended machine, a stopped process. One thread; {@link #span} any.
 */
final class LivenessTracker {
    /** The reader pauses for half a minute at most; a server that hangs is given up after a minute. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    /** Listening without a break since {@code since}; all that arrived by {@code until} is processed. */
    record ListeningSpan(Instant since, Instant until) {}

    /** Where the log ended at an instant. */
    private record LogEnd(Instant at, Position end) {}

    private final TelemetryLog log;
    private final BooleanSupplier logAccepts;
    private final Clock clock;
    private volatile ListeningSpan span;
    private Instant activeAt;
    private @Nullable LogEnd pending;

    /** @param logAccepts whether the log accepts what arrives */
    LivenessTracker(TelemetryLog log, BooleanSupplier logAccepts, Clock clock) {
        this.log = log;
        this.logAccepts = logAccepts;
        this.clock = clock;
        this.activeAt = clock.instant();
        this.span = new ListeningSpan(activeAt, activeAt);
    }

    /** The reader is about to look at the log. */
    void readerIsActive() {
        Instant now = clock.instant();
        if (now.isBefore(activeAt)) {
            // The clock was set back; nothing is known about times that are now in the future.
            span = new ListeningSpan(now, now);
            pending = null;
        } else if (now.isAfter(activeAt.plus(LONGEST_PAUSE)) || !logAccepts.getAsBoolean()) {
            span = new ListeningSpan(now, span.until());
        }
        activeAt = now;
        if (pending == null) {
            pending = new LogEnd(now, log.end(Position.START.partition()));
        }
    }

    /** The reader has processed what lies before {@code position}, durably. */
    void processed(Position position) {
        LogEnd reached = pending;
        if (reached != null && position.compareTo(reached.end()) >= 0) {
            span = new ListeningSpan(span.since(), reached.at());
            pending = null;
        }
    }

    ListeningSpan span() {
        return span;
    }
}
