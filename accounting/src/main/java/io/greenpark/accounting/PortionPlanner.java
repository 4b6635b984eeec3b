package io.greenpark.accounting;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.energy.EnergyBooking;
import io.greenpark.accounting.work.AccountWorkTable;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Cuts the noted work into portions: the next hours of some enterprises, as many as are worth reading together. */
final class PortionPlanner {
    private static final int MIN_HOURS = 24;
    /** Enterprises are read together up to about this many samples. */
    private static final int MAX_SAMPLES = 250_000;

    private final DischargeBooker discharge;
    private final int chunkHours;

    PortionPlanner(DischargeBooker discharge, int chunkHours) {
        this.discharge = discharge;
        this.chunkHours = chunkHours;
    }

    /** The next portions of the first enterprises of an agenda, which are taken off it. */
    List<WorkPortion> next(Handle handle, Registry registry, Queue<String> agenda) {
        List<WorkPortion> portions = new ArrayList<>();
        for (long samples = 0; !agenda.isEmpty() && samples < MAX_SAMPLES; ) {
            Optional<WorkPortion> portion =
                    registry.enterprise(agenda.remove()).flatMap(e -> portion(handle, registry, e));
            if (portion.isPresent()) {
                portions.add(portion.get());
                samples += portion.get().expectedSamples();
            }
        }
        return portions;
    }

    private Optional<WorkPortion> portion(Handle handle, Registry registry, Enterprise enterprise) {
        List<Point> points = registry.pointsOfEnterprise(enterprise.id());
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<TimeRange>> work =
                AccountWorkTable.load(handle, points.stream().map(Point::id).toList());
        if (work.isEmpty()) {
            return Optional.empty();
        }
        ParkTime time = registry.parkOf(enterprise).time();
        long until = untilMs(work);
        Map<Point, TimeRange> touched = touched(points, work, until);
        return Optional.of(new WorkPortion(enterprise, time, work, touched, neededSamples(touched, time), until));
    }

    /** The fewer points have work, the more of their hours make a portion. */
    private long untilMs(Map<String, List<TimeRange>> work) {
        long from = work.values().stream()
                .mapToLong(ranges -> ranges.get(0).fromMs())
                .min()
                .getAsLong();
        return from + Math.max(MIN_HOURS, chunkHours / work.size()) * HOUR_MS;
    }

    private static Map<Point, TimeRange> touched(List<Point> points, Map<String, List<TimeRange>> work, long untilMs) {
        Map<Point, TimeRange> touched = new LinkedHashMap<>();
        for (Point point : points) {
            work.getOrDefault(point.id(), List.of()).stream()
                    .filter(range -> range.fromMs() < untilMs)
                    .map(range -> new TimeRange(range.fromMs(), Math.min(range.toMs(), untilMs)))
                    .reduce(TimeRange::span)
                    .ifPresent(range -> touched.put(point, range));
        }
        return touched;
    }

    private Map<String, TimeRange> neededSamples(Map<Point, TimeRange> touched, ParkTime time) {
        Map<String, TimeRange> needed = new HashMap<>();
        touched.forEach((point, hours) -> {
            TimeRange samples = neededSamples(point, hours, time);
            if (samples != null) {
                needed.put(point.id(), samples);
            }
        });
        return needed;
    }

    private @Nullable TimeRange neededSamples(Point point, TimeRange touched, ParkTime time) {
        if (DischargeBooker.concerns(point)) {
            return discharge.neededSamples(point, time, touched);
        }
        return EnergyBooking.concerns(point) ? EnergyBooking.neededSamples(point, touched) : null;
    }
}
