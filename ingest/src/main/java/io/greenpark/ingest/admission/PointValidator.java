package io.greenpark.ingest.admission;

import io.greenpark.ingest.payload.SentTime;
import io.greenpark.ingest.payload.SentValue;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.text.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/** A point with its dates as plain milliseconds, so that validating a value makes no garbage. */
final class PointValidator {
    /**
     * 1980-01-01. No meter is older, and epoch seconds sent as milliseconds (January 1970) are caught ({@link EpochUnit}).
     */
    private static final long OLDEST_MS = 315_532_800_000L;

    private final Point point;
    private final long[] validFromMs;
    private final long earliestMs;
    private final long endedMs;

    PointValidator(Point point) {
        this.point = point;
        validFromMs = new long[point.facts().size()];
        for (int i = 0; i < validFromMs.length; i++) {
            validFromMs[i] = millis(point.facts().get(i).validFrom());
        }
        earliestMs = Math.max(OLDEST_MS, validFromMs[0]);
        Instant ended = point.endedAt();
        endedMs = ended == null ? Long.MAX_VALUE : millis(ended);
    }

    /** Epoch milliseconds; an instant beyond their range becomes the nearest of them. */
    private static long millis(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    String deviceId() {
        return point.deviceId();
    }

    long earliestMs() {
        return earliestMs;
    }

    long endedMs() {
        return endedMs;
    }

    /** Whether a time lies before or behind those of the point, and other facts of it could make it fit. */
    boolean mayCome(long timeMs) {
        return timeMs >= OLDEST_MS && (timeMs < earliestMs || timeMs >= endedMs);
    }

    /** Without its time, the amount of an interval cannot be told from a repeated delivery. */
    boolean needsTime(long arrivalMs) {
        return factsAt(arrivalMs).kind() == PointKind.INTERVAL;
    }

    /**
     * The time of a value: as sent, read in the point's zone if it has none; the arrival if no time was sent.
     *
     * @param locals of the point in this message
     */
    long timeMs(SentTime time, long arrivalMs, Supplier<LocalTimes> locals) {
        if (time instanceof SentTime.At at) {
            return at.epochMs();
        }
        return time instanceof SentTime.Local local ? inZone(local.dateTime(), arrivalMs, locals.get()) : arrivalMs;
    }

    private long inZone(LocalDateTime local, long arrivalMs, LocalTimes locals) {
        PointFacts now = factsAt(arrivalMs);
        PointFacts then = factsAt(local.atZone(now.zone()).toInstant().toEpochMilli());
        Duration due = then.period().isZero() ? then.expectedInterval() : then.period();
        return locals.instantMs(local, then.zone(), due.toMillis(), arrivalMs);
    }

    Reading reading(SentValue.Readable value, long timeMs, long arrivalMs, Door door) {
        return new Reading(
                point.enterpriseId(),
                point.deviceId(),
                point.key(),
                point.id(),
                value.value(),
                factsAt(arrivalMs).unit(),
                value.flag(),
                timeMs,
                arrivalMs,
                door);
    }

    /** The facts valid at a time; the first ones before that. */
    private PointFacts factsAt(long atMs) {
        int i = validFromMs.length - 1;
        while (i > 0 && validFromMs[i] > atMs) {
            i--;
        }
        return point.facts().get(i);
    }

    Bilingual timeMissing() {
        return AdmissionMessages.timeMissing(point.id(), point.key());
    }

    Bilingual inFuture(long timeMs, long arrivalMs, long toleranceMs) {
        return AdmissionMessages.inFuture(deviceId(), timeMs, arrivalMs, toleranceMs);
    }

    Bilingual tooOld(long timeMs) {
        return AdmissionMessages.tooOld(point.id(), timeMs, earliestMs, EpochUnit.of(timeMs));
    }

    Bilingual ended(long timeMs) {
        return AdmissionMessages.ended(point.id(), endedMs, timeMs);
    }
}
