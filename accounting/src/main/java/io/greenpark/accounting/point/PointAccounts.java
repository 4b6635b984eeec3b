package io.greenpark.accounting.point;

import io.greenpark.accounting.discharge.DischargeAccounts;
import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.energy.EnergyBooking;
import io.greenpark.accounting.point.PointSeries.What;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.registry.Point;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/** Reads what points say over time. Any thread may ask. */
public final class PointAccounts {
    private final Books books;
    private final DischargeAccounts discharges;
    private final Clock clock;

    public PointAccounts(Books books, DischargeAccounts discharges, Clock clock) {
        this.books = books;
        this.discharges = discharges;
        this.clock = clock;
    }

    /** Whether what the point says is made of its readings when it is asked for, since the books keep nothing of it. */
    public static boolean madeOfReadings(Point point) {
        return !DischargeBooker.concerns(point) && !EnergyBooking.concerns(point);
    }

    /** Some points, in their order, over the periods that the time from {@code from} to {@code to} touches, of one calendar. */
    public List<PointSeries> series(List<Point> points, ParkTime time, Step step, Instant from, Instant to) {
        PeriodSpan span = new PeriodSpan(time, step, from, to);
        Map<String, List<PointPeriod>> periods = new HashMap<>(outlets(points, span));
        periods.putAll(books.read(handle -> others(handle, points, time, span)));
        return points.stream()
                .map(p -> series(p, span, periods.getOrDefault(p.id(), List.of())))
                .toList();
    }

    private Map<String, List<PointPeriod>> outlets(List<Point> points, PeriodSpan span) {
        List<String> outlets = ids(points, DischargeBooker::concerns);
        TimeRange whole = span.whole();
        Map<String, List<PointPeriod>> means = new HashMap<>();
        discharges
                .rows(
                        outlets,
                        Instant.ofEpochMilli(whole.fromMs()),
                        Instant.ofEpochMilli(whole.toMs()),
                        OutletMeans.booked(span.step()))
                .forEach((point, rows) -> means.put(point, OutletMeans.of(rows, span)));
        return means;
    }

    private Map<String, List<PointPeriod>> others(Handle handle, List<Point> points, ParkTime time, PeriodSpan span) {
        MeterAmounts amounts = MeterAmounts.load(handle, ids(points, PointAccounts::isMeter), span);
        Map<String, List<PointPeriod>> others = new HashMap<>();
        for (Point point : points) {
            if (isMeter(point)) {
                others.put(point.id(), amounts.of(point));
            } else if (madeOfReadings(point)) {
                ReadingStore readings = books.ports(handle).readings();
                others.put(point.id(), ReadingMeans.of(point, readings, time, span, clock.millis()));
            }
        }
        return others;
    }

    private static List<String> ids(List<Point> points, Predicate<Point> which) {
        return points.stream().filter(which).map(Point::id).toList();
    }

    /** Whether a point's periods are amounts or means. */
    static What what(Point point) {
        return isMeter(point) ? What.AMOUNT : What.MEAN;
    }

    /** The unit that a point's periods are in. */
    static Unit unit(Point point) {
        return isMeter(point) ? MeterAmounts.unit(point) : point.currentFacts().unit();
    }

    /** Whether what the point says is booked as an amount of energy, and of no outlet. */
    static boolean isMeter(Point point) {
        return !DischargeBooker.concerns(point) && EnergyBooking.concerns(point);
    }

    private PointSeries series(Point point, PeriodSpan span, List<PointPeriod> periods) {
        long now = clock.millis();
        int known =
                (int) periods.stream().filter(p -> p.to().toEpochMilli() <= now).count();
        return new PointSeries(
                point, unit(point), what(point), Math.max(known, span.expected(point, now)), known, periods);
    }
}
