package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile;
import io.greenpark.config.setting.Problems;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealPlantsTest {
    private final Problems problems = new Problems();
    private final Registry registry = read();

    private Registry read() {
        ConfigFile config = ConfigFile.read(Path.of("../deploy/conf/real-plants.yaml"), List.of(), problems);
        Registry read = new Registry(
                RegistryYaml.read(config.registry(problems), problems).facts());
        config.settings().reportUnknown(problems);
        return read;
    }

    @Test
    void the_configuration_has_no_fault() {
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void the_steel_meter_sends_quarter_hours_stamped_at_their_end() {
        PointFacts facts = registry.pointsOfDevice("steel-meter").get("kwh").currentFacts();
        assertThat(facts.kind()).isEqualTo(PointFacts.PointKind.INTERVAL);
        assertThat(facts.period()).isEqualTo(Duration.ofMinutes(15));
        assertThat(facts.stamp()).isEqualTo(PointFacts.Stamp.END);
        assertThat(facts.boundary()).isTrue();
    }

    @Test
    void what_the_turbine_gives_away_is_not_its_consumption() {
        assertThat(registry.point("gas-turbine-cems-tey")
                        .orElseThrow()
                        .currentFacts()
                        .boundary())
                .isFalse();
    }

    @Test
    void co2_of_electricity_is_known_only_where_a_factor_was_published_for_the_year() {
        assertThat(co2Of(2018)).isNull();
        assertThat(co2Of(2022)).isEqualByComparingTo("0.5366");
        assertThat(co2Of(2024)).isNull();
    }

    private BigDecimal co2Of(int year) {
        return registry.coefficientsAt(LocalDate.of(year, 7, 1), ElectricityBasis.EQUIVALENT)
                .orElseThrow()
                .coefficients()
                .get(Carrier.ELECTRICITY)
                .co2KgPerUnit();
    }

    @Test
    void a_year_of_published_factors_keeps_all_other_coefficients() {
        var set = registry.coefficientsAt(LocalDate.of(2022, 7, 1), ElectricityBasis.EQUIVALENT)
                .orElseThrow();
        assertThat(set.coefficients().get(Carrier.WATER).countsInComprehensiveEnergy())
                .isFalse();
        assertThat(set.coefficients().get(Carrier.DIESEL).kgcePerUnit()).isEqualByComparingTo("1.4571");
        assertThat(set.coefficients().get(Carrier.DIESEL).sourceText())
                .isEqualTo(new Bilingual("GB/T 2589-2020 表A.1", "GB/T 2589-2020, Table A.1"));
    }

    @Test
    void the_nox_limit_tightens_over_the_years() {
        assertThat(registry.limitsAt("gas-turbine-cems-nox", Instant.parse("2011-06-01T00:00:00Z")))
                .extracting(Limit::upper)
                .containsExactly(new BigDecimal("110"));
        assertThat(registry.limitsAt("gas-turbine-cems-nox", Instant.parse("2012-12-01T00:00:00Z")))
                .extracting(Limit::upper)
                .containsExactly(new BigDecimal("70"));
    }

    @Test
    void value_added_is_marked_as_an_assumption() {
        assertThat(registry.statistic("steel-plant", YearMonth.of(2018, 1))
                        .orElseThrow()
                        .source())
                .isEqualTo("assumption");
    }
}
