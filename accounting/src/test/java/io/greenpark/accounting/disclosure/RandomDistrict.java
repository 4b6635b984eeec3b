package io.greenpark.accounting.disclosure;

import io.greenpark.park.registry.District;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A made-up district: parks of few or many enterprises, statistics of every use, values that dominate, vanish or are negative. */
final class RandomDistrict {
    static final int YEAR = 2025;
    private static final ParkTime TIME = ParkTime.shanghai();
    private static final AllowedUse[] USES = AllowedUse.values();

    private final Random random;
    private final List<Park> parks = new ArrayList<>();
    private final List<MeteredEnterprise> enterprises = new ArrayList<>();
    private final List<MonthlyStatistic> statistics = new ArrayList<>();
    private final Map<String, YearMonth> meteredFrom = new HashMap<>();

    RandomDistrict(long seed) {
        random = new Random(seed);
        int count = 1 + random.nextInt(7);
        for (int p = 0; p < count; p++) {
            parks.add(new Park("p" + p, Bilingual.same("p" + p), TIME));
            int members = random.nextInt(7);
            for (int e = 0; e < members; e++) {
                enterprise("p" + p, "p" + p + "-e" + e);
            }
        }
    }

    private void enterprise(String park, String id) {
        YearMonth from = YearMonth.of(YEAR, random.nextInt(4) == 0 ? 1 + random.nextInt(6) : 1);
        meteredFrom.put(id, from);
        enterprises.add(MeteredEnterprise.of(id, park, TIME, from));
        AllowedUse mostly = USES[random.nextInt(USES.length)];
        double size = Math.exp(random.nextGaussian() * 1.5) * 1_000_000;
        for (int m = 1; m <= 12; m++) {
            AllowedUse use = random.nextInt(8) == 0 ? USES[random.nextInt(USES.length)] : mostly;
            statistics.add(new MonthlyStatistic(
                    id, YearMonth.of(YEAR, m), value(size), null, FigureStatus.FINAL, "made up", use, true));
        }
    }

    private BigDecimal value(double size) {
        double value =
                switch (random.nextInt(20)) {
                    case 0 -> 0;
                    case 1 -> -size * random.nextDouble();
                    default -> size * (0.7 + 0.6 * random.nextDouble());
                };
        return BigDecimal.valueOf(Math.round(value));
    }

    Registry registry() {
        return new Registry(new Registry.Facts(
                District.of("district"),
                parks,
                enterprises.stream().map(MeteredEnterprise::enterprise).toList(),
                List.of(),
                List.of(),
                enterprises.stream().map(MeteredEnterprise::device).toList(),
                enterprises.stream().map(MeteredEnterprise::meter).toList(),
                statistics,
                List.of(),
                List.of(),
                List.of()));
    }

    boolean metered(String enterprise, YearMonth month) {
        return !month.isBefore(meteredFrom.getOrDefault(enterprise, YearMonth.of(YEAR, 1)));
    }

    static List<YearMonth> months() {
        return Disclosure.yearToDate(YearMonth.of(YEAR, 12));
    }
}
