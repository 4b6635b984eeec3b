package io.greenpark.park.sample;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What time each sample of a point stands for that counts and is no register's: its period, or from its time to the next
 * sample, at most for the expected interval and the tolerance, and never past now. Of values whose periods overlap only one
 * counts ({@link PeriodOverlaps}).
 *
 * @param spans in order of the times of their samples
 * @param replaced times in which a differing value was replaced or overlapped
 * @param findings samples that count nowhere, and why
 * @param heldToMs up to when the values that stand for now will stand, if nothing else comes; {@link Long#MIN_VALUE} where
 *     no value was cut off at now
 */
public record SampleSpans(List<Span> spans, List<Range> replaced, List<SampleFinding> findings, long heldToMs) {
    private static final Duration LONGEST_DAY = Duration.ofHours(25);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * A value and the time it stands for, half-open.
     *
     * @param besideMs how far its stamp lies beside the grid of its period; 0 of a momentary value
     */
    public record Span(Sample sample, PointFacts facts, long startMs, long endMs, long besideMs) {
        /** Whether it stands for a period of its own, and not until the next value. */
        public boolean period() {
            return !SamplePeriod.momentary(facts);
        }
    }

    /** Time, half-open. */
    public record Range(long startMs, long endMs) {}

    /** How far from its own time a sample of the point may change what holds, in milliseconds; registers aside. */
    public static long reachMs(Point point) {
        long reach = 0;
        for (PointFacts f : point.facts()) {
            reach = Math.max(reach, reachMs(f));
        }
        return reach;
    }

    /** Its own period, and those that it takes from others. */
    private static long reachMs(PointFacts f) {
        if (SamplePeriod.momentary(f)) {
            return f.expectedInterval().toMillis() + SamplePeriod.toleranceMs(f);
        }
        long length = f.period().equals(DAY) ? LONGEST_DAY.toMillis() : SamplePeriod.lengthMs(f);
        return 2 * length + 2 * SamplePeriod.toleranceMs(f);
    }

    /**
     * The spans of samples.
     *
     * @param samples in order of time, each time once
     * @param correctedMs times at which a later reading replaced a differing one
     * @param hourMeans whether values are averaged, so that the mean of an hour or a day must fit one of the park's
     * @param nowMs no momentary value stands for time after it
     */
    public static SampleSpans of(
            Point point, HourClock clock, List<Sample> samples, List<Long> correctedMs, boolean hourMeans, long nowMs) {
        return new Maker(point, clock, hourMeans, nowMs).make(samples, correctedMs);
    }

    private static final class Maker {
        private final Point point;
        private final HourClock clock;
        private final boolean hourMeans;
        private final long nowMs;
        private final ValueCheck values;
        private final List<Span> spans = new ArrayList<>();
        private final List<Range> replaced = new ArrayList<>();
        private final List<SampleFinding> findings = new ArrayList<>();
        private boolean periods;
        private long heldToMs = Long.MIN_VALUE;

        private Maker(Point point, HourClock clock, boolean hourMeans, long nowMs) {
            this.point = point;
            this.clock = clock;
            this.hourMeans = hourMeans;
            this.nowMs = nowMs;
            this.values = new ValueCheck(point);
        }

        private SampleSpans make(List<Sample> samples, List<Long> correctedMs) {
            for (int i = 0; i < samples.size(); i++) {
                Sample s = samples.get(i);
                long nextMs = i + 1 < samples.size() ? samples.get(i + 1).timeMs() : Long.MAX_VALUE;
                PointArithmeticException.of(point, s, () -> take(s, nextMs));
            }
            for (long at : correctedMs) {
                replaced.add(replaced(samples, at));
            }
            List<Span> counting = periods ? PeriodOverlaps.resolved(spans, clock, replaced, findings) : spans;
            return new SampleSpans(counting, replaced, findings, heldToMs);
        }

        private void take(Sample s, long nextMs) {
            SamplePeriod period = SamplePeriod.of(point, clock, s.timeMs());
            PointFacts facts = period == null ? SamplePeriod.factsAt(point, s.timeMs()) : period.facts();
            if (facts != null && facts.kind() != PointKind.STATE && s.flag().isNormal() && valid(facts, s)) {
                add(facts, period, s, nextMs);
            }
        }

        private boolean valid(PointFacts facts, Sample s) {
            Reason fault = values.fault(facts, s.value());
            if (fault != null) {
                findings.add(new SampleFinding(SampleFinding.Kind.INVALID, s.timeMs(), s.value(), fault));
            }
            return fault == null;
        }

        private void add(PointFacts facts, @Nullable SamplePeriod period, Sample s, long nextMs) {
            if (period != null) {
                addPeriod(facts, period, s);
            } else if (facts.kind() == PointKind.GAUGE) {
                long until = Math.min(holdMs(facts, s.timeMs()), nextMs);
                if (until > nowMs) {
                    heldToMs = Math.max(heldToMs, until);
                    until = nowMs;
                }
                if (until > s.timeMs()) {
                    spans.add(new Span(s, facts, s.timeMs(), until, 0));
                }
            }
        }

        private void addPeriod(PointFacts facts, SamplePeriod period, Sample s) {
            if (hourMeans && !period.fits() && facts.period().compareTo(HOUR) >= 0) {
                Reason reason = Reason.besideGrid(
                        Duration.ofMillis(period.besideMs()), Duration.ofMillis(SamplePeriod.toleranceMs(facts)));
                findings.add(new SampleFinding(SampleFinding.Kind.BESIDE_THE_GRID, s.timeMs(), s.value(), reason));
                return;
            }
            periods = true;
            spans.add(new Span(s, facts, period.startMs(), period.endMs(), period.besideMs()));
        }

        /** Not past the facts it was sent under. */
        private long holdMs(PointFacts facts, long timeMs) {
            long longest = timeMs + facts.expectedInterval().toMillis() + SamplePeriod.toleranceMs(facts);
            for (PointFacts f : point.facts()) {
                long from = f.validFrom().toEpochMilli();
                if (from > timeMs) {
                    return Math.min(longest, from);
                }
            }
            return longest;
        }

        /** The time for which a value stands, or would stand, that replaced another of its own time. */
        private Range replaced(List<Sample> samples, long timeMs) {
            SamplePeriod period = SamplePeriod.of(point, clock, timeMs);
            if (period != null) {
                return new Range(period.startMs(), period.endMs());
            }
            PointFacts facts = SamplePeriod.factsAt(point, timeMs);
            if (facts == null || facts.kind() != PointKind.GAUGE) {
                return new Range(timeMs - 1, timeMs + 1);
            }
            long next = nextAfter(samples, timeMs);
            return new Range(timeMs, Math.max(timeMs + 1, Math.min(Math.min(holdMs(facts, timeMs), next), nowMs)));
        }

        private static long nextAfter(List<Sample> samples, long timeMs) {
            int low = 0;
            int high = samples.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (samples.get(middle).timeMs() <= timeMs) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low < samples.size() ? samples.get(low).timeMs() : Long.MAX_VALUE;
        }
    }
}
