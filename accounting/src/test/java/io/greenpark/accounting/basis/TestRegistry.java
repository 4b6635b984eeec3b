package io.greenpark.accounting.basis;

import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryChange;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A registry put together and edited piece by piece; {@link #publish} makes it the current one. */
final class TestRegistry implements RegistrySource {
    static final String DISTRICT = "district";

    private final List<Consumer<RegistryChange>> listeners = new ArrayList<>();
    private final Map<String, Park> parks = new LinkedHashMap<>();
    private final Map<String, Enterprise> enterprises = new LinkedHashMap<>();
    private final Map<String, Outlet> outlets = new LinkedHashMap<>();
    private final Map<String, Device> devices = new LinkedHashMap<>();
    private final Map<String, Point> points = new LinkedHashMap<>();
    private final Map<String, MonthlyStatistic> statistics = new LinkedHashMap<>();
    private final Map<String, CoefficientSet> sets = new LinkedHashMap<>();
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, Limit> limits = new LinkedHashMap<>();
    private volatile Registry current = registry();

    /** Two parks, two enterprises in the first and one in the second, each with a meter; statistics and targets. */
    static TestRegistry district() {
        TestRegistry r = new TestRegistry().park("east").park("west").set("set", "0.1229");
        r.enterprise("mill", "east").enterprise("forge", "east").enterprise("kiln", "west");
        for (String e : List.of("mill", "forge", "kiln")) {
            r.device("d-" + e, e).meter("m-" + e, "d-" + e, "1");
            r.statistic(e, "2025-03", "1000000").statistic(e, "2026-02", "2000000");
        }
        r.target("of-mill", Subject.enterprise("mill"), "-5").target("of-east", Subject.park("east"), "-4");
        r.target("of-district", Subject.district(DISTRICT), "-3");
        return r.publish();
    }

    TestRegistry park(String id) {
        return park(id, ParkTime.SHANGHAI);
    }

    TestRegistry park(String id, ZoneId zone) {
        parks.put(id, new Park(id, Bilingual.same(id), new ParkTime(zone)));
        return this;
    }

    TestRegistry withoutPark(String id) {
        parks.remove(id);
        return this;
    }

    TestRegistry enterprise(String id, String park) {
        return enterprise(id, park, id);
    }

    TestRegistry enterprise(String id, String park, String name) {
        enterprises.put(id, new Enterprise(id, park, Bilingual.same(name), "steel", true, true, List.of()));
        return this;
    }

    /** Its devices stay, as those of nobody. */
    TestRegistry withoutEnterprise(String id) {
        enterprises.remove(id);
        statistics.values().removeIf(s -> s.enterpriseId().equals(id));
        targets.values().removeIf(t -> t.subject().equals(Subject.enterprise(id)));
        devices.values().removeIf(d -> d.enterpriseId().equals(id));
        points.values().removeIf(p -> p.enterpriseId().equals(id));
        return this;
    }

    /** With the points it has, which go where it goes. */
    TestRegistry device(String id, String enterprise) {
        devices.put(id, new Device(id, enterprise, Bilingual.same(id), null, Duration.ofHours(1)));
        points.replaceAll((key, p) -> p.deviceId().equals(id)
                ? new Point(
                        p.id(),
                        id,
                        p.key(),
                        enterprise,
                        p.outletId(),
                        p.quantity(),
                        p.name(),
                        p.facts(),
                        List.of(),
                        p.endedAt())
                : p);
        return this;
    }

    TestRegistry accepted(String device, Acceptance acceptance) {
        devices.computeIfPresent(
                device,
                (id, d) -> new Device(id, d.enterpriseId(), d.name(), d.gatewayId(), d.silenceAfter(), acceptance));
        return this;
    }

    TestRegistry meter(String id, String device, String ratio) {
        return point(id, device, facts(ratio, true), null);
    }

    static PointFacts facts(String ratio, boolean boundary) {
        return new PointFacts(
                Instant.EPOCH,
                Unit.KWH,
                PointKind.REGISTER,
                Duration.ZERO,
                Stamp.END,
                Duration.ofMinutes(15),
                null,
                new BigDecimal(ratio),
                false,
                null,
                Carrier.ELECTRICITY,
                boundary,
                ParkTime.SHANGHAI);
    }

    TestRegistry point(String id, String device, PointFacts facts, @Nullable Instant endedAt) {
        points.put(
                id,
                new Point(
                        id,
                        device,
                        id,
                        devices.get(device).enterpriseId(),
                        null,
                        "electricity",
                        Bilingual.same(id),
                        List.of(facts),
                        List.of(),
                        endedAt));
        return this;
    }

    TestRegistry point(String id, UnaryOperator<Point> edit) {
        points.computeIfPresent(id, (key, p) -> edit.apply(p));
        return this;
    }

    TestRegistry statistic(String enterprise, String month, String ivaCny) {
        return statistic(new MonthlyStatistic(
                enterprise,
                YearMonth.parse(month),
                new BigDecimal(ivaCny),
                null,
                FigureStatus.FINAL,
                "return",
                AllowedUse.JUDGE,
                true));
    }

    TestRegistry statistic(MonthlyStatistic s) {
        statistics.put(s.enterpriseId() + s.month(), s);
        return this;
    }

    TestRegistry withoutStatistic(String enterprise, String month) {
        statistics.remove(enterprise + month);
        return this;
    }

    TestRegistry set(String id, String kgcePerKwh) {
        Coefficient electricity = new Coefficient(new BigDecimal(kgcePerKwh), null, true, "plan", true);
        sets.put(
                id,
                new CoefficientSet(
                        id,
                        LocalDate.of(2000, 1, 1),
                        null,
                        ElectricityBasis.EQUIVALENT,
                        Map.of(Carrier.ELECTRICITY, electricity)));
        return this;
    }

    TestRegistry target(String id, Subject subject, String percent) {
        targets.put(
                id,
                new Target(
                        id, subject, new BigDecimal(percent), 2025, 2026, 2030, ElectricityBasis.EQUIVALENT, "plan"));
        return this;
    }

    TestRegistry withoutTarget(String id) {
        targets.remove(id);
        return this;
    }

    Registry registry() {
        return new Registry(new Registry.Facts(
                District.of(DISTRICT),
                List.copyOf(parks.values()),
                List.copyOf(enterprises.values()),
                List.copyOf(outlets.values()),
                List.of(),
                List.copyOf(devices.values()),
                List.copyOf(points.values()),
                List.copyOf(statistics.values()),
                List.copyOf(sets.values()),
                List.copyOf(targets.values()),
                List.copyOf(limits.values())));
    }

    /** Makes what was edited since the last time the current registry. */
    TestRegistry publish() {
        Registry before = current;
        current = registry();
        RegistryChange change = RegistryChange.between(0, before, current);
        listeners.forEach(l -> l.accept(change));
        return this;
    }

    @Override
    public Registry current() {
        return current;
    }

    @Override
    public void onChange(Consumer<RegistryChange> listener) {
        listeners.add(listener);
    }
}
