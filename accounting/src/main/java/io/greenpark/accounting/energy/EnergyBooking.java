package io.greenpark.accounting.energy;

import io.greenpark.accounting.work.Span;
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

    /** Computes what touched hours of points come to. */
    public static EnergyBooking prepare(
            Handle handle, ReadingStore readings, Registry registry, Enterprise enterprise, Map<Point, Span> touched) {
        ParkTime time = registry.parkOf(enterprise).time();
        List<PointHours.Outcome> outcomes = new ArrayList<>();
        touched.forEach((point, span) -> {
            if (concerns(point)) {
                outcomes.add(new PointHours(handle, readings, point, time).book(span));
            }
        });
        if (outcomes.isEmpty()) {
            return new EnergyBooking(enterprise.id(), outcomes, Map.of());
        }
        long from = outcomes.stream().mapToLong(o -> o.span().fromMs()).min().getAsLong();
        long to = outcomes.stream().mapToLong(o -> o.span().toMs()).max().getAsLong();
        List<Point> points = registry.pointsOfEnterprise(enterprise.id()).stream()
                .filter(EnergyBooking::concerns)
                .toList();
        EnterpriseSums sums = new EnterpriseSums(handle, enterprise.id(), points, time);
        return new EnergyBooking(enterprise.id(), outcomes, sums.changed(outcomes, new Span(from, to)));
    }

    /** Writes the bookings, what follows from them, the marks, and the work that is left. */
    public void write(BooksTx tx, long nowMs, Duration historyAfter) {
        for (PointHours.Outcome o : outcomes) {
            HourTable.write(tx.handle(), o.point().id(), o.changed(), o.former(), nowMs, historyAfter);
            Span further = o.further();
            if (further != null) {
                WorkTable.note(tx.handle(), o.point().id(), List.of(further));
            }
        }
        sums.forEach((step, changed) -> {
            SumTable.write(tx.handle(), step, enterprise, changed);
            TreeSet<Long> starts = new TreeSet<>();
            changed.carriers().forEach(c -> starts.addAll(changed.of(c).keySet()));
            starts.forEach(start -> tx.marks().mark(kind(step), enterprise, start));
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
