package io.greenpark.dashboards.api;

import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.energy.EnergyBooking;
import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.point.Delivery;
import io.greenpark.accounting.point.MeterDelivery;
import io.greenpark.accounting.point.OutletDelivery;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What stations delivered, day by day. */
final class Stations {
    private static final int HOURS_OF_DAY = 24;
    /** Of 2,000 meters a month. */
    private static final long MAX_HOURS = 1_500_000;

    private final Registry registry;
    private final LocalDate from;
    private final LocalDate to;
    private final Clock clock;
    private final Map<String, Map<LocalDate, Integer>> invalid = new HashMap<>();

    Stations(Registry registry, LocalDate from, LocalDate to, Clock clock) {
        this.registry = registry;
        this.from = from;
        this.to = to;
        this.clock = clock;
    }

    /** Counts the values of points that were invalid. */
    void countInvalid(Findings findings) {
        ParkTime time = Subject.district(registry.facts().districtId()).time(registry);
        // A day in another zone may begin earlier or end later.
        findings.invalid(time.startOf(from.minusDays(1)), time.startOf(to.plusDays(1)), (point, hourMs, count) -> {
            LocalDate day = registry.timeOfPoint(point).dayOf(Instant.ofEpochMilli(hourMs));
            if (!day.isBefore(from) && day.isBefore(to)) {
                invalid.computeIfAbsent(point, p -> new HashMap<>()).merge(day, count, Integer::sum);
            }
        });
    }

    private Map<LocalDate, Integer> invalid(String enterprise, Predicate<Point> which) {
        Map<LocalDate, Integer> sums = new HashMap<>();
        registry.pointsOfEnterprise(enterprise).stream().filter(which).forEach(p -> invalid.getOrDefault(
                        p.id(), Map.of())
                .forEach((day, n) -> sums.merge(day, n, Integer::sum)));
        return sums;
    }

    /** The outlets of some enterprises. */
    List<StationRow> outlets(List<Enterprise> enterprises, OutletDelivery delivery) {
        Map<ParkTime, List<Point>> byTime = new LinkedHashMap<>();
        for (Enterprise e : enterprises) {
            registry.pointsOfEnterprise(e.id()).stream()
                    .filter(DischargeBooker::concerns)
                    .forEach(p -> byTime.computeIfAbsent(registry.timeOf(e.id()), t -> new ArrayList<>())
                            .add(p));
        }
        Map<String, Map<LocalDate, Delivery>> byOutlet = new LinkedHashMap<>();
        byTime.forEach((time, points) -> {
            Map<String, TreeMap<LocalDate, Delivery>> byPoint = delivery.of(points, time, from, to);
            points.forEach(p -> add(byOutlet, p, byPoint.getOrDefault(p.id(), new TreeMap<>())));
        });
        List<StationRow> rows = new ArrayList<>();
        for (Enterprise e : enterprises) {
            for (Outlet outlet : registry.outletsOfEnterprise(e.id())) {
                rows.add(new StationRow(
                        outlet.id(),
                        StationRow.Kind.OUTLET,
                        outlet.name(),
                        e.id(),
                        e.name(),
                        registry.parkOf(e).name(),
                        byOutlet.getOrDefault(outlet.id(), Map.of()),
                        invalid(e.id(), p -> outlet.id().equals(p.outletId()))));
            }
        }
        return rows;
    }

    private static void add(
            Map<String, Map<LocalDate, Delivery>> byOutlet, Point point, Map<LocalDate, Delivery> days) {
        if (point.outletId() != null) {
            Map<LocalDate, Delivery> sums = byOutlet.computeIfAbsent(point.outletId(), o -> new TreeMap<>());
            days.forEach((day, delivered) -> sums.merge(day, delivered, Delivery::plus));
        }
    }

    /** The energy meters of some enterprises. */
    List<StationRow> meters(List<Enterprise> enterprises, MeterDelivery delivery) {
        Map<ParkTime, List<Point>> byTime = new LinkedHashMap<>();
        for (Enterprise e : enterprises) {
            meters(e).forEach(p -> byTime.computeIfAbsent(registry.timeOf(e.id()), t -> new ArrayList<>())
                    .add(p));
        }
        requireFew(byTime.values().stream().mapToInt(List::size).sum());
        Map<String, Map<LocalDate, Delivery>> byPoint = new HashMap<>();
        byTime.forEach((time, points) -> byPoint.putAll(delivery.of(points, time, from, to)));
        List<StationRow> rows = new ArrayList<>();
        for (Enterprise e : enterprises) {
            for (Point p : meters(e)) {
                rows.add(new StationRow(
                        p.id(),
                        StationRow.Kind.METER,
                        p.name(),
                        e.id(),
                        e.name(),
                        registry.parkOf(e).name(),
                        byPoint.getOrDefault(p.id(), Map.of()),
                        invalid.getOrDefault(p.id(), Map.of())));
            }
        }
        return rows;
    }

    /** Those in use in the span; one that ended before has delivered nothing in it. */
    private List<Point> meters(Enterprise e) {
        Instant begin = registry.timeOf(e.id()).startOf(from);
        return registry.pointsOfEnterprise(e.id()).stream()
                .filter(p -> p.outletId() == null && EnergyBooking.concerns(p))
                .filter(p -> p.endedAt() == null || p.endedAt().isAfter(begin))
                .toList();
    }

    /** The hours of all of them are gone through. */
    private void requireFew(int meters) {
        long hours = meters * ChronoUnit.DAYS.between(from, to) * HOURS_OF_DAY;
        if (hours > MAX_HOURS) {
            throw Problem.badRequest(new Bilingual(
                    meters + " 个计量器具在此时段共 " + hours + " 个小时值；一次最多 " + MAX_HOURS + " 个，请缩短时段或只选一个园区",
                    meters + " meters over this span are " + hours + " hours; at most " + MAX_HOURS
                            + " are gone through at a time, ask for a shorter span or one park"));
        }
    }
}
