package io.greenpark.accounting;

import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.FigureStatus;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A park with one steel plant: an interval meter, a register, a gas register and a stack. Also its registry source. */
final class TestPark implements RegistrySource {
    static final ParkTime TIME = ParkTime.shanghai();
    static final String METER = "steel-electricity";
    static final String REGISTER = "steel-register";
    static final String GAS = "steel-gas";
    static final String STACK = "steel-nox";

    private final List<Consumer<RegistryChange>> listeners = new ArrayList<>();
    private List<Point> points = new ArrayList<>();
    private List<MonthlyStatistic> statistics = new ArrayList<>();
    private List<CoefficientSet> sets =
            new ArrayList<>(List.of(coefficients("set-a", LocalDate.EPOCH, "0.1229", null)));
    private List<Target> targets = new ArrayList<>();
    private Acceptance acceptance = Acceptance.NONE;
    private volatile Registry current;

    TestPark(Point... points) {
        this.points.addAll(List.of(points));
        this.current = registry();
    }

    static CoefficientSet coefficients(String id, LocalDate from, String kgcePerKwh, @Nullable String co2PerKwh) {
        return new CoefficientSet(
                id,
                from,
                null,
                ElectricityBasis.EQUIVALENT,
                Map.of(
                        Carrier.ELECTRICITY,
                        new Coefficient(
                                new BigDecimal(kgcePerKwh),
                                co2PerKwh == null ? null : new BigDecimal(co2PerKwh),
                                true,
                                "test",
                                true),
                        Carrier.NATURAL_GAS,
                        new Coefficient(new BigDecimal("1.2143"), null, true, "test", true)));
    }

    static PointFacts facts(PointKind kind, Unit unit, Duration period, Duration due, @Nullable Carrier carrier) {
        return new PointFacts(
                Instant.EPOCH,
                unit,
                kind,
                period,
                Stamp.END,
                due,
                carrier == null ? null : new BigDecimal("2000"),
                BigDecimal.ONE,
                false,
                null,
                carrier,
                carrier != null,
                TIME.zone());
    }

    static Point point(String id, @Nullable String outlet, PointFacts... facts) {
        return new Point(id, "d-" + id, "k", "steel", outlet, id, Bilingual.same(id), List.of(facts), List.of(), null);
    }

    /** Amounts of quarter hours in kWh. */
    static Point meter() {
        Duration quarter = Duration.ofMinutes(15);
        return point(METER, null, facts(PointKind.INTERVAL, Unit.KWH, quarter, quarter, Carrier.ELECTRICITY));
    }

    /** A register in kWh, due every quarter hour. */
    static Point register() {
        return point(
                REGISTER,
                null,
                facts(PointKind.REGISTER, Unit.KWH, Duration.ZERO, Duration.ofMinutes(15), Carrier.ELECTRICITY));
    }

    static Point gas() {
        return point(
                GAS,
                null,
                facts(PointKind.INTERVAL, Unit.NM3, Duration.ofHours(1), Duration.ofHours(1), Carrier.NATURAL_GAS));
    }

    /** Hourly means of NOx. */
    static Point stack() {
        return point(
                STACK, "stack", facts(PointKind.GAUGE, Unit.MG_PER_M3, Duration.ofHours(1), Duration.ofHours(1), null));
    }

    TestPark points(Point... now) {
        points = new ArrayList<>(List.of(now));
        return this;
    }

    TestPark iva(YearMonth month, String cny) {
        statistics.add(new MonthlyStatistic(
                "steel", month, new BigDecimal(cny), null, FigureStatus.ESTIMATED, "test", AllowedUse.JUDGE, true));
        return this;
    }

    /** Whoever provided the statistics of all months allows this use of them. */
    TestPark use(AllowedUse use) {
        statistics.replaceAll(s -> new MonthlyStatistic(
                s.enterpriseId(), s.month(), s.ivaCny(), s.outputCny(), s.status(), s.source(), use, true));
        return this;
    }

    TestPark target(int baseYear, int toYear) {
        targets.add(new Target(
                "t",
                Subject.enterprise("steel"),
                new BigDecimal("-5"),
                baseYear,
                baseYear + 1,
                toYear,
                ElectricityBasis.EQUIVALENT,
                "test"));
        return this;
    }

    /** From when on the data of all devices may be judged by. */
    TestPark accepted(Acceptance of) {
        acceptance = of;
        return this;
    }

    TestPark set(CoefficientSet... now) {
        sets = new ArrayList<>(List.of(now));
        return this;
    }

    /** Makes what was told since the last time the current registry. */
    void publish() {
        Registry before = current;
        current = registry();
        RegistryChange change = RegistryChange.between(0, before, current);
        listeners.forEach(l -> l.accept(change));
    }

    /** The registry that publishing would make the current one. */
    Registry next() {
        return registry();
    }

    private Registry registry() {
        List<Device> devices = points.stream()
                .map(p -> new Device(
                        p.deviceId(),
                        "steel",
                        new Bilingual(p.deviceId(), p.deviceId()),
                        null,
                        Duration.ofHours(1),
                        acceptance))
                .toList();
        return new Registry(new Registry.Facts(
                District.of("district"),
                List.of(new Park("park", new Bilingual("park", "park"), TIME)),
                List.of(new Enterprise(
                        "steel", "park", new Bilingual("steel", "steel"), "steel", true, true, List.of())),
                List.of(new Outlet(
                        "stack", "steel", new Bilingual("s", "s"), Outlet.Medium.STACK, Outlet.Standing.EVIDENCE)),
                List.of(),
                devices,
                points,
                statistics,
                sets,
                targets,
                List.of()));
    }

    @Override
    public Registry current() {
        return current;
    }

    @Override
    public void onChange(Consumer<RegistryChange> listener) {
        listeners.add(listener);
    }

    static Reading reading(String point, long timeMs, double value) {
        return new Reading("steel", "d-" + point, "k", point, value, Unit.KWH, Flag.NORMAL, timeMs, timeMs, Door.MQTT);
    }
}
