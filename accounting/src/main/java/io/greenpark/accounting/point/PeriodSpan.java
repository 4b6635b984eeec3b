package io.greenpark.accounting.point;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hours, days or months one after the other: all that begin in a span, and the one in which it begins. */
final class PeriodSpan {
    private final Step step;
    private final List<TimeRange> periods = new ArrayList<>();

    PeriodSpan(ParkTime time, Step step, Instant from, Instant to) {
        this.step = step;
        for (Instant at = time.startOf(step, from); at.isBefore(to); ) {
            Instant end = time.endOf(step, at);
            periods.add(new TimeRange(at.toEpochMilli(), end.toEpochMilli()));
            at = end;
        }
    }

    Step step() {
        return step;
    }

    List<TimeRange> periods() {
        return periods;
    }

    /** From the begin of the first to the end of the last. */
    TimeRange whole() {
        return periods.isEmpty()
                ? new TimeRange(0, 0)
                : new TimeRange(
                        periods.get(0).fromMs(), periods.get(periods.size() - 1).toMs());
    }

    /** Which of the periods a time lies in; -1 for none. */
    int indexOf(long timeMs) {
        int low = 0;
        int high = periods.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            TimeRange period = periods.get(middle);
            if (period.contains(timeMs)) {
                return middle;
            } else if (period.toMs() <= timeMs) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** How many periods are over by a time in which a point was in use. */
    int expected(Point point, long nowMs) {
        return (int) periods.stream()
                .filter(p -> p.toMs() <= nowMs && usedMs(point, p) > 0)
                .count();
    }

    /** For how much of a period the point was in use. */
    static long usedMs(Point point, TimeRange period) {
        Instant ended = point.endedAt();
        long from = Math.max(period.fromMs(), point.facts().get(0).validFrom().toEpochMilli());
        long to = ended == null ? period.toMs() : Math.min(period.toMs(), ended.toEpochMilli());
        return Math.max(0, to - from);
    }
}
