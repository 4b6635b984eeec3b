package io.greenpark.accounting.discharge;

import io.greenpark.accounting.work.ReadAhead;
import io.greenpark.accounting.work.Span;
import io.greenpark.park.discharge.DischargeMean;
import io.greenpark.park.discharge.DischargeMean.Mean;
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
    private final ReadAhead ahead;
    private final ParkTime time;

    private DischargeBooking(Handle handle, ReadingStore readings, ReadAhead ahead, ParkTime time) {
        this.handle = handle;
        this.readings = readings;
        this.ahead = ahead;
        this.time = time;
    }

    /** Whether means are kept of a point: a gauge at an outlet. */
    public static boolean concerns(Point point) {
        return point.outletId() != null && point.facts().stream().anyMatch(f -> f.kind() == PointKind.GAUGE);
    }

    /** Computes the means of touched hours and their days. */
    public static DischargeBooking prepare(
            Handle handle, ReadingStore readings, ReadAhead ahead, ParkTime time, Map<Point, Span> touched) {
        DischargeBooking booking = new DischargeBooking(handle, readings, ahead, time);
        touched.forEach((point, span) -> {
            if (concerns(point)) {
                booking.book(point, span);
            }
        });
        return booking;
    }

    private static Span days(Point point, ParkTime time, Span touched) {
        long reach = HourlyEnergy.reachMs(point);
        Instant first = time.startOf(Step.DAY, Instant.ofEpochMilli(touched.fromMs() - reach));
        Instant last = time.startOf(Step.DAY, Instant.ofEpochMilli(touched.toMs() + reach));
        return new Span(first.toEpochMilli(), time.endOf(Step.DAY, last).toEpochMilli());
    }

    /** The samples that booking these hours asks for. */
    public static Span reach(Point point, ParkTime time, Span touched) {
        long reach = HourlyEnergy.reachMs(point);
        Span days = days(point, time, touched);
        return new Span(days.fromMs() - reach, days.toMs() + reach);
    }

    private void book(Point point, Span touched) {
        long reach = HourlyEnergy.reachMs(point);
        Span days = days(point, time, touched);
        Span around = reach(point, time, touched);
        TreeMap<Long, Sample> samples = new TreeMap<>();
        ahead.range(readings, point.id(), around.fromMs(), around.toMs()).forEach(s -> samples.put(s.timeMs(), s));
        List<Long> corrected = readings.superseded(point.id(), around.fromMs(), around.toMs()).stream()
                .map(Sample::timeMs)
                .distinct()
                .toList();
        if (point.facts().stream().anyMatch(f -> f.period().compareTo(DAY) < 0)) {
            book(point, Step.HOUR, days, samples, corrected, reach);
        }
        book(point, Step.DAY, days, samples, corrected, reach);
    }

    private void book(
            Point point, Step step, Span span, NavigableMap<Long, Sample> samples, List<Long> corrected, long reach) {
        Map<Long, DischargeTable.Stored> former =
                DischargeTable.of(handle, step, point.id(), span.fromMs(), span.toMs());
        Map<Long, Mean> changed = new TreeMap<>();
        for (long start = span.fromMs(); start < span.toMs(); ) {
            long end = time.endOf(step, Instant.ofEpochMilli(start)).toEpochMilli();
            List<Sample> near = List.copyOf(
                    samples.subMap(start - reach, true, end + reach, false).values());
            Mean mean = DischargeMean.over(point, time, near, corrected, start, end);
            DischargeTable.Stored was = former.get(start);
            if (was == null ? mean.validSamples() > 0 : !was.mean().equals(mean)) {
                changed.put(start, mean);
            }
            start = end;
        }
        means.add(new Means(point, step, changed, former));
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
