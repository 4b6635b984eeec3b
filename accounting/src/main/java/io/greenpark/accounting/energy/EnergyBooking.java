package io.greenpark.accounting.energy;

import io.greenpark.accounting.work.ReadingPrefetch;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.accounting.work.WorkTable;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksTx;
import io.greenpark.store.books.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * One portion of energy bookings of one enterprise: computed on a reading connection, written in a short transaction.
 * Between the two nobody else changes readings or bookings, since one thread does both.
 */
public final class EnergyBooking {
    private final String enterprise;
    private final List<PointHours.Outcome> outcomes;
    private final Map<Step, SumTable.Sums> sums;

    private EnergyBooking(String enterprise, List<PointHours.Outcome> outcomes, Map<Step, SumTable.Sums> sums) {
        this.enterprise = enterprise;
        this.outcomes = outcomes;
        this.sums = sums;
    }

    /** Whether a point's readings are booked as energy. */
    public static boolean concerns(Point point) {
        return point.facts().stream().anyMatch(f -> f.carrier() != null);
    }

    /** The samples that booking these hours usually asks for. */
    public static TimeRange reach(Point point, TimeRange touched) {
        return PointHours.reach(point, touched);
    }

    /** Computes what touched hours of points come to. */
    public static EnergyBooking prepare(
            Handle handle,
            ReadingStore readings,
            ReadingPrefetch ahead,
            Registry registry,
            Enterprise enterprise,
            Map<Point, TimeRange> touched) {
        Map<Point, TimeRange> metered = new LinkedHashMap<>(touched);
        metered.keySet().removeIf(p -> !concerns(p));
        if (metered.isEmpty()) {
            return new EnergyBooking(enterprise.id(), List.of(), Map.of());
        }
        ParkTime time = registry.parkOf(enterprise).time();
        List<Point> points = registry.pointsOfEnterprise(enterprise.id()).stream()
                .filter(EnergyBooking::concerns)
                .toList();
        StoredHours stored =
                StoredHours.load(handle, points.stream().map(Point::id).toList(), around(metered));
        List<PointHours.Outcome> outcomes = new ArrayList<>();
        metered.forEach((point, span) -> outcomes.add(new PointHours(stored, readings, ahead, point, time).book(span)));
        long from = outcomes.stream().mapToLong(o -> o.span().fromMs()).min().getAsLong();
        long to = outcomes.stream().mapToLong(o -> o.span().toMs()).max().getAsLong();
        EnterpriseSums sums = new EnterpriseSums(handle, stored, enterprise.id(), points, time);
        return new EnergyBooking(enterprise.id(), outcomes, sums.changed(outcomes, new TimeRange(from, to)));
    }

    /** Hours that the bookings of these points usually look at. */
    private static TimeRange around(Map<Point, TimeRange> touched) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Map.Entry<Point, TimeRange> e : touched.entrySet()) {
            TimeRange reach = PointHours.reach(e.getKey(), e.getValue());
            from = Math.min(from, reach.fromMs());
            to = Math.max(to, reach.toMs());
        }
        return new TimeRange(from, to);
    }

    /** Writes the bookings, what follows from them, the marks, and the work that is left. */
    public void write(BooksTx tx, long nowMs, Duration historyAfter) {
        HourTable.write(tx.handle(), outcomes, nowMs, historyAfter);
        Map<String, List<TimeRange>> further = new LinkedHashMap<>();
        for (PointHours.Outcome o : outcomes) {
            TimeRange left = o.further();
            if (left != null) {
                further.put(o.point().id(), List.of(left));
            }
        }
        WorkTable.note(tx.handle(), further);
        sums.forEach((step, changed) -> {
            SumTable.write(tx.handle(), step, enterprise, changed);
            TreeSet<Long> starts = new TreeSet<>();
            changed.carriers().forEach(c -> starts.addAll(changed.of(c).keySet()));
            tx.marks().mark(kind(step), enterprise, starts);
            if (step == Step.MONTH) {
                starts.forEach(start -> WorkTable.noteMonth(tx.handle(), enterprise, start));
            }
        });
    }

    private static Mark.Kind kind(Step step) {
        return switch (step) {
            case HOUR -> Mark.Kind.ENERGY_HOUR;
            case DAY -> Mark.Kind.ENERGY_DAY;
            case MONTH -> Mark.Kind.ENERGY_MONTH;
        };
    }
}
