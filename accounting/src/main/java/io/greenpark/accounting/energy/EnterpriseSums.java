package io.greenpark.accounting.energy;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.EnergyHour;
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
import org.jdbi.v3.core.Handle;

/**
 * Adds up the hours of an enterprise's boundary points, and these to days and months, with freshly booked hours in place of
 * stored ones. What belongs to the boundary, and to which carrier, is asked of the facts valid at each hour.
 */
final class EnterpriseSums {
    private final Handle handle;
    private final StoredPointHours stored;
    private final String enterprise;
    private final List<Point> points;
    private final ParkTime time;

    EnterpriseSums(Handle handle, StoredPointHours stored, String enterprise, List<Point> points, ParkTime time) {
        this.handle = handle;
        this.stored = stored;
        this.enterprise = enterprise;
        this.points = points;
        this.time = time;
    }

    /** The sums of hours, days and months that change with freshly booked hours of some points. */
    Map<Step, EnergySums> changed(List<PointBooking> fresh) {
        TimeRange range =
                fresh.stream().map(PointBooking::range).reduce(TimeRange::span).orElseThrow();
        Map<Step, EnergySums> changed = new EnumMap<>(Step.class);
        changed.put(Step.HOUR, changedHours(hours(fresh, range), range));
        changed.put(Step.DAY, changedPeriods(Step.DAY, Step.HOUR, changed.get(Step.HOUR)));
        changed.put(Step.MONTH, changedPeriods(Step.MONTH, Step.DAY, changed.get(Step.DAY)));
        return changed;
    }

    private EnergySums hours(List<PointBooking> fresh, TimeRange range) {
        Map<String, List<EnergyHour>> freshHours = new HashMap<>();
        fresh.forEach(f -> freshHours.put(f.point().id(), f.hours()));
        EnergySums sums = new EnergySums();
        for (Point point : points) {
            TreeMap<Long, EnergyHour> hours = new TreeMap<>();
            stored.of(point.id(), range.fromMs(), range.toMs()).forEach((start, was) -> hours.put(start, was.hour()));
            freshHours.getOrDefault(point.id(), List.of()).forEach(h -> hours.put(h.hourMs(), h));
            hours.subMap(range.fromMs(), range.toMs()).forEach((start, hour) -> add(sums, point, hour));
        }
        return sums;
    }

    private static void add(EnergySums sums, Point point, EnergyHour hour) {
        PointFacts facts = point.factsAt(Instant.ofEpochMilli(hour.hourMs()))
                .orElse(point.facts().get(0));
        Carrier carrier = facts.carrier();
        if (facts.boundary() && carrier != null) {
            sums.add(
                    carrier,
                    hour.hourMs(),
                    EnergySum.of(hour).times(facts.counting().factor()));
        }
    }

    private EnergySums changedHours(EnergySums now, TimeRange range) {
        EnergySums former = EnergyTable.load(handle, Step.HOUR, List.of(enterprise), range.fromMs(), range.toMs());
        EnergySums changed = new EnergySums();
        for (Carrier carrier : Carrier.values()) {
            TreeSet<Long> starts = new TreeSet<>(now.of(carrier).keySet());
            starts.addAll(former.of(carrier).keySet());
            for (long start : starts) {
                keepIfChanged(changed, carrier, start, now.at(carrier, start), former.at(carrier, start));
            }
        }
        return changed;
    }

    private static void keepIfChanged(
            EnergySums changed, Carrier carrier, long startMs, EnergySum now, EnergySum former) {
        if (!now.equals(former)) {
            changed.put(carrier, startMs, now);
        }
    }

    /** The sums of larger periods that change with the smaller ones in them. */
    private EnergySums changedPeriods(Step large, Step small, EnergySums changedSmall) {
        EnergySums changed = new EnergySums();
        for (Carrier carrier : List.copyOf(changedSmall.carriers())) {
            TreeMap<Long, EnergySum> fresh = changedSmall.of(carrier);
            if (!fresh.isEmpty()) {
                addChanged(changed, large, small, carrier, fresh);
            }
        }
        return changed;
    }

    private void addChanged(
            EnergySums changed, Step large, Step small, Carrier carrier, TreeMap<Long, EnergySum> fresh) {
        long from = startMs(large, fresh.firstKey());
        long to = endMs(large, startMs(large, fresh.lastKey()));
        TreeMap<Long, EnergySum> parts = new TreeMap<>(
                EnergyTable.load(handle, small, List.of(enterprise), from, to).of(carrier));
        parts.putAll(fresh);
        EnergySums former = EnergyTable.load(handle, large, List.of(enterprise), from, to);
        TreeSet<Long> touched = new TreeSet<>();
        fresh.keySet().forEach(ms -> touched.add(startMs(large, ms)));
        for (long start : touched) {
            EnergySum sum = parts.subMap(start, endMs(large, start)).values().stream()
                    .reduce(EnergySum.NOTHING, EnergySum::plus);
            keepIfChanged(changed, carrier, start, sum, former.at(carrier, start));
        }
    }

    private long startMs(Step step, long timeMs) {
        return time.startOf(step, Instant.ofEpochMilli(timeMs)).toEpochMilli();
    }

    private long endMs(Step step, long startMs) {
        return time.endOf(step, Instant.ofEpochMilli(startMs)).toEpochMilli();
    }
}
