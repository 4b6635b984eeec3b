package io.greenpark.park.sample;

import io.greenpark.park.reason.Reason;
import io.greenpark.park.sample.SampleFinding.Kind;
import io.greenpark.park.sample.SampleSpans.Range;
import io.greenpark.park.sample.SampleSpans.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of values whose periods have more than the tolerance in common, one counts: that whose stamp lies nearer to its grid, of
 * equally near ones that which arrived later, then that of the later time. A value that another one is preferred to does
 * not count, as a whole, whatever becomes of that other one: so each depends on its neighbours alone.
 */
final class PeriodOverlaps {
    private static final int SECOND_CLOCK = 3;

    private static final Comparator<Span> LESS_PREFERRED_FIRST = Comparator.comparingLong(Span::besideMs)
            .reversed()
            .thenComparingLong(s -> s.sample().arrivalMs())
            .thenComparingLong(s -> s.sample().timeMs());

    private final List<Span> byStart;
    private final long longestMs;

    private PeriodOverlaps(List<Span> byStart, long longestMs) {
        this.byStart = byStart;
        this.longestMs = longestMs;
    }

    /** The spans that count, of any kind; those that lose a differing value, and what is to be told, are added. */
    static List<Span> resolved(List<Span> spans, HourClock clock, List<Range> replaced, List<SampleFinding> findings) {
        if (!overlapping(spans)) {
            return spans;
        }
        List<Span> periods = new ArrayList<>(spans);
        periods.removeIf(s -> !s.period());
        periods.sort(Comparator.comparingLong(Span::startMs));
        long longest =
                periods.stream().mapToLong(s -> s.endMs() - s.startMs()).max().orElse(0);
        return new PeriodOverlaps(periods, longest).resolve(spans, clock, replaced, findings);
    }

    private static boolean overlapping(List<Span> spans) {
        Span before = null;
        for (Span s : spans) {
            if (s.period()) {
                if (before != null && (s.startMs() < before.startMs() || overlap(before, s))) {
                    return true;
                }
                before = s;
            }
        }
        return false;
    }

    private static boolean overlap(Span a, Span b) {
        long common = Math.min(a.endMs(), b.endMs()) - Math.max(a.startMs(), b.startMs());
        return common > 0 && common > Math.max(a.toleranceMs(), b.toleranceMs());
    }

    private List<Span> resolve(List<Span> spans, HourClock clock, List<Range> replaced, List<SampleFinding> findings) {
        Set<Long> lost = new HashSet<>();
        Map<Long, Integer> ofDay = new HashMap<>();
        for (int i = 0; i < byStart.size(); i++) {
            Span s = byStart.get(i);
            Span preferred = preferred(i);
            if (preferred != null) {
                lost.add(s.sample().timeMs());
                if (s.sample().value() != preferred.sample().value()) {
                    replaced.add(new Range(s.startMs(), s.endMs()));
                }
                tell(s, preferred, ofDay.merge(clock.dayOf(s.sample().timeMs()), 1, Integer::sum), findings);
            }
        }
        return spans.stream().filter(s -> !lost.contains(s.sample().timeMs())).toList();
    }

    /** A value that takes the place of another, if there is one a differing one; null if none does. */
    private @Nullable Span preferred(int i) {
        Span s = byStart.get(i);
        Span preferred = null;
        for (int j = first(s, i); j < byStart.size() && byStart.get(j).startMs() < s.endMs(); j++) {
            Span other = byStart.get(j);
            if (j != i && takes(other, s)) {
                preferred = other;
                if (other.sample().value() != s.sample().value()) {
                    break;
                }
            }
        }
        return preferred;
    }

    /** The first that may reach into the time of one. */
    private int first(Span s, int i) {
        int first = i;
        while (first > 0 && byStart.get(first - 1).startMs() > s.startMs() - longestMs) {
            first--;
        }
        return first;
    }

    private static boolean takes(Span other, Span s) {
        return overlap(other, s) && LESS_PREFERRED_FIRST.compare(other, s) > 0;
    }

    private static void tell(Span s, Span by, int overlaps, List<SampleFinding> findings) {
        long at = s.sample().timeMs();
        double value = s.sample().value();
        Instant other = Instant.ofEpochMilli(by.sample().timeMs());
        findings.add(new SampleFinding(Kind.OVERLAPPED, at, value, Reason.overlappedBy(other)));
        if (overlaps == SECOND_CLOCK) {
            findings.add(new SampleFinding(Kind.SECOND_CLOCK, at, value, Reason.secondClock(overlaps)));
        }
    }
}
