package io.greenpark.ingest.admission;

import io.greenpark.ingest.json.SentTime;
import io.greenpark.ingest.json.SentValue;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A point with its dates as plain milliseconds, so that judging a value makes no garbage. */
final class PointGate {
    /**
     * 1980-01-01. No meter of a park is older, and epoch seconds sent as milliseconds (January 1970) are caught.
     */
    private static final long OLDEST_MS = 315_532_800_000L;

    private final Point point;
    private final long[] validFromMs;
    private final long earliestMs;
    private final long endedMs;

    PointGate(Point point) {
        this.point = point;
        validFromMs = new long[point.facts().size()];
        for (int i = 0; i < validFromMs.length; i++) {
            validFromMs[i] = millis(point.facts().get(i).validFrom());
        }
        earliestMs = Math.max(OLDEST_MS, validFromMs[0]);
        Instant ended = point.endedAt();
        endedMs = ended == null ? Long.MAX_VALUE : millis(ended);
    }

    /** Epoch milliseconds; far-away instants, as in "since ever", stay far away. */
    private static long millis(Instant at) {
        try {
            return at.toEpochMilli();
        } catch (ArithmeticException e) {
            return at.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
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

    /** An interval's amount without its time cannot be told from a repeated delivery. */
    boolean needsTime(long arrivalMs) {
        return factsAt(arrivalMs).kind() == PointKind.INTERVAL;
    }

    /** The time of a value: as sent, in the point's zone where it has none, else the arrival. */
    long timeMs(SentTime time, long arrivalMs) {
        if (time instanceof SentTime.At at) {
            return at.epochMs();
        }
        return time instanceof SentTime.Local local ? inZone(local.dateTime(), arrivalMs) : arrivalMs;
    }

    private long inZone(LocalDateTime local, long arrivalMs) {
        ZoneId now = factsAt(arrivalMs).zone();
        long first = local.atZone(now).toInstant().toEpochMilli();
        ZoneId then = factsAt(first).zone();
        return then.equals(now) ? first : local.atZone(then).toInstant().toEpochMilli();
    }

    Reading reading(SentValue.Measured value, long timeMs, long arrivalMs, Door door) {
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

    String timeMissing() {
        return "point \"" + point.id() + "\" (key \"" + point.key()
                + "\") holds amounts of periods and needs the time of" + " each; send {\"ts\": …, \"values\": {…}}";
    }

    String inFuture(long timeMs, long arrivalMs, long toleranceMs) {
        return "time \"" + show(timeMs) + "\" lies ahead of the clock (" + show(arrivalMs) + ", tolerance "
                + toleranceMs / 1_000 + " s); set the clock of device \"" + deviceId() + "\"";
    }

    String tooOld(long timeMs) {
        String hint = timeMs >= 0 && timeMs < OLDEST_MS && timeMs * 1_000 >= OLDEST_MS
                ? "; it looks like seconds, send milliseconds"
                : "; correct the clock, or the point's valid-from";
        return "time \"" + show(timeMs) + "\" lies before the first facts of point \"" + point.id() + "\" ("
                + show(earliestMs) + ")" + hint;
    }

    String ended(long timeMs) {
        return "point \"" + point.id() + "\" was ended at " + show(endedMs) + ", before time \"" + show(timeMs) + "\"";
    }

    private static Instant show(long ms) {
        return Instant.ofEpochMilli(ms);
    }
}
