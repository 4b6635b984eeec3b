package io.greenpark.lab.bench.registry;

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
import org.jspecify.annotations.Nullable;

/**
 * The facts of a made-up district, as lists to be edited: twenty parks; enterprises with a device per point, an outlet, a
 * target and statistics of every month; two limits for each point at an outlet.
 */
final class LargeRegistry {
    static final String DISTRICT = "district";
    static final int PARKS = 20;
    static final YearMonth LAST_MONTH = YearMonth.of(2026, 10);

    private static final int AT_OUTLET = 2;
    private static final Bilingual NAME = new Bilingual("压测", "bench");

    final List<Park> parks = new ArrayList<>();
    final List<Enterprise> enterprises = new ArrayList<>();
    final List<Outlet> outlets = new ArrayList<>();
    final List<Device> devices = new ArrayList<>();
    final List<Point> points = new ArrayList<>();
    final List<MonthlyStatistic> statistics = new ArrayList<>();
    final List<CoefficientSet> sets = new ArrayList<>();
    final List<Target> targets = new ArrayList<>();
    final List<Limit> limits = new ArrayList<>();

    LargeRegistry(RegistryBenchOptions options) {
        for (int i = 0; i < PARKS; i++) {
            parks.add(new Park(park(i), NAME, ParkTime.shanghai()));
            targets.add(target("of-" + park(i), Subject.park(park(i)), "-4"));
        }
        sets.add(set("0.1229"));
        targets.add(target("of-district", Subject.district(DISTRICT), "-3"));
        for (int i = 0; i < options.enterprises(); i++) {
            enterprise("enterprise-" + i, park(i % PARKS), options);
        }
    }

    static String park(int index) {
        return "park-" + index;
    }

    private void enterprise(String id, String park, RegistryBenchOptions options) {
        enterprises.add(enterprise(id, park, NAME));
        outlets.add(outlet(id, Outlet.Standing.EVIDENCE));
        targets.add(target("of-" + id, Subject.enterprise(id), "-5"));
        for (int i = 0; i < options.points(); i++) {
            boolean gauge = i >= options.points() - AT_OUTLET;
            String point = id + "-point-" + i;
            devices.add(device("device-of-" + point, id, NAME));
            points.add(point(point, id, gauge ? "outlet-of-" + id : null, "1"));
            if (gauge) {
                limits.add(limit(point + "-standard", point, "200"));
                limits.add(limit(point + "-permit", point, "180"));
            }
        }
        for (int i = 0; i < options.months(); i++) {
            statistics.add(statistic(id, LAST_MONTH.minusMonths(i), 1_000_000));
        }
    }

    static Enterprise enterprise(String id, String park, Bilingual name) {
        return new Enterprise(id, park, name, "bench", true, true, List.of());
    }

    static Outlet outlet(String enterprise, Outlet.Standing standing) {
        return new Outlet("outlet-of-" + enterprise, enterprise, NAME, Outlet.Medium.STACK, standing);
    }

    static Device device(String id, String enterprise, Bilingual name) {
        return new Device(id, enterprise, name, null, Duration.ofHours(1));
    }

    static Point point(String id, String enterprise, @Nullable String outlet, String ratio) {
        PointFacts facts = new PointFacts(
                Instant.EPOCH,
                outlet == null ? Unit.KWH : Unit.MG_PER_M3,
                outlet == null ? PointKind.REGISTER : PointKind.GAUGE,
                Duration.ZERO,
                Stamp.END,
                Duration.ofMinutes(15),
                null,
                new BigDecimal(ratio),
                false,
                null,
                outlet == null ? Carrier.ELECTRICITY : null,
                outlet == null,
                ParkTime.SHANGHAI);
        return new Point(
                id,
                "device-of-" + id,
                "value",
                enterprise,
                outlet,
                outlet == null ? "electricity" : "nox",
                NAME,
                List.of(facts),
                List.of(),
                null);
    }

    static Limit limit(String id, String point, String upper) {
        return new Limit(
                id,
                point,
                Limit.Averaging.HOUR,
                new BigDecimal(upper),
                null,
                Unit.MG_PER_M3,
                new BigDecimal("0.8"),
                id,
                true,
                Instant.EPOCH,
                null);
    }

    static MonthlyStatistic statistic(String enterprise, YearMonth month, long ivaCny) {
        return new MonthlyStatistic(
                enterprise,
                month,
                BigDecimal.valueOf(ivaCny),
                null,
                FigureStatus.FINAL,
                "bench",
                AllowedUse.JUDGE,
                true);
    }

    static Target target(String id, Subject subject, String percent) {
        return new Target(id, subject, new BigDecimal(percent), 2025, 2026, 2030, ElectricityBasis.EQUIVALENT, "bench");
    }

    static CoefficientSet set(String kgcePerKwh) {
        return new CoefficientSet(
                "set",
                LocalDate.EPOCH,
                null,
                ElectricityBasis.EQUIVALENT,
                Map.of(Carrier.ELECTRICITY, new Coefficient(new BigDecimal(kgcePerKwh), null, true, "bench", true)));
    }

    /** A snapshot of it as it is now. */
    Registry registry() {
        return new Registry(new Registry.Facts(
                District.of(DISTRICT),
                parks,
                enterprises,
                outlets,
                List.of(),
                devices,
                points,
                statistics,
                sets,
                targets,
                limits));
    }
}
