package io.greenpark.dashboards.api;

import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyBooking;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.point.Delivery;
import io.greenpark.accounting.point.OutletDelivery;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What stations delivered, day by day. */
final class Stations {
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

    private static boolean atBoundary(Point point) {
        return EnergyBooking.concerns(point) && point.facts().stream().anyMatch(f -> f.boundary());
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

    /** The metering of those of some enterprises that have meters at their boundary. */
    List<StationRow> metering(List<Enterprise> enterprises, EnergyAccounts energy) {
        List<Enterprise> metered = enterprises.stream()
                .filter(e -> registry.pointsOfEnterprise(e.id()).stream().anyMatch(Stations::atBoundary))
                .toList();
        Map<String, List<EnergyRow>> rows = energy.eachEnterprise(
                metered.stream().map(Enterprise::id).toList(), from, to, Step.DAY, ElectricityBasis.EQUIVALENT);
        return metered.stream()
                .map(e -> new StationRow(
                        e.id(),
                        e.name(),
                        e.id(),
                        e.name(),
                        registry.parkOf(e).name(),
                        days(rows.getOrDefault(e.id(), List.of()), registry.timeOf(e.id())),
                        invalid(e.id(), Stations::atBoundary)))
                .toList();
    }

    private Map<LocalDate, Delivery> days(List<EnergyRow> rows, ParkTime time) {
        Map<LocalDate, Delivery> days = new TreeMap<>();
        for (EnergyRow row : rows) {
            // Before a meter began and after it ended nothing is due.
            if (!row.to().isAfter(clock.instant()) && row.unmetered() == null) {
                long length = Duration.between(row.from(), row.to()).toMillis();
                long known = Math.round(row.coverage().completeness() * length);
                days.put(time.dayOf(row.from()), new Delivery(length, known, 0, 0));
            }
        }
        return days;
    }
}
