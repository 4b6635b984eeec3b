package io.greenpark.accounting.discharge;

import io.greenpark.accounting.finding.PointFindings;
import io.greenpark.accounting.work.HeldValue;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.discharge.DischargeMean;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.discharge.DischargeMean.Part;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.sample.SampleSpans;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Recomputes the means of one point: of its touched hours and those around that depend on them, and of their days. */
final class PointMeans {
    private static final Duration DAY = Duration.ofDays(1);

    private final Point point;
    private final ParkTime time;
    private final DayMeanParts parts;
    private final long reachMs;
    /** The touched hours and those that depend on what lies in them. */
    private final TimeRange hours;

    private final List<TimeRange> days;

    PointMeans(Point point, ParkTime time, TimeRange touched, DayMeanParts parts) {
        this.point = point;
        this.time = time;
        this.parts = parts;
        this.reachMs = SampleSpans.reachMs(point);
        this.hours = new TimeRange(
                startMs(Step.HOUR, touched.fromMs() - reachMs),
                endMs(Step.HOUR, startMs(Step.HOUR, touched.toMs() + reachMs)));
        this.days = eachDay();
    }

    private long startMs(Step step, long timeMs) {
        return time.startOf(step, Instant.ofEpochMilli(timeMs)).toEpochMilli();
    }

    private long endMs(Step step, long startMs) {
        return time.endOf(step, Instant.ofEpochMilli(startMs)).toEpochMilli();
    }

    private List<TimeRange> eachDay() {
        List<TimeRange> each = new ArrayList<>();
        for (long from = startMs(Step.DAY, hours.fromMs()); from < hours.toMs(); ) {
            long to = endMs(Step.DAY, from);
            each.add(new TimeRange(from, to));
            from = to;
        }
        return each;
    }

    /** The samples it takes: those around the hours, and whole days of which not all parts are known. */
    TimeRange neededSamples() {
        TimeRange needed = hours.widened(reachMs);
        for (TimeRange day : days) {
            if (!parts.knowsDay(point.id(), day, hours)) {
                needed = needed.span(day.widened(reachMs));
            }
        }
        return needed;
    }

    /** The means that differ from those in the books. */
    BookedMeans compute(Handle handle, ReadingStore readings, VoidedMeans voided, long nowMs) {
        TimeRange needed = neededSamples();
        List<Sample> samples = readings.range(point.id(), needed.fromMs(), needed.toMs());
        TimeRange evidence = needed.span(days.get(0)).span(days.get(days.size() - 1));
        List<Long> corrected = readings.superseded(point.id(), evidence.fromMs(), evidence.toMs()).stream()
                .map(Sample::timeMs)
                .distinct()
                .toList();
        DischargeMean means = DischargeMean.of(point, time, samples, corrected, nowMs);
        List<ChangedMeans> changed = new ArrayList<>();
        if (point.facts().stream().anyMatch(f -> f.period().compareTo(DAY) < 0)) {
            changed.add(changed(handle, Step.HOUR, hourMeans(means)));
        }
        changed.add(changed(handle, Step.DAY, dayMeans(means, voided)));
        return new BookedMeans(
                changed,
                HeldValue.of(point.id(), nowMs, means.heldToMs(), hours),
                PointFindings.ofMeans(point.id(), hours, means.findings()));
    }

    /** That nothing is known of the hours, since their arithmetic failed. */
    BookedMeans missing(Handle handle) {
        Mean none = new Mean(null, 0, 0, Quality.MISSING);
        TreeMap<Long, Mean> eachHour = new TreeMap<>();
        eachHour(hour -> eachHour.put(hour.fromMs(), none));
        TreeMap<Long, Mean> eachDay = new TreeMap<>();
        days.forEach(day -> eachDay.put(day.fromMs(), none));
        return new BookedMeans(
                List.of(changed(handle, Step.HOUR, eachHour), changed(handle, Step.DAY, eachDay)),
                null,
                PointFindings.ofMeans(point.id(), hours, List.of()));
    }

    private void eachHour(Consumer<TimeRange> each) {
        for (long start = hours.fromMs(); start < hours.toMs(); ) {
            long end = endMs(Step.HOUR, start);
            each.accept(new TimeRange(start, end));
            start = end;
        }
    }

    private TreeMap<Long, Mean> hourMeans(DischargeMean means) {
        TreeMap<Long, Mean> each = new TreeMap<>();
        eachHour(hour -> each.put(hour.fromMs(), means.over(hour.fromMs(), hour.toMs())));
        return each;
    }

    private TreeMap<Long, Mean> dayMeans(DischargeMean means, VoidedMeans voided) {
        TreeMap<Long, Mean> each = new TreeMap<>();
        for (TimeRange day : days) {
            each.put(day.fromMs(), means.mean(wholeDay(day, means, voided), day.fromMs(), day.toMs()));
        }
        return each;
    }

    /** All of a day that is not voided: slices that meet the hours and unknown ones are added up, the others are known. */
    private Part wholeDay(TimeRange day, DischargeMean means, VoidedMeans voided) {
        Part whole = Part.NONE;
        for (TimeRange slice : DayMeanParts.slices(day)) {
            Part part = parts.get(point.id(), day, slice);
            if (part == null || hours.meets(slice)) {
                part = Part.NONE;
                for (TimeRange left : voided.left(point.id(), slice)) {
                    part = part.then(means.part(left.fromMs(), left.toMs(), day.toMs() - day.fromMs()));
                }
                parts.keep(point.id(), day, slice, part);
            }
            whole = whole.then(part);
        }
        return whole;
    }

    /** Keeps the means that differ from the books'; one that never was there and rests on nothing is left out. */
    private ChangedMeans changed(Handle handle, Step step, TreeMap<Long, Mean> means) {
        Map<Long, StoredMean> former =
                DischargeTable.load(handle, step, point.id(), means.firstKey(), means.lastKey() + 1);
        means.entrySet().removeIf(e -> {
            StoredMean was = former.get(e.getKey());
            return was == null ? e.getValue().mean() == null : was.mean().equals(e.getValue());
        });
        return new ChangedMeans(point.id(), step, means, former);
    }
}
