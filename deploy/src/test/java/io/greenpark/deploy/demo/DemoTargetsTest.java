package io.greenpark.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Carrier;
import io.greenpark.registry.RegistryYaml;
import io.greenpark.sim.simulate.DeviceModel;
import io.greenpark.sim.simulate.Population;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The made-up meters of the demo against its targets of -5 % per year: value added stays the same from year to
 * year, so the change of intensity is that of energy.
 */
class DemoTargetsTest {
    private static final double TARGET_PERCENT = -5;
    private static final ParkTime TIME = ParkTime.shanghai();
    /** Tonnes of standard coal per kWh, m3 and t, as in conf/coefficients.yaml. */
    private static final Map<Carrier, Double> TCE_PER_UNIT =
            Map.of(Carrier.ELECTRICITY, 0.1229e-3, Carrier.NATURAL_GAS, 1.2143e-3, Carrier.STEAM, 0.1286);

    private Registry registry;

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026, 2027, 2029})
    void only_one_enterprise_is_behind_its_target(int year) {
        Map<String, TreeMap<YearMonth, Double>> tce = tceByEnterprise(year);
        // A case needs two months in a row; January alone says little, since Spring Festival moves.
        for (YearMonth month = YearMonth.of(year, 2); month.getYear() == year; month = month.plusMonths(1)) {
            assertThat(behind(tce, month, e -> e)).as("enterprises, " + month).containsOnlyKeys(Demo.BEHIND);
            assertThat(behind(tce, month, e -> registry.enterprise(e)
                            .orElseThrow()
                            .parkId()))
                    .as("parks, " + month)
                    .isEmpty();
            assertThat(behind(tce, month, e -> "district"))
                    .as("district, " + month)
                    .isEmpty();
        }
    }

    /** The groups whose energy of the year to date changed by more than the target, each with its change in percent. */
    private static Map<String, Double> behind(
            Map<String, TreeMap<YearMonth, Double>> tce, YearMonth month, Function<String, String> group) {
        Map<String, double[]> sums = new TreeMap<>();
        tce.forEach((enterprise, months) -> {
            double[] sum = sums.computeIfAbsent(group.apply(enterprise), g -> new double[2]);
            sum[0] += toDate(months, month.minusYears(1));
            sum[1] += toDate(months, month);
        });
        Map<String, Double> behind = new TreeMap<>();
        sums.forEach((id, sum) -> {
            double change = (sum[1] / sum[0] - 1) * 100;
            if (change > TARGET_PERCENT) {
                behind.put(id, change);
            }
        });
        return behind;
    }

    private static double toDate(TreeMap<YearMonth, Double> months, YearMonth month) {
        return months.subMap(month.withMonth(1), true, month, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private Map<String, TreeMap<YearMonth, Double>> tceByEnterprise(int year) {
        Clock clock = Clock.fixed(TIME.startOf(YearMonth.of(year + 1, 1)), TIME.zone());
        Demo demo = new Demo(clock);
        registry = registry(LocalDate.of(year, 12, 31), demo.seed());
        Population population = new Population(
                registry,
                TIME.startOf(YearMonth.of(year - 1, 1)),
                clock.instant(),
                demo.defaultChangePercent(),
                demo.faults(),
                demo.seed());
        Map<String, TreeMap<YearMonth, Double>> tce = new HashMap<>();
        for (DeviceModel device : population.devices()) {
            registry.pointsOfDevice(device.deviceId()).values().stream()
                    .filter(p -> p.currentFacts().carrier() != null)
                    .forEach(p ->
                            addMonths(device, p, year, tce.computeIfAbsent(p.enterpriseId(), e -> new TreeMap<>())));
        }
        return tce;
    }

    /** What the register of a meter gains from the start of each month to the start of the next. */
    private static void addMonths(DeviceModel device, Point point, int year, TreeMap<YearMonth, Double> months) {
        double tcePerUnit = TCE_PER_UNIT.get(point.currentFacts().carrier());
        double ratio = point.currentFacts().effectiveRatio().doubleValue();
        BigDecimal before = shown(device, point, TIME.startOf(YearMonth.of(year - 1, 1)));
        for (YearMonth m = YearMonth.of(year - 1, 1); m.getYear() <= year; m = m.plusMonths(1)) {
            BigDecimal after = shown(device, point, TIME.startOf(m.plusMonths(1)));
            months.merge(m, after.subtract(before).doubleValue() * ratio * tcePerUnit, Double::sum);
            before = after;
        }
    }

    private static BigDecimal shown(DeviceModel device, Point point, Instant at) {
        return device.until(at).get(0).values().get(point.key());
    }

    private static Registry registry(LocalDate today, long seed) {
        Problems problems = new Problems();
        String yaml = new DemoRegistry(today, seed, "http://127.0.0.1:9/hook").yaml();
        RegistryDocument document =
                new RegistryDocument(Path.of("demo.yaml"), "", YamlFile.parse(yaml, "demo.yaml", problems));
        return new Registry(RegistryYaml.read(List.of(document), problems).facts());
    }
}
