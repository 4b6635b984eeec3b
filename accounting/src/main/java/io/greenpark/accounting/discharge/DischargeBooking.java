package io.greenpark.accounting.discharge;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.ReadingPrefetch;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.discharge.DischargeMean;
import io.greenpark.park.discharge.DischargeMean.Mean;
import io.greenpark.park.discharge.DischargeMean.Part;
import io.greenpark.park.energy.HourlyEnergy;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** One portion of hourly and daily means of discharge points: computed on a reading connection, written shortly after. */
public final class DischargeBooking {
    private static final Duration DAY = Duration.ofDays(1);

    private record Means(Point point, Step step, Map<Long, Mean> changed, Map<Long, DischargeTable.Stored> former) {}

    private final List<Means> means = new ArrayList<>();
    private final Handle handle;
    private final ReadingStore readings;
    private final ReadingPrefetch ahead;
    private final DayParts parts;
    private final ParkTime time;

    private DischargeBooking(
            Handle handle, ReadingStore readings, ReadingPrefetch ahead, DayParts parts, ParkTime time) {
        this.handle = handle;
        this.readings = readings;
        this.ahead = ahead;
        this.parts = parts;
        this.time = time;
    }

    /** Whether means are kept of a point: a gauge at an outlet. */
    public static boolean concerns(Point point) {
        return point.outletId() != null && point.facts().stream().anyMatch(f -> f.kind() == PointKind.GAUGE);
    }

    /** Computes the means of touched hours and their days. */
    public static DischargeBooking prepare(
            Handle handle,
            ReadingStore readings,
            ReadingPrefetch ahead,
            DayParts parts,
            ParkTime time,
            Map<Point, TimeRange> touched) {
        DischargeBooking booking = new DischargeBooking(handle, readings, ahead, parts, time);
        touched.forEach((point, span) -> {
            if (concerns(point)) {
                booking.book(point, span);
            }
        });
        return booking;
    }

    private static TimeRange days(Point point, ParkTime time, TimeRange touched) {
        long reach = HourlyEnergy.reachMs(point);
        Instant first = time.startOf(Step.DAY, Instant.ofEpochMilli(touched.fromMs() - reach));
        Instant last = time.startOf(Step.DAY, Instant.ofEpochMilli(touched.toMs() + reach));
        return new TimeRange(first.toEpochMilli(), time.endOf(Step.DAY, last).toEpochMilli());
    }

    private static TimeRange around(TimeRange span, long reach) {
        return new TimeRange(span.fromMs() - reach, span.toMs() + reach);
    }

    /** The hours in which samples of a day lie: the last may be stamped with the day's end. */
    private static TimeRange hoursOf(TimeRange day) {
        return new TimeRange(day.fromMs(), day.toMs() + HOUR_MS);
    }

    private static TimeRange dayFrom(ParkTime time, long fromMs) {
        return new TimeRange(
                fromMs, time.endOf(Step.DAY, Instant.ofEpochMilli(fromMs)).toEpochMilli());
    }

    /** The samples that booking these hours asks for: those around them, and whole days of which not enough is known. */
    public static TimeRange reach(Point point, ParkTime time, TimeRange touched, DayParts parts) {
        TimeRange reach = around(touched, 2 * HourlyEnergy.reachMs(point));
        TimeRange days = days(point, time, touched);
        for (long from = days.fromMs(); from < days.toMs(); ) {
            TimeRange day = dayFrom(time, from);
            TimeRange hours = hoursOf(day);
            if (!parts.knows(point.id(), from, hours, touched)) {
                reach = new TimeRange(Math.min(reach.fromMs(), hours.fromMs()), Math.max(reach.toMs(), hours.toMs()));
            }
            from = day.toMs();
        }
        return reach;
    }

    private void book(Point point, TimeRange touched) {
        TimeRange reach = reach(point, time, touched, parts);
        TreeMap<Long, Sample> samples = new TreeMap<>();
        ahead.range(readings, point.id(), reach.fromMs(), reach.toMs()).forEach(s -> samples.put(s.timeMs(), s));
        TimeRange days = days(point, time, touched);
        TimeRange evidence = hoursOf(days);
        List<Long> corrected = readings.superseded(point.id(), evidence.fromMs(), evidence.toMs()).stream()
                .map(Sample::timeMs)
                .distinct()
                .toList();
        if (point.facts().stream().anyMatch(f -> f.period().compareTo(DAY) < 0)) {
            bookHours(point, touched, samples, corrected);
        }
        bookDays(point, days, touched, samples, corrected);
    }

    private void bookHours(Point point, TimeRange touched, NavigableMap<Long, Sample> samples, List<Long> corrected) {
        long reach = HourlyEnergy.reachMs(point);
        long from = time.startOf(Step.HOUR, Instant.ofEpochMilli(touched.fromMs() - reach))
                .toEpochMilli();
        long to = touched.toMs() + reach;
        TreeMap<Long, Mean> all = new TreeMap<>();
        for (long start = from; start < to; ) {
            long end = time.endOf(Step.HOUR, Instant.ofEpochMilli(start)).toEpochMilli();
            all.put(
                    start,
                    DischargeMean.over(
                            point, time, within(samples, start - reach, end + reach), corrected, start, end));
            start = end;
        }
        note(point, Step.HOUR, new TimeRange(from, all.isEmpty() ? from : all.lastKey() + HOUR_MS), all);
    }

    private void bookDays(
            Point point, TimeRange days, TimeRange touched, NavigableMap<Long, Sample> samples, List<Long> corrected) {
        TreeMap<Long, Mean> all = new TreeMap<>();
        for (long from = days.fromMs(); from < days.toMs(); ) {
            TimeRange day = dayFrom(time, from);
            all.put(
                    from,
                    DischargeMean.of(point, time, whole(point, day, touched, samples), corrected, from, day.toMs()));
            from = day.toMs();
        }
        note(point, Step.DAY, days, all);
    }

    /** A day's samples together: of the touched hours and the unknown ones as they are, of the others as they were. */
    private Part whole(Point point, TimeRange day, TimeRange touched, NavigableMap<Long, Sample> samples) {
        TimeRange hours = hoursOf(day);
        Part whole = Part.NONE;
        for (long hour = hours.fromMs(); hour < hours.toMs(); hour += HOUR_MS) {
            Part part = parts.of(point.id(), day.fromMs(), hour);
            if (part == null || hour >= touched.fromMs() && hour < touched.toMs()) {
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

    /** Notes what differs from what stands; a mean that never stood and rests on nothing is left out. */
    private void note(Point point, Step step, TimeRange span, TreeMap<Long, Mean> all) {
        Map<Long, DischargeTable.Stored> former =
                DischargeTable.of(handle, step, point.id(), span.fromMs(), span.toMs());
        all.entrySet().removeIf(e -> {
            DischargeTable.Stored was = former.get(e.getKey());
            return was == null ? e.getValue().validSamples() == 0 : was.mean().equals(e.getValue());
        });
        means.add(new Means(point, step, all, former));
    }

    /** Writes what changed and marks it. */
    public void write(BooksTx tx, long nowMs, Duration historyAfter) {
        for (Means m : means) {
            DischargeTable.write(tx.handle(), m.step(), m.point().id(), m.changed(), m.former(), nowMs, historyAfter);
            Mark.Kind kind = m.step() == Step.HOUR ? Mark.Kind.DISCHARGE_HOUR : Mark.Kind.DISCHARGE_DAY;
            tx.marks().mark(kind, m.point().id(), m.changed().keySet());
        }
    }
}
