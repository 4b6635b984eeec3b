package io.greenpark.accounting.point;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.discharge.DischargeMean;
import io.greenpark.park.discharge.DischargeMean.Extremes;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.sample.SampleSpans;
import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Means of points of which the books keep none, made of their readings. A state counts like any value: the mean of one that is
 * 0 or 1 is the share of time in which it was 1.
 */
final class ReadingMeans {
    private ReadingMeans() {}

    static List<PointPeriod> of(Point any, ReadingStore readings, ParkTime time, PeriodSpan span, long nowMs) {
        Point point = asGauge(any);
        TimeRange needed = span.whole().widened(SampleSpans.reachMs(point));
        List<Sample> samples = readings.range(point.id(), needed.fromMs(), needed.toMs());
        List<Long> corrected = readings.superseded(point.id(), needed.fromMs(), needed.toMs()).stream()
                .map(Sample::timeMs)
                .distinct()
                .toList();
        DischargeMean means = DischargeMean.of(point, time, samples, corrected, nowMs);
        List<PointPeriod> periods = new ArrayList<>();
        for (TimeRange period : span.periods()) {
            Mean mean = means.over(period.fromMs(), period.toMs());
            Extremes extremes = means.extremes(period.fromMs(), period.toMs());
            if (mean.mean() != null && extremes != null) {
                periods.add(new PointPeriod(
                        Instant.ofEpochMilli(period.fromMs()),
                        Instant.ofEpochMilli(period.toMs()),
                        mean.mean(),
                        extremes.min(),
                        extremes.max(),
                        mean.validSamples(),
                        Coverage.measured(mean.completeness()),
                        mean.quality()));
            }
        }
        return periods;
    }

    private static Point asGauge(Point p) {
        List<PointFacts> facts = p.facts().stream()
                .map(f -> f.kind() == PointKind.STATE ? f.as(PointKind.GAUGE) : f)
                .toList();
        return new Point(
                p.id(),
                p.deviceId(),
                p.key(),
                p.enterpriseId(),
                p.outletId(),
                p.quantity(),
                p.name(),
                facts,
                p.replacements(),
                p.endedAt());
    }
}
