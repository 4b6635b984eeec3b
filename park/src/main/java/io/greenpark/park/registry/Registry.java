package io.greenpark.park.registry;

import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
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
    /** Null where it is all there is. */
    private final @Nullable Surroundings surroundings;

    private final Map<String, Park> parks;
    private final Map<String, Enterprise> enterprises;
    private final Map<String, Outlet> outlets;
    private final Map<String, Gateway> gateways;
    private final Map<String, Device> devices;
    /** By gateway, that of devices without one being empty, and name as sent. */
    private final Map<String, Map<String, Device>> devicesAsSent;

    private final Map<String, Point> points;
    private final Map<String, Map<String, Point>> pointsByDevice;
    private final Map<String, List<Point>> pointsByEnterprise;
    private final Map<String, List<Enterprise>> enterprisesByPark;
    private final Map<String, List<Outlet>> outletsByEnterprise;
    private final Map<String, Limit> limits;
    private final Map<String, List<Limit>> limitsByPoint;
    private final Map<String, Map<YearMonth, MonthlyStatistic>> statistics;
    private final Map<String, MonthlyBill> bills;
    private final Map<YearMonth, List<ClosedMonth>> closings;
    private final Map<String, Target> targets;
    private final Map<Subject, List<Target>> targetsBySubject;
    private final Map<CoefficientSet.ElectricityBasis, List<CoefficientSet>> coefficients;

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
            List<MonthlyBill> bills,
            List<CoefficientSet> coefficientSets,
            List<Target> targets,
            List<Limit> limits,
            List<ClosedMonth> closings) {
        public Facts {
            parks = List.copyOf(parks);
            enterprises = List.copyOf(enterprises);
            outlets = List.copyOf(outlets);
            gateways = List.copyOf(gateways);
            devices = List.copyOf(devices);
            points = List.copyOf(points);
            statistics = List.copyOf(statistics);
            bills = List.copyOf(bills);
            coefficientSets = List.copyOf(coefficientSets);
            targets = List.copyOf(targets);
            limits = List.copyOf(limits);
            closings = List.copyOf(closings);
        }

        /** Facts without bills, and of which no month is closed. */
        public Facts(
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
            this(
                    district,
                    parks,
                    enterprises,
                    outlets,
                    gateways,
                    devices,
                    points,
                    statistics,
                    List.of(),
                    coefficientSets,
                    targets,
                    limits,
                    List.of());
        }

        public String districtId() {
            return district.id();
        }

        /** How many facts of their own these are: the district, and every park, enterprise, statistic ... */
        public int count() {
            return 1
                    + parks.size()
                    + enterprises.size()
                    + outlets.size()
                    + gateways.size()
                    + devices.size()
                    + points.size()
                    + statistics.size()
                    + bills.size()
                    + coefficientSets.size()
                    + targets.size()
                    + limits.size()
                    + closings.size();
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
                    bills,
                    coefficientSets,
                    targets,
                    limits,
                    closings);
        }
    }

    /**
     * What lies around the facts of a registry that is a part of a larger one: it has a name and a calendar there, and is not shown.
     *
     * @param parks in which enterprises of the facts lie
     * @param enterprises whose outlets, devices or points stand in the facts
     */
    public record Surroundings(Map<String, Park> parks, Map<String, Enterprise> enterprises) {
        public Surroundings {
            parks = Map.copyOf(parks);
            // In their order.
            enterprises = Collections.unmodifiableMap(new LinkedHashMap<>(enterprises));
        }
    }

    public Registry(Facts facts) {
        this(facts, null, null);
    }

    /** A part of a larger registry. */
    public Registry(Facts facts, Surroundings surroundings) {
        this(facts, null, surroundings);
    }

    /**
     * The same, quicker after a change of some facts.
     *
     * @param former what is looked up in lists that it has too is not gathered again
     */
    public Registry(Facts facts, @Nullable Registry former) {
        this(facts, former, null);
    }

    private Registry(Facts facts, @Nullable Registry former, @Nullable Surroundings surroundings) {
        this.facts = facts;
        this.surroundings = surroundings;
        Lookups lookups = new Lookups(facts, former);
        parks = lookups.of(Facts::parks, r -> r.parks, all -> LookUps.index(all, Park::id));
        enterprises = lookups.of(Facts::enterprises, r -> r.enterprises, all -> LookUps.index(all, Enterprise::id));
        outlets = lookups.of(Facts::outlets, r -> r.outlets, all -> LookUps.index(all, Outlet::id));
        gateways = lookups.of(Facts::gateways, r -> r.gateways, all -> LookUps.index(all, Gateway::id));
        devices = lookups.of(Facts::devices, r -> r.devices, all -> LookUps.index(all, Device::id));
        devicesAsSent = lookups.of(Facts::devices, r -> r.devicesAsSent, LookUps::asSent);
        points = lookups.of(Facts::points, r -> r.points, all -> LookUps.index(all, Point::id));
        limits = lookups.of(Facts::limits, r -> r.limits, all -> LookUps.index(all, Limit::id));
        targets = lookups.of(Facts::targets, r -> r.targets, all -> LookUps.index(all, Target::id));
        pointsByDevice = lookups.of(Facts::points, r -> r.pointsByDevice, LookUps::byDevice);
        pointsByEnterprise =
                lookups.of(Facts::points, r -> r.pointsByEnterprise, all -> LookUps.group(all, Point::enterpriseId));
        enterprisesByPark =
                lookups.of(Facts::enterprises, r -> r.enterprisesByPark, all -> LookUps.group(all, Enterprise::parkId));
        outletsByEnterprise =
                lookups.of(Facts::outlets, r -> r.outletsByEnterprise, all -> LookUps.group(all, Outlet::enterpriseId));
        limitsByPoint = lookups.of(Facts::limits, r -> r.limitsByPoint, all -> LookUps.group(all, Limit::pointId));
        targetsBySubject =
                lookups.of(Facts::targets, r -> r.targetsBySubject, all -> LookUps.group(all, Target::subject));
        coefficients = lookups.of(
                Facts::coefficientSets, r -> r.coefficients, all -> LookUps.group(all, CoefficientSet::basis));
        bills = lookups.of(
                Facts::bills,
                r -> r.bills,
                all -> LookUps.index(all, b -> b.key().id()));
        statistics = lookups.of(Facts::statistics, r -> r.statistics, LookUps::byMonth);
        closings = lookups.of(Facts::closings, r -> r.closings, LookUps::closingsByMonth);
    }

    private record Lookups(Facts facts, @Nullable Registry former) {
        @SuppressWarnings("ReferenceEquality") // a look at every fact would cost what is to be saved
        <T, X> X of(Function<Facts, List<T>> list, Function<Registry, X> made, Function<List<T>, X> make) {
            List<T> items = list.apply(facts);
            return former != null && list.apply(former.facts) == items ? made.apply(former) : make.apply(items);
        }
    }

    /** An enterprise of the facts or around them. */
    private @Nullable Enterprise named(String enterpriseId) {
        Enterprise own = enterprises.get(enterpriseId);
        return own == null && surroundings != null ? surroundings.enterprises.get(enterpriseId) : own;
    }

    private @Nullable Park surrounding(String parkId) {
        return surroundings == null ? null : surroundings.parks.get(parkId);
    }

    public Facts facts() {
        return facts;
    }

    /** Whether it is a part of a larger one. */
    public boolean isPart() {
        return surroundings != null;
    }

    /** What people call a subject, also one that lies around the facts; empty where the registry knows nothing of it. */
    Optional<Bilingual> nameOf(Subject subject) {
        return switch (subject.scope()) {
            case ENTERPRISE -> Optional.ofNullable(named(subject.id())).map(Enterprise::name);
            case PARK ->
                park(subject.id())
                        .or(() -> Optional.ofNullable(surrounding(subject.id())))
                        .map(Park::name);
            case DISTRICT ->
                Optional.of(facts.district())
                        .filter(d -> d.id().equals(subject.id()))
                        .map(District::name);
        };
    }

    public Optional<Park> park(String id) {
        return Optional.ofNullable(parks.get(id));
    }

    public Optional<Enterprise> enterprise(String id) {
        return Optional.ofNullable(enterprises.get(id));
    }

    /** The park an enterprise lies in; the registry check guarantees that there is one. */
    public Park parkOf(Enterprise enterprise) {
        Park own = parks.get(enterprise.parkId());
        Park park = own == null ? surrounding(enterprise.parkId()) : own;
        if (park == null) {
            throw new IllegalStateException("enterprise " + enterprise.id() + " has no park");
        }
        return park;
    }

    /** The park that an enterprise lies in, of the facts or around them; empty where the registry knows nothing of the enterprise. */
    public Optional<Park> parkAround(String enterpriseId) {
        return Optional.ofNullable(named(enterpriseId)).map(this::parkOf);
    }

    /** The enterprises of the facts, and then those around them, of which outlets or devices are in the facts. */
    public List<Enterprise> enterprisesWithAround() {
        List<Enterprise> all = new ArrayList<>(facts.enterprises());
        if (surroundings != null) {
            surroundings.enterprises.values().stream()
                    .filter(e -> !enterprises.containsKey(e.id()))
                    .forEach(all::add);
        }
        return all;
    }

    /** The calendar of an enterprise's park; that of Chinese parks for an enterprise that left the registry. */
    public ParkTime timeOf(@Nullable String enterpriseId) {
        Enterprise enterprise = enterpriseId == null ? null : named(enterpriseId);
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

    /**
     * The device that is sent under a name that is not its id. Asked for the one gateway only, so that none finds what lies behind another.
     *
     * @param gatewayId the gateway that sends it; null for what comes through no gateway of the registry
     */
    public Optional<Device> deviceSentAs(@Nullable String gatewayId, String name) {
        return Optional.ofNullable(
                devicesAsSent.getOrDefault(LookUps.orNone(gatewayId), Map.of()).get(name));
    }

    /** From when on the data of a point may be judged by: what its device says of it. */
    public Acceptance acceptanceOf(Point point) {
        Device device = devices.get(point.deviceId());
        return device == null ? Acceptance.NONE : device.acceptance();
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
        return enterprisesByPark.getOrDefault(parkId, List.of());
    }

    public List<Outlet> outletsOfEnterprise(String enterpriseId) {
        return outletsByEnterprise.getOrDefault(enterpriseId, List.of());
    }

    public Optional<Limit> limit(String id) {
        return Optional.ofNullable(limits.get(id));
    }

    /** All limits of a point, whenever they are in force. */
    public List<Limit> limitsOfPoint(String pointId) {
        return limitsByPoint.getOrDefault(pointId, List.of());
    }

    /** The limits of a point that are in force at a time. */
    public List<Limit> limitsAt(String pointId, Instant at) {
        return limitsOfPoint(pointId).stream()
                .filter(l -> !l.validFrom().isAfter(at)
                        && (l.validTo() == null || l.validTo().isAfter(at)))
                .toList();
    }

    public Optional<MonthlyStatistic> statistic(String enterpriseId, YearMonth month) {
        return Optional.ofNullable(
                statistics.getOrDefault(enterpriseId, Map.of()).get(month));
    }

    /** What statistics say of an enterprise, by month. */
    public Map<YearMonth, MonthlyStatistic> statisticsOf(String enterpriseId) {
        return Collections.unmodifiableMap(statistics.getOrDefault(enterpriseId, Map.of()));
    }

    /** A bill by the id of its document. */
    public Optional<MonthlyBill> bill(String id) {
        return Optional.ofNullable(bills.get(id));
    }

    /** The closing of a park's month; empty while it is open. */
    public Optional<ClosedMonth> closing(String parkId, YearMonth month) {
        return closings.getOrDefault(month, List.of()).stream()
                .filter(c -> c.parkId().equals(parkId))
                .findFirst();
    }

    /** The closing that an enterprise's statistic of a month is closed with; empty while none is. */
    public Optional<ClosedMonth> closingOf(String enterpriseId, YearMonth month) {
        return closings.getOrDefault(month, List.of()).stream()
                .filter(c -> c.covers(this, enterpriseId))
                .findFirst();
    }

    /** The coefficient set of a basis that applies to a day; of several the one that starts last. */
    public Optional<CoefficientSet> coefficientsAt(LocalDate day, CoefficientSet.ElectricityBasis basis) {
        return coefficients.getOrDefault(basis, List.of()).stream()
                .filter(c -> !c.validFrom().isAfter(day)
                        && (c.validTo() == null || c.validTo().isAfter(day)))
                .max((a, b) -> a.validFrom().compareTo(b.validFrom()));
    }

    public Optional<Target> target(String id) {
        return Optional.ofNullable(targets.get(id));
    }

    /** The targets assigned to exactly this subject. */
    public List<Target> targetsOf(Subject subject) {
        return targetsBySubject.getOrDefault(subject, List.of());
    }

    /** The target assigned to exactly this subject for a year. */
    public Optional<Target> target(Subject subject, int year) {
        return targetsOf(subject).stream()
                .filter(t -> t.fromYear() <= year && year <= t.toYear())
                .findFirst();
    }
}
