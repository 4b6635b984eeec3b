package io.greenpark.alerts;

import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Gateway;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A district of one park with two enterprises, a target assigned to each of district, park and one enterprise. That one
 * has a stack with evidence, a stack that only gives clues, a water outlet, and their analysers.
 */
public final class TestPark {
    public static final String ENTERPRISE = "tool-works";
    public static final String PARK = "east";
    public static final String DISTRICT = "jindong";
    public static final String NOX = "boiler-nox";
    public static final String CLUE_NOX = "kiln-nox";
    public static final String COD = "outfall-cod";
    public static final String ANALYSER = "boiler-analyser";
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

    private final List<Contact> contacts = new ArrayList<>();
    private final List<Contact> parkContacts = new ArrayList<>();
    private final List<Contact> districtContacts = new ArrayList<>();
    private final List<Enterprise> neighbours = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<MonthlyStatistic> statistics = new ArrayList<>();
    private String park = PARK;
    private final List<Limit> limits = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    private final List<Gateway> gateways = new ArrayList<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private final List<ClosedMonth> closings = new ArrayList<>();
    private EnterpriseFile file = EnterpriseFile.EMPTY;
    private final TreeMap<LocalDate, EnterpriseFile.Operation> operation = new TreeMap<>();
    private Outlet.Standing kiln = Outlet.Standing.CLUE;

    public TestPark() {
        contact(new Contact("李工", "li@tool-works.example", null, Locale.CHINESE));
        parkContacts.add(new Contact("王工", "wang@east.example", null, Locale.CHINESE));
        districtContacts.add(new Contact("Zhao", "zhao@jindong.example", null, Locale.ENGLISH));
        neighbours.add(new Enterprise(
                "press-works",
                PARK,
                new Bilingual("金东冲压厂", "Jindong Press Works"),
                "hardware-tools",
                true,
                false,
                List.of()));
        targets.add(target(Subject.enterprise(ENTERPRISE), "district plan"));
        targets.add(target(Subject.park(PARK), "district plan"));
        targets.add(target(Subject.district(DISTRICT), "city plan"));
        limits.add(limit("nox-hour", NOX, Limit.Averaging.HOUR, "200", "0.8", Unit.MG_PER_M3, true));
        limits.add(limit("kiln-hour", CLUE_NOX, Limit.Averaging.HOUR, "300", "0.8", Unit.MG_PER_M3, false));
        limits.add(limit("cod-day", COD, Limit.Averaging.DAY, "100", "0.8", Unit.MG_PER_L, true));
        devices.add(device(ANALYSER, "锅炉在线监测仪", "Boiler analyser"));
        devices.add(device("kiln-sensor", "窑炉传感器", "Kiln sensor"));
        devices.add(device("cod-analyser", "COD 分析仪", "COD analyser"));
    }

    public static Limit limit(
            String id,
            String point,
            Limit.Averaging averaging,
            String upper,
            @Nullable String warn,
            Unit unit,
            boolean confirmed) {
        return new Limit(
                id,
                point,
                averaging,
                new BigDecimal(upper),
                null,
                unit,
                warn == null ? null : new BigDecimal(warn),
                "GB 13271-2014 T2",
                confirmed,
                BEGIN,
                null);
    }

    private static Target target(Subject subject, String source) {
        return new Target(
                "target-" + subject.scope() + "-" + subject.id(),
                subject,
                new BigDecimal("-5"),
                2025,
                2026,
                2028,
                ElectricityBasis.EQUIVALENT,
                source);
    }

    private static Device device(String id, String zh, String en) {
        return new Device(id, ENTERPRISE, new Bilingual(zh, en), null, Duration.ofMinutes(30));
    }

    public TestPark contact(Contact contact) {
        contacts.add(contact);
        return this;
    }

    public TestPark onlyContacts(Contact... only) {
        contacts.clear();
        contacts.addAll(List.of(only));
        return this;
    }

    public TestPark withoutAreaContacts() {
        parkContacts.clear();
        districtContacts.clear();
        return this;
    }

    public TestPark areaContact(Contact contact) {
        parkContacts.add(contact);
        districtContacts.add(contact);
        return this;
    }

    public TestPark withoutNeighbours() {
        neighbours.clear();
        return this;
    }

    public TestPark withoutTargetOf(Subject.Scope scope) {
        targets.removeIf(t -> t.subject().scope() == scope);
        return this;
    }

    /** The park takes the id of its enterprise. */
    public TestPark parkNamedLikeItsEnterprise() {
        park = ENTERPRISE;
        neighbours.clear();
        targets.add(target(Subject.park(park), "district plan"));
        return this;
    }

    /** A statistic of the enterprise. */
    public TestPark statistic(String month, MonthlyStatistic.AllowedUse use) {
        statistics.add(new MonthlyStatistic(
                ENTERPRISE,
                YearMonth.parse(month),
                new BigDecimal("2000000"),
                null,
                FigureStatus.FINAL,
                "survey",
                use,
                true));
        return this;
    }

    public TestPark replaceLimit(Limit limit) {
        limits.removeIf(l -> l.id().equals(limit.id()));
        limits.add(limit);
        return this;
    }

    /** The other way round: none of them means anything else. */
    public TestPark reorderLimits() {
        Collections.reverse(limits);
        return this;
    }

    public TestPark withoutLimit(String id) {
        limits.removeIf(l -> l.id().equals(id));
        return this;
    }

    public TestPark kiln(Outlet.Standing standing) {
        kiln = standing;
        return this;
    }

    public TestPark withoutDevice(String id) {
        devices.removeIf(d -> d.id().equals(id));
        return this;
    }

    public TestPark onlyDevices() {
        devices.clear();
        limits.clear();
        return this;
    }

    /** A device with one point, behind a gateway or, where that is null, by itself. */
    public TestPark device(String enterprise, String id, @Nullable String gateway, Duration silenceAfter) {
        boolean known = gateways.stream().anyMatch(g -> g.id().equals(gateway));
        if (gateway != null && !known) {
            gateways.add(new Gateway(gateway, Bilingual.same(gateway)));
        }
        devices.add(new Device(id, enterprise, Bilingual.same(id), gateway, silenceAfter));
        return this;
    }

    /** So many devices of the enterprise behind a gateway, {@code gw-1.0}, {@code gw-1.1} ...; each may be silent for 30 minutes. */
    public TestPark behind(String gateway, int count) {
        for (int i = 0; i < count; i++) {
            device(ENTERPRISE, gateway + "." + i, gateway, Duration.ofMinutes(30));
        }
        return this;
    }

    /** From when on the data of a device may be judged by. */
    public TestPark accepted(String device, Acceptance acceptance) {
        devices.replaceAll(d -> d.id().equals(device)
                ? new Device(d.id(), d.enterpriseId(), d.name(), d.gatewayId(), d.silenceAfter(), acceptance)
                : d);
        return this;
    }

    /** The gateway is taken away, its devices stay. */
    public TestPark withoutGateway(String gateway) {
        gateways.removeIf(g -> g.id().equals(gateway));
        devices.replaceAll(d -> gateway.equals(d.gatewayId())
                ? new Device(d.id(), d.enterpriseId(), d.name(), null, d.silenceAfter())
                : d);
        return this;
    }

    /** All points of a device end. */
    public TestPark ended(String device, Instant at) {
        ended.put(device, at);
        return this;
    }

    /** The enterprise is so from a day on. */
    public TestPark operation(String from, EnterpriseFile.OperatingState state) {
        operation.put(LocalDate.parse(from), new EnterpriseFile.Operation(state, null));
        return file(false);
    }

    /** The enterprise is a key discharger. */
    public TestPark keyDischarger() {
        return file(true);
    }

    private TestPark file(boolean keyDischarger) {
        file = new EnterpriseFile(
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                null,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                keyDischarger,
                operation);
        return this;
    }

    public Registry registry() {
        Park east = new Park(park, new Bilingual("东区工业园", "East Park"), ParkTime.shanghai(), parkContacts);
        Enterprise enterprise = new Enterprise(
                ENTERPRISE,
                park,
                new Bilingual("金东工具厂", "Jindong Tool Works"),
                "hardware-tools",
                true,
                true,
                contacts,
                file);
        List<Enterprise> enterprises = new ArrayList<>(List.of(enterprise));
        enterprises.addAll(neighbours);
        return new Registry(new Registry.Facts(
                new District(DISTRICT, new Bilingual("金东区", "Jindong District"), districtContacts),
                List.of(east),
                enterprises,
                List.of(
                        outlet("boiler", "锅炉烟囱", "Boiler stack", Outlet.Medium.STACK, Outlet.Standing.EVIDENCE),
                        outlet("kiln", "窑炉烟囱", "Kiln stack", Outlet.Medium.STACK, kiln),
                        outlet("outfall", "总排口", "Outfall", Outlet.Medium.WATER, Outlet.Standing.EVIDENCE)),
                gateways,
                devices,
                points(),
                statistics,
                List.of(),
                List.of(),
                targets,
                limits,
                closings));
    }

    /** A month of the park is closed. */
    public TestPark closed(String month) {
        closings.add(new ClosedMonth(park, YearMonth.parse(month), 1, BEGIN, "li", Set.of(ENTERPRISE, "press-works")));
        return this;
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>(List.of(
                point(NOX, ANALYSER, "boiler", "nox", new Bilingual("氮氧化物", "NOx"), Unit.MG_PER_M3),
                point(CLUE_NOX, "kiln-sensor", "kiln", "nox", new Bilingual("氮氧化物", "NOx"), Unit.MG_PER_M3),
                point(COD, "cod-analyser", "outfall", "cod", new Bilingual("化学需氧量", "COD"), Unit.MG_PER_L)));
        points.removeIf(p -> devices.stream().noneMatch(d -> d.id().equals(p.deviceId())));
        for (Device d : devices) {
            if (points.stream().noneMatch(p -> p.deviceId().equals(d.id()))) {
                points.add(meter(d));
            }
        }
        points.replaceAll(p -> new Point(
                p.id(),
                p.deviceId(),
                p.key(),
                p.enterpriseId(),
                p.outletId(),
                p.quantity(),
                p.name(),
                p.facts(),
                p.replacements(),
                ended.get(p.deviceId())));
        return points;
    }

    private static Point meter(Device d) {
        return new Point(
                d.id(),
                d.id(),
                "value",
                d.enterpriseId(),
                null,
                "temperature",
                d.name(),
                List.of(facts(Unit.CEL)),
                List.of(),
                null);
    }

    private static Outlet outlet(String id, String zh, String en, Outlet.Medium medium, Outlet.Standing standing) {
        return new Outlet(id, ENTERPRISE, new Bilingual(zh, en), medium, standing);
    }

    private static Point point(String id, String device, String outlet, String quantity, Bilingual name, Unit unit) {
        return new Point(
                id, device, quantity, ENTERPRISE, outlet, quantity, name, List.of(facts(unit)), List.of(), null);
    }

    private static PointFacts facts(Unit unit) {
        return new PointFacts(
                BEGIN,
                unit,
                PointFacts.PointKind.GAUGE,
                Duration.ZERO,
                PointFacts.Stamp.START,
                Duration.ofMinutes(10),
                null,
                BigDecimal.ONE,
                true,
                null,
                null,
                false,
                ParkTime.SHANGHAI);
    }
}
