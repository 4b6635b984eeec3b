package io.greenpark.accounting.discharge;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.discharge.DischargeMean;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.discharge.DischargeMean.Part;
import io.greenpark.park.energy.EnergyHourCalculation;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Recomputes the means of one point: of its touched hours, and of their days. */
final class PointMeans {
    private static final Duration DAY = Duration.ofDays(1);

    private final Point point;
    private final ParkTime time;
    private final TimeRange touched;
    private final DayMeanParts parts;
    private final long reachMs;
    private final TimeRange days;

    PointMeans(Point point, ParkTime time, TimeRange touched, DayMeanParts parts) {
        this.point = point;
        this.time = time;
        this.touched = touched;
        this.parts = parts;
        this.reachMs = EnergyHourCalculation.reachMs(point);
        this.days = new TimeRange(
                startMs(Step.DAY, touched.fromMs() - reachMs),
                endMs(Step.DAY, startMs(Step.DAY, touched.toMs() + reachMs)));
    }

    private long startMs(Step step, long timeMs) {
        return time.startOf(step, Instant.ofEpochMilli(timeMs)).toEpochMilli();
    }

    private long endMs(Step step, long startMs) {
        return time.endOf(step, Instant.ofEpochMilli(startMs)).toEpochMilli();
    }

    /** The hours in which samples of a day lie: the last may be stamped with the day's end. */
    private static TimeRange hoursOf(TimeRange day) {
        return new TimeRange(day.fromMs(), day.toMs() + HOUR_MS);
    }

    /** The samples it takes: those around the touched hours, and whole days of which not all parts are known. */
    TimeRange neededSamples() {
        TimeRange needed = touched.widened(2 * reachMs);
        for (TimeRange day : eachDay()) {
            TimeRange hours = hoursOf(day);
            if (!parts.knowsDay(point.id(), day.fromMs(), hours, touched)) {
                needed = needed.span(hours);
            }
        }
        return needed;
    }

    private List<TimeRange> eachDay() {
        List<TimeRange> each = new ArrayList<>();
        for (long from = days.fromMs(); from < days.toMs(); ) {
            long to = endMs(Step.DAY, from);
            each.add(new TimeRange(from, to));
            from = to;
        }
        return each;
    }

    /** The means that differ from those in the books. */
    List<ChangedMeans> compute(Handle handle, ReadingStore readings) {
        TimeRange needed = neededSamples();
        TreeMap<Long, Sample> samples = new TreeMap<>();
        readings.range(point.id(), needed.fromMs(), needed.toMs()).forEach(s -> samples.put(s.timeMs(), s));
        TimeRange evidence = hoursOf(days);
        List<Long> corrected = readings.superseded(point.id(), evidence.fromMs(), evidence.toMs()).stream()
                .map(Sample::timeMs)
                .distinct()
                .toList();
        List<ChangedMeans> changed = new ArrayList<>();
        if (point.facts().stream().anyMatch(f -> f.period().compareTo(DAY) < 0)) {
            changed.add(changed(handle, Step.HOUR, hourMeans(samples, corrected)));
        }
        changed.add(changed(handle, Step.DAY, dayMeans(samples, corrected)));
        return changed;
    }

    private TreeMap<Long, Mean> hourMeans(NavigableMap<Long, Sample> samples, List<Long> corrected) {
        TreeMap<Long, Mean> means = new TreeMap<>();
        long to = touched.toMs() + reachMs;
        for (long start = startMs(Step.HOUR, touched.fromMs() - reachMs); start < to; ) {
            long end = endMs(Step.HOUR, start);
            List<Sample> around = within(samples, start - reachMs, end + reachMs);
            means.put(start, DischargeMean.over(point, time, around, corrected, start, end));
            start = end;
        }
        return means;
    }

    private TreeMap<Long, Mean> dayMeans(NavigableMap<Long, Sample> samples, List<Long> corrected) {
        TreeMap<Long, Mean> means = new TreeMap<>();
        for (TimeRange day : eachDay()) {
            means.put(
                    day.fromMs(),
                    DischargeMean.of(point, time, wholeDay(day, samples), corrected, day.fromMs(), day.toMs()));
        }
        return means;
    }

    /** All samples of a day: the touched hours and unknown ones are added up, the others are known. */
    private Part wholeDay(TimeRange day, NavigableMap<Long, Sample> samples) {
        TimeRange hours = hoursOf(day);
        Part whole = Part.NONE;
        for (long hour = hours.fromMs(); hour < hours.toMs(); hour += HOUR_MS) {
            Part part = parts.get(point.id(), day.fromMs(), hour);
            if (part == null || touched.contains(hour)) {
                part = DischargeMean.part(point, time, within(samples, hour, hour + HOUR_MS), day.fromMs(), day.toMs());
                parts.keep(point.id(), day.fromMs(), hours, hour, part);
            }
            whole = whole.plus(part);
        }
        return whole;
    }

    private static List<Sample> within(NavigableMap<Long, Sample> samples, long fromMs, long toMs) {
        return List.copyOf(samples.subMap(fromMs, true, toMs, false).values());
    }

    /** Keeps the means that differ from the books'; one that never was there and rests on nothing is left out. */
    private ChangedMeans changed(Handle handle, Step step, TreeMap<Long, Mean> means) {
        Map<Long, StoredMean> former =
                DischargeTable.load(handle, step, point.id(), means.firstKey(), means.lastKey() + 1);
        means.entrySet().removeIf(e -> {
            StoredMean was = former.get(e.getKey());
            return was == null ? e.getValue().validSamples() == 0 : was.mean().equals(e.getValue());
        });
        return new ChangedMeans(point.id(), step, means, former);
    }
}
