package io.greenpark.park.sample;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What time each sample of a point stands for that counts and is no register's: its period, or from its time to the next
 * sample if that comes within the expected interval and the tolerance, else for the expected interval; never past now. Of values whose periods overlap only one
 * counts ({@link PeriodOverlaps}).
 *
 * @param spans in order of the times of their samples
 * @param replaced times in which a differing value was replaced or overlapped
 * @param findings samples that count nowhere, and why
 * @param heldToMs up to when the values that stand for now will stand, if nothing else comes; {@link Long#MIN_VALUE} where
 *     no value was cut off at now
 */
public record SampleSpans(List<Span> spans, List<Range> replaced, List<SampleFinding> findings, long heldToMs) {
    private static final long LONGEST_DAY_MS = Duration.ofHours(25).toMillis();

    /**
     * A value and the time it stands for, half-open.
     *
     * @param period whether it stands for a period of its own, and not until the next value
     * @param besideMs how far its stamp lies beside the grid of its period; 0 of a momentary value
     * @param toleranceMs how much time it may have in common with another
     */
    public record Span(
            Sample sample,
            PointFacts facts,
            long startMs,
            long endMs,
            boolean period,
            long besideMs,
            long toleranceMs) {}

    /** Time, half-open. */
    public record Range(long startMs, long endMs) {}

    /** How far from its own time a sample of the point may change what holds, in milliseconds; registers aside. */
    public static long reachMs(Point point) {
        return DatedFacts.of(point).stream()
                .mapToLong(SampleSpans::reachMs)
                .max()
                .orElse(0);
    }

    /** Its own period, and those that it takes from others. */
    private static long reachMs(DatedFacts f) {
        long length = f.day ? LONGEST_DAY_MS : f.lengthMs;
        return f.momentary ? f.holdMs : 2 * length + 2 * f.toleranceMs;
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
        private final List<DatedFacts> facts;
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
            this.facts = DatedFacts.of(point);
            this.clock = clock;
            this.hourMeans = hourMeans;
            this.nowMs = nowMs;
            this.values = new ValueCheck(point);
        }

        private SampleSpans make(List<Sample> samples, List<Long> correctedMs) {
            for (int i = 0; i < samples.size(); i++) {
                Sample s = samples.get(i);
                long nextMs = i + 1 < samples.size() ? samples.get(i + 1).timeMs() : Long.MAX_VALUE;
                try {
                    take(s, nextMs);
                } catch (RuntimeException e) {
                    throw PointArithmeticException.at(point, s, e);
                }
            }
            for (long at : correctedMs) {
                replaced.add(replaced(samples, at));
            }
            List<Span> counting = periods ? PeriodOverlaps.resolved(spans, clock, replaced, findings) : spans;
            return new SampleSpans(counting, replaced, findings, heldToMs);
        }

        private void take(Sample s, long nextMs) {
            DatedFacts now = DatedFacts.at(facts, s.timeMs());
            if (now == null || !s.flag().isNormal()) {
                return;
            }
            if (now.momentary) {
                takeMomentary(now, s, nextMs);
            } else {
                SamplePeriod period = SamplePeriod.of(facts, now, clock, s.timeMs());
                if (valid(period.facts(), s)) {
                    takePeriod(period, s);
                }
            }
        }

        private boolean valid(DatedFacts held, Sample s) {
            Reason fault = values.fault(held.facts, s.value());
            if (fault != null) {
                findings.add(new SampleFinding(SampleFinding.Kind.INVALID, s.timeMs(), s.value(), fault));
            }
            return fault == null;
        }

        private void takeMomentary(DatedFacts now, Sample s, long nextMs) {
            if (now.facts.kind() == PointKind.STATE || !valid(now, s) || !now.gauge) {
                return;
            }
            long until = holdEnd(now, s.timeMs(), nextMs);
            if (until > nowMs) {
                heldToMs = Math.max(heldToMs, until);
                until = nowMs;
            }
            if (until > s.timeMs()) {
                spans.add(new Span(s, now.facts, s.timeMs(), until, false, 0, 0));
            }
        }

        private void takePeriod(SamplePeriod period, Sample s) {
            DatedFacts held = period.facts();
            if (hourMeans && !period.fits() && held.lengthMs >= HOUR_MS) {
                Reason reason =
                        Reason.besideGrid(Duration.ofMillis(period.besideMs()), Duration.ofMillis(held.toleranceMs));
                findings.add(new SampleFinding(SampleFinding.Kind.BESIDE_THE_GRID, s.timeMs(), s.value(), reason));
                return;
            }
            periods = true;
            spans.add(new Span(
                    s, held.facts, period.startMs(), period.endMs(), true, period.besideMs(), held.toleranceMs));
        }

        /** The tolerance only reaches the next value; nothing stands past the facts it was sent under. */
        private static long holdEnd(DatedFacts now, long timeMs, long nextMs) {
            long end = nextMs <= timeMs + now.holdMs ? nextMs : timeMs + now.dueMs;
            return Math.min(end, now.untilMs);
        }

        /** The time for which a value stands, or would stand, that replaced another of its own time. */
        private Range replaced(List<Sample> samples, long timeMs) {
            DatedFacts now = DatedFacts.at(facts, timeMs);
            if (now != null && !now.momentary) {
                SamplePeriod period = SamplePeriod.of(facts, now, clock, timeMs);
                return new Range(period.startMs(), period.endMs());
            }
            if (now == null || !now.gauge) {
                return new Range(timeMs - 1, timeMs + 1);
            }
            long end = Math.min(holdEnd(now, timeMs, nextAfter(samples, timeMs)), nowMs);
            return new Range(timeMs, Math.max(timeMs + 1, end));
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
