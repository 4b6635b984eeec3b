package io.greenpark.dashboards.audit;

import io.greenpark.accounting.disclosure.MeteredEnterprise;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.District;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Seven parks over two years, with 40 values of 2025 (and one of 2024) that may be told in sums only: park "two" has two
 * enterprises, in "dominated" one of three is several times the others, "safe" and "mixed" have three protected ones in some
 * months, two of "late" are metered from February and March only, "open" and "shown" have none in 2025.
 */
final class AuditDistrict {
    static final ParkTime TIME = ParkTime.shanghai();
    static final int YEAR = 2025;
    static final Subject DISTRICT = Subject.district("district");
    private static final YearMonth BEGIN = YearMonth.of(YEAR - 1, 1);

    private final Random random = new Random(10);
    private final boolean protects;
    private final Map<String, String> parkOf = new LinkedHashMap<>();
    private final Map<String, Double> sizes = new LinkedHashMap<>();
    private final Map<String, YearMonth> meteredFrom = new LinkedHashMap<>();
    private final Map<String, AllowedUse> uses = new LinkedHashMap<>();
    private final Map<String, BigDecimal> values = new LinkedHashMap<>();

    /** @param protects whether anything is protected; if not, all of it may be judged */
    AuditDistrict(boolean protects) {
        this.protects = protects;
        enterprises("two", 2.0, 3.0);
        enterprises("dominated", 8.0, 1.0, 1.2, 2.0);
        enterprises("safe", 2.0, 2.5, 3.0, 4.0);
        enterprises("mixed", 5.0, 4.0, 6.0, 2.0, 3.0);
        enterprises("late", 2.0, 2.4, 3.0);
        enterprises("open", 3.0, 4.0, 5.0);
        enterprises("shown", 2.0, 3.0);
        meteredFrom.put("late-0", YearMonth.of(YEAR, 2));
        meteredFrom.put("late-1", YearMonth.of(YEAR, 3));
        IntStream.rangeClosed(1, 12).forEach(m -> use("two-1", m, AllowedUse.AGGREGATE_ONLY));
        IntStream.rangeClosed(1, 6).forEach(m -> use("dominated-0", m, AllowedUse.AGGREGATE_ONLY));
        IntStream.rangeClosed(1, 4).forEach(m -> use("dominated-1", m, AllowedUse.AGGREGATE_ONLY));
        IntStream.rangeClosed(3, 4).forEach(m -> use("dominated-2", m, AllowedUse.AGGREGATE_ONLY));
        for (int e = 0; e < 3; e++) {
            use("safe-" + e, 8, AllowedUse.AGGREGATE_ONLY);
            use("safe-" + e, 9, AllowedUse.AGGREGATE_ONLY);
            use("mixed-" + e, 5, AllowedUse.AGGREGATE_ONLY);
            use("mixed-" + e, 6, AllowedUse.AGGREGATE_ONLY);
        }
        use("late-0", 1, AllowedUse.AGGREGATE_ONLY);
        IntStream.rangeClosed(1, 3).forEach(m -> use("late-1", m, AllowedUse.AGGREGATE_ONLY));
        IntStream.rangeClosed(1, 12).forEach(m -> use("shown-0", m, AllowedUse.SHOW_OWN));
        IntStream.rangeClosed(2, 7).forEach(m -> use("safe-3", m, AllowedUse.SHOW_OWN));
        uses.put(name("open-0", YearMonth.of(YEAR - 1, 4)), AllowedUse.AGGREGATE_ONLY);
        for (String enterprise : sizes.keySet()) {
            for (YearMonth m = BEGIN; m.getYear() <= YEAR; m = m.plusMonths(1)) {
                values.put(name(enterprise, m), value(sizes.get(enterprise)));
            }
        }
    }

    private void enterprises(String park, double... millions) {
        for (int e = 0; e < millions.length; e++) {
            parkOf.put(park + "-" + e, park);
            sizes.put(park + "-" + e, millions[e]);
        }
    }

    private void use(String enterprise, int month, AllowedUse use) {
        uses.put(name(enterprise, YearMonth.of(YEAR, month)), use);
    }

    private BigDecimal value(double millions) {
        return BigDecimal.valueOf(Math.round(millions * 1_000_000 * (0.8 + 0.4 * random.nextDouble())));
    }

    static String name(String enterprise, YearMonth month) {
        return enterprise + " " + month;
    }

    /** The values of a use, by enterprise and month. */
    Map<String, BigDecimal> values(AllowedUse use) {
        Map<String, BigDecimal> some = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (uses.getOrDefault(name, AllowedUse.JUDGE) == use) {
                some.put(name, value);
            }
        });
        return some;
    }

    Set<String> parks() {
        return new LinkedHashSet<>(parkOf.values());
    }

    Set<String> enterprises() {
        return parkOf.keySet();
    }

    boolean metered(String enterprise, YearMonth month) {
        return !month.isBefore(meteredFrom.getOrDefault(enterprise, BEGIN));
    }

    /** The values that a figure over some months adds up: all months of whoever is metered in any of them. */
    Set<String> counted(Subject subject, List<YearMonth> months) {
        Set<String> counted = new LinkedHashSet<>();
        parkOf.forEach((enterprise, park) -> {
            boolean member =
                    switch (subject.scope()) {
                        case ENTERPRISE -> enterprise.equals(subject.id());
                        case PARK -> park.equals(subject.id());
                        case DISTRICT -> true;
                    };
            if (member && months.stream().anyMatch(m -> metered(enterprise, m))) {
                months.forEach(m -> counted.add(name(enterprise, m)));
            }
        });
        return counted;
    }

    /** Energy of a month in watt-hours, another one for every enterprise and month. */
    long wattHours(String enterprise, YearMonth month) {
        double growth = month.getYear() == YEAR ? 1.02 : 1;
        return Math.round(sizes.get(enterprise) * 1e8 * growth * (1 + 0.1 * Math.sin(month.getMonthValue())));
    }

    Registry registry() {
        List<Park> parks =
                parks().stream().map(p -> new Park(p, Bilingual.same(p), TIME)).toList();
        List<Enterprise> enterprises = new ArrayList<>();
        List<Device> devices = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        List<MonthlyStatistic> statistics = new ArrayList<>();
        parkOf.forEach((e, park) -> {
            MeteredEnterprise metered = MeteredEnterprise.of(e, park, TIME, meteredFrom.getOrDefault(e, BEGIN));
            enterprises.add(metered.enterprise());
            devices.add(metered.device());
            points.add(metered.meter());
            for (YearMonth m = BEGIN; m.getYear() <= YEAR; m = m.plusMonths(1)) {
                statistics.add(statistic(e, m));
            }
        });
        return new Registry(new Registry.Facts(
                District.of(DISTRICT.id()),
                parks,
                enterprises,
                List.of(),
                List.of(),
                devices,
                points,
                statistics,
                List.of(
                        coefficients(ElectricityBasis.EQUIVALENT, "0.1229"),
                        coefficients(ElectricityBasis.EQUAL_VALUE, "0.298")),
                targets(),
                List.of()));
    }

    private MonthlyStatistic statistic(String enterprise, YearMonth month) {
        AllowedUse use = protects ? uses.getOrDefault(name(enterprise, month), AllowedUse.JUDGE) : AllowedUse.JUDGE;
        return new MonthlyStatistic(
                enterprise, month, values.get(name(enterprise, month)), null, FigureStatus.FINAL, "survey", use, true);
    }

    private List<Target> targets() {
        List<Subject> subjects = new ArrayList<>(List.of(DISTRICT));
        parks().forEach(p -> subjects.add(Subject.park(p)));
        enterprises().forEach(e -> subjects.add(Subject.enterprise(e)));
        return subjects.stream()
                .map(s -> new Target(
                        "target-" + s.scope() + "-" + s.id(),
                        s,
                        new BigDecimal("-5"),
                        YEAR - 1,
                        YEAR,
                        YEAR,
                        ElectricityBasis.EQUIVALENT,
                        "plan"))
                .toList();
    }

    private static CoefficientSet coefficients(ElectricityBasis basis, String kgcePerKwh) {
        return new CoefficientSet(
                "set-" + basis,
                LocalDate.EPOCH,
                null,
                basis,
                Map.of(Carrier.ELECTRICITY, new Coefficient(new BigDecimal(kgcePerKwh), null, true, "test", true)));
    }
}
