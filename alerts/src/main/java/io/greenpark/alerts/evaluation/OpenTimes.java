package io.greenpark.alerts.evaluation;

import io.greenpark.alerts.marking.MarkedTimes.Marked;
import io.greenpark.park.discharge.MeanValidity;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What marks leave of an hour or a day.
 *
 * @param ranges the times left, in order; they have no time in common
 * @param marks ids of the marks, sorted
 */
record OpenTimes(long fromMs, long toMs, List<Range> ranges, List<String> marks) {
    /** Time, half-open. */
    record Range(long fromMs, long toMs) {
        long lengthWithin(long from, long to) {
            return Math.max(0, Math.min(toMs, to) - Math.max(fromMs, from));
        }
    }

    /** @param marked times by when they begin; they may overlap */
    static OpenTimes of(long fromMs, long toMs, List<Marked> marked) {
        List<Range> ranges = new ArrayList<>();
        long openMs = fromMs;
        for (Marked each : marked) {
            if (each.fromMs() > openMs) {
                ranges.add(new Range(openMs, Math.min(each.fromMs(), toMs)));
            }
            openMs = Math.max(openMs, each.toMs());
        }
        if (openMs < toMs) {
            ranges.add(new Range(openMs, toMs));
        }
        TreeSet<String> marks = new TreeSet<>();
        marked.forEach(m -> marks.add(m.mark()));
        return new OpenTimes(fromMs, toMs, List.copyOf(ranges), List.copyOf(marks));
    }

    /** The same without what is left of hours of which too little is: an hour counts in its day or it does not. */
    OpenTimes wholeHours(ParkTime time, int minPercent) {
        List<Range> whole = new ArrayList<>();
        for (long from = fromMs; from < toMs; ) {
            long to = Math.min(
                    toMs, time.endOf(Step.HOUR, Instant.ofEpochMilli(from)).toEpochMilli());
            if (MeanValidity.isValid((double) openWithin(from, to) / (to - from), minPercent)) {
                addWithin(from, to, whole);
            }
            from = to;
        }
        return new OpenTimes(fromMs, toMs, List.copyOf(whole), marks);
    }

    private long openWithin(long from, long to) {
        return ranges.stream().mapToLong(r -> r.lengthWithin(from, to)).sum();
    }

    private void addWithin(long from, long to, List<Range> whole) {
        for (Range r : ranges) {
            if (r.lengthWithin(from, to) > 0) {
                whole.add(new Range(Math.max(r.fromMs(), from), Math.min(r.toMs(), to)));
            }
        }
    }
}
