package io.greenpark.park.registry;

import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the bureau has told the platform, as one immutable, already checked snapshot with the look-ups that doors,
 * accounts and rules need. A reload makes a new one; users ask {@link RegistrySource#current()} per batch.
 */
public final class Registry {
    private final Facts facts;
    private final Map<String, Park> parks;
    private final Map<String, Enterprise> enterprises;
    private final Map<String, Outlet> outlets;
    private final Map<String, Gateway> gateways;
    private final Map<String, Device> devices;
    private final Map<String, Point> points;
    private final Map<String, Map<String, Point>> pointsByDevice = new HashMap<>();
    private final Map<String, List<Point>> pointsByEnterprise = new HashMap<>();
    private final Map<String, List<Limit>> limitsByPoint = new HashMap<>();
    private final Map<String, Map<YearMonth, MonthlyStatistic>> statistics = new HashMap<>();

    /** All facts as flat lists; references between them must hold, which the registry check sees to. */
    public record Facts(
            District district,
            List<Park> parks,
            List<Enterprise> enterprises,
            List<Outlet> outlets,
            List<Gateway> gateways,
            List<Device> devices,
            List<Point> points,
            List<MonthlyStatistic> statistics,
            List<CoefficientSet> coefficientSets,
            List<Target> targets,
            List<Limit> limits) {
        public Facts {
            parks = List.copyOf(parks);
            enterprises = List.copyOf(enterprises);
            outlets = List.copyOf(outlets);
            gateways = List.copyOf(gateways);
            devices = List.copyOf(devices);
            points = List.copyOf(points);
            statistics = List.copyOf(statistics);
            coefficientSets = List.copyOf(coefficientSets);
            targets = List.copyOf(targets);
            limits = List.copyOf(limits);
        }

        public String districtId() {
            return district.id();
        }

        /** The same in another district. */
        public Facts with(District other) {
            return new Facts(
                    other,
                    parks,
                    enterprises,
                    outlets,
                    gateways,
                    devices,
                    points,
                    statistics,
                    coefficientSets,
                    targets,
                    limits);
        }
    }

    public Registry(Facts facts) {
        this.facts = facts;
        parks = index(facts.parks(), Park::id);
        enterprises = index(facts.enterprises(), Enterprise::id);
        outlets = index(facts.outlets(), Outlet::id);
        gateways = index(facts.gateways(), Gateway::id);
        devices = index(facts.devices(), Device::id);
        points = index(facts.points(), Point::id);
        for (Point p : facts.points()) {
            pointsByDevice
                    .computeIfAbsent(p.deviceId(), d -> new LinkedHashMap<>())
                    .put(p.key(), p);
            pointsByEnterprise
                    .computeIfAbsent(p.enterpriseId(), e -> new ArrayList<>())
                    .add(p);
        }
        for (Limit l : facts.limits()) {
            limitsByPoint.computeIfAbsent(l.pointId(), p -> new ArrayList<>()).add(l);
        }
        for (MonthlyStatistic s : facts.statistics()) {
            statistics.computeIfAbsent(s.enterpriseId(), e -> new HashMap<>()).put(s.month(), s);
        }
    }

    private static <T> Map<String, T> index(List<T> items, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T item : items) {
            if (byId.put(id.apply(item), item) != null) {
                throw new IllegalArgumentException("registry: id \"" + id.apply(item) + "\" appears twice");
            }
        }
        return byId;
    }

    public Facts facts() {
        return facts;
    }

    public Optional<Park> park(String id) {
        return Optional.ofNullable(parks.get(id));
    }

    public Optional<Enterprise> enterprise(String id) {
        return Optional.ofNullable(enterprises.get(id));
    }

    /** The park an enterprise lies in; the registry check guarantees that there is one. */
    public Park parkOf(Enterprise enterprise) {
        Park park = parks.get(enterprise.parkId());
        if (park == null) {
            throw new IllegalStateException("enterprise " + enterprise.id() + " has no park");
        }
        return park;
    }

    /** The calendar of an enterprise's park; that of Chinese parks for an enterprise that left the registry. */
    public ParkTime timeOf(@Nullable String enterpriseId) {
        Enterprise enterprise = enterpriseId == null ? null : enterprises.get(enterpriseId);
        return enterprise == null ? ParkTime.shanghai() : parkOf(enterprise).time();
    }

    /** The calendar of the park a point lies in, as {@link #timeOf}. */
    public ParkTime timeOfPoint(String pointId) {
        Point point = points.get(pointId);
        return timeOf(point == null ? null : point.enterpriseId());
    }

    public Optional<Outlet> outlet(String id) {
        return Optional.ofNullable(outlets.get(id));
    }

    public Optional<Gateway> gateway(String id) {
        return Optional.ofNullable(gateways.get(id));
    }

    public Optional<Device> device(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    /** Whether a device has a point that takes readings at a time; one that left the registry has none. */
    public boolean inUse(String deviceId, Instant at) {
        return pointsOfDevice(deviceId).values().stream()
                .anyMatch(p -> p.endedAt() == null || p.endedAt().isAfter(at));
    }

    public Optional<Point> point(String id) {
        return Optional.ofNullable(points.get(id));
    }

    /** The points of a device by the keys they are sent under. */
    public Map<String, Point> pointsOfDevice(String deviceId) {
        return pointsByDevice.getOrDefault(deviceId, Map.of());
    }

    public List<Point> pointsOfEnterprise(String enterpriseId) {
        return pointsByEnterprise.getOrDefault(enterpriseId, List.of());
    }

    public List<Enterprise> enterprisesOfPark(String parkId) {
        return facts.enterprises().stream()
                .filter(e -> e.parkId().equals(parkId))
                .toList();
    }

    public List<Outlet> outletsOfEnterprise(String enterpriseId) {
        return facts.outlets().stream()
                .filter(o -> o.enterpriseId().equals(enterpriseId))
                .toList();
    }

    /** The limits of a point that are in force at a time. */
    public List<Limit> limitsAt(String pointId, Instant at) {
        return limitsByPoint.getOrDefault(pointId, List.of()).stream()
                .filter(l -> !l.validFrom().isAfter(at)
                        && (l.validTo() == null || l.validTo().isAfter(at)))
                .toList();
    }

    public Optional<MonthlyStatistic> statistic(String enterpriseId, YearMonth month) {
        return Optional.ofNullable(
                statistics.getOrDefault(enterpriseId, Map.of()).get(month));
    }

    /** The coefficient set of a basis that applies to a day; of several the one that starts last. */
    public Optional<CoefficientSet> coefficientsAt(LocalDate day, CoefficientSet.ElectricityBasis basis) {
        return facts.coefficientSets().stream()
                .filter(c -> c.basis() == basis
                        && !c.validFrom().isAfter(day)
                        && (c.validTo() == null || c.validTo().isAfter(day)))
                .max((a, b) -> a.validFrom().compareTo(b.validFrom()));
    }

    /** The target assigned to exactly this subject for a year. */
    public Optional<Target> target(Subject subject, int year) {
        return facts.targets().stream()
                .filter(t -> t.subject().equals(subject) && t.fromYear() <= year && year <= t.toYear())
                .findFirst();
    }
}
