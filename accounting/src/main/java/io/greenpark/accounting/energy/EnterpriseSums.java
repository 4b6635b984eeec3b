package io.greenpark.accounting.energy;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.HourBooking;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Adds up the hours of an enterprise's boundary points, and these to days and months, where freshly booked hours stand in
 * for stored ones. What belongs to the boundary, and to which carrier, is asked of the facts valid at each hour.
 */
final class EnterpriseSums {
    private final Handle handle;
    private final StoredHours stored;
    private final String enterprise;
    private final List<Point> points;
    private final ParkTime time;

    EnterpriseSums(Handle handle, StoredHours stored, String enterprise, List<Point> points, ParkTime time) {
        this.handle = handle;
        this.stored = stored;
        this.enterprise = enterprise;
        this.points = points;
        this.time = time;
    }

    /** Changed sums of hours, days and months after some points' hours were booked. */
    Map<Step, SumTable.Sums> changed(List<PointHours.Outcome> outcomes, TimeRange span) {
        Map<Step, SumTable.Sums> changed = new EnumMap<>(Step.class);
        SumTable.Sums hours = hours(outcomes, span);
        changed.put(Step.HOUR, changedHours(hours, span));
        changed.put(Step.DAY, grown(Step.HOUR, Step.DAY, changed.get(Step.HOUR)));
        changed.put(Step.MONTH, grown(Step.DAY, Step.MONTH, changed.get(Step.DAY)));
        return changed;
    }

    private SumTable.Sums hours(List<PointHours.Outcome> outcomes, TimeRange span) {
        Map<String, List<HourBooking>> fresh = new HashMap<>();
        outcomes.forEach(o -> fresh.put(o.point().id(), o.hours()));
        SumTable.Sums sums = new SumTable.Sums();
        for (Point point : points) {
            TreeMap<Long, HourBooking> bookings = new TreeMap<>();
            stored.of(point.id(), span.fromMs(), span.toMs()).forEach((hour, was) -> bookings.put(hour, was.booking()));
            fresh.getOrDefault(point.id(), List.of()).forEach(h -> bookings.put(h.hourMs(), h));
            bookings.subMap(span.fromMs(), span.toMs()).forEach((hour, booking) -> {
                PointFacts facts = point.factsAt(Instant.ofEpochMilli(hour))
                        .orElse(point.facts().get(0));
                Carrier carrier = facts.carrier();
                if (facts.boundary() && carrier != null) {
                    sums.add(carrier, hour, Sum.of(booking));
                }
            });
        }
        return sums;
    }

    private SumTable.Sums changedHours(SumTable.Sums now, TimeRange span) {
        SumTable.Sums stored = SumTable.of(handle, Step.HOUR, List.of(enterprise), span.fromMs(), span.toMs());
        SumTable.Sums changed = new SumTable.Sums();
        for (Carrier carrier : Carrier.values()) {
            TreeSet<Long> starts = new TreeSet<>(now.of(carrier).keySet());
            starts.addAll(stored.of(carrier).keySet());
            for (long start : starts) {
                keepIfChanged(changed, carrier, start, now.at(carrier, start), stored.at(carrier, start));
            }
        }
        return changed;
    }

    private static void keepIfChanged(SumTable.Sums changed, Carrier carrier, long start, Sum now, Sum stored) {
        if (!now.equals(stored)) {
            changed.put(carrier, start, now);
        }
    }

    /** Sums of the larger periods in which smaller ones changed. */
    private SumTable.Sums grown(Step small, Step large, SumTable.Sums changedSmall) {
        SumTable.Sums changed = new SumTable.Sums();
        LongUnaryOperator startOf =
                ms -> time.startOf(large, Instant.ofEpochMilli(ms)).toEpochMilli();
        for (Carrier carrier : List.copyOf(changedSmall.carriers())) {
            TreeMap<Long, Sum> fresh = changedSmall.of(carrier);
            if (fresh.isEmpty()) {
                continue;
            }
            long from = startOf.applyAsLong(fresh.firstKey());
            long to = time.endOf(large, Instant.ofEpochMilli(startOf.applyAsLong(fresh.lastKey())))
                    .toEpochMilli();
            TreeMap<Long, Sum> parts = new TreeMap<>(
                    SumTable.of(handle, small, List.of(enterprise), from, to).of(carrier));
            parts.putAll(fresh);
            TreeSet<Long> touched = new TreeSet<>();
            fresh.keySet().forEach(ms -> touched.add(startOf.applyAsLong(ms)));
            SumTable.Sums stored = SumTable.of(handle, large, List.of(enterprise), from, to);
            for (long start : touched) {
                long end = time.endOf(large, Instant.ofEpochMilli(start)).toEpochMilli();
                Sum sum = parts.subMap(start, end).values().stream().reduce(Sum.NOTHING, Sum::plus);
                keepIfChanged(changed, carrier, start, sum, stored.at(carrier, start));
            }
        }
        return changed;
    }
}
