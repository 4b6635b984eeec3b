package io.greenpark.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.LimitTerms;
import io.greenpark.park.registry.Registry;
import io.greenpark.registry.RegistryYaml;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoRegistryTest {
    private final Problems problems = new Problems();

    private Registry on(LocalDate today) {
        String yaml = new DemoRegistry(today, 1, "http://127.0.0.1:9/hook").yaml();
        return new Registry(RegistryYaml.read(
                        List.of(new RegistryDocument(
                                Path.of("demo.yaml"), "", YamlFile.parse(yaml, "demo.yaml", problems))),
                        problems)
                .facts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2027-01-01", "2028-02-29"})
    void the_demo_has_seven_parks_and_forty_enterprises_on_any_day(String today) {
        Registry registry = on(LocalDate.parse(today));
        assertThat(problems.list()).isEmpty();
        assertThat(registry.facts().parks()).hasSize(7);
        assertThat(registry.facts().enterprises()).hasSize(40);
        assertThat(registry.facts().enterprises())
                .extracting(e -> e.id())
                .contains("steel-plant", "gas-turbine", "waste-water");
    }

    @Test
    void every_point_has_a_name_in_both_languages() {
        Registry registry = on(LocalDate.parse("2026-11-23"));
        assertThat(registry.facts().points()).isNotEmpty().allSatisfy(p -> {
            assertThat(p.name().zh()).isNotEqualTo(p.id());
            assertThat(p.name().en()).isNotEqualTo(p.id());
        });
        assertThat(registry.point("building-02-stack-nox").orElseThrow().name().zh())
                .isEqualTo("氮氧化物");
    }

    @Test
    void value_added_has_its_seasons_and_is_the_same_from_year_to_year() {
        Registry registry = on(LocalDate.parse("2026-11-23"));
        BigDecimal february = iva(registry, YearMonth.of(2026, 2));
        assertThat(february).isLessThan(iva(registry, YearMonth.of(2026, 10)));
        assertThat(february).isEqualByComparingTo(iva(registry, YearMonth.of(2025, 2)));
    }

    private static BigDecimal iva(Registry registry, YearMonth month) {
        return registry.statistic("hardware-01", month).orElseThrow().ivaCny();
    }

    @Test
    void limits_targets_and_outlets_say_what_an_officer_asks_for() {
        Registry registry = on(LocalDate.parse("2026-11-23"));
        Limit limit = registry.limit("building-02-nox-limit").orElseThrow();
        assertThat(limit.terms().concentration()).isEqualTo(LimitTerms.Concentration.CONVERTED);
        assertThat(limit.terms().referenceOxygenPercent()).isEqualByComparingTo("18");
        assertThat(registry.outlet("building-02-outlet").orElseThrow().code()).isEqualTo("DA001");
        assertThat(registry.facts().targets())
                .allSatisfy(t -> assertThat(t.sourceText().zh()).containsPattern("\\p{IsHan}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2027-01-01"})
    void statistics_cover_january_of_last_year_to_the_last_full_month(String text) {
        LocalDate today = LocalDate.parse(text);
        Registry registry = on(today);
        YearMonth last = YearMonth.from(today).minusMonths(1);
        assertThat(registry.statistic("hardware-01", YearMonth.of(today.getYear() - 1, 1)))
                .isPresent();
        assertThat(registry.statistic("hardware-01", last)).isPresent();
        assertThat(registry.statistic("hardware-01", last.plusMonths(1))).isEmpty();
    }
}
