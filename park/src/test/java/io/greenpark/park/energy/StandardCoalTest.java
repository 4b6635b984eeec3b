package io.greenpark.park.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.Coefficient;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandardCoalTest {
    private final CoefficientSet set = new CoefficientSet(
            "gbt-2589",
            LocalDate.EPOCH,
            null,
            ElectricityBasis.EQUIVALENT,
            Map.of(
                    Carrier.ELECTRICITY, factor("0.1229", "0.5366", true),
                    Carrier.HEAT, factor("0.03412", null, true),
                    Carrier.WATER, factor("0.2571", null, false)));

    private static Coefficient factor(@Nullable String kgce, @Nullable String co2, boolean counts) {
        return new Coefficient(
                kgce == null ? null : new BigDecimal(kgce),
                co2 == null ? null : new BigDecimal(co2),
                counts,
                "test",
                true);
    }

    @Test
    void the_steel_plant_of_2018_comes_to_117_939_tce() {
        assertThat(StandardCoal.tce(Map.of(Carrier.ELECTRICITY, 959_636_710L), set)
                        .tonnes())
                .isEqualByComparingTo("117.939351659");
        assertThat(StandardCoal.tce(Map.of(Carrier.ELECTRICITY, 126_238_290L), set)
                        .tonnes())
                .isEqualByComparingTo("15.514685841");
    }

    @Test
    void working_media_are_left_out() {
        assertThat(StandardCoal.tce(Map.of(Carrier.ELECTRICITY, 1_000_000L, Carrier.WATER, 5_000_000L), set)
                        .tonnes())
                .isEqualByComparingTo("0.1229");
    }

    @Test
    void a_missing_factor_makes_the_figure_missing_with_a_reason() {
        StandardCoal.Tonnes co2 = StandardCoal.co2(Map.of(Carrier.ELECTRICITY, 1L, Carrier.HEAT, 1L), set);
        assertThat(co2.tonnes()).isNull();
        assertThat(co2.reason().text().en())
                .contains("gbt-2589")
                .contains("CO2")
                .contains("heat");
        assertThat(StandardCoal.tce(Map.of(Carrier.DIESEL, 1L), set)
                        .reason()
                        .text()
                        .en())
                .contains("diesel");
    }

    @Test
    void co2_counts_kilograms_per_unit() {
        assertThat(StandardCoal.co2(Map.of(Carrier.ELECTRICITY, 10_000_000L), set)
                        .tonnes())
                .isEqualByComparingTo("5.366");
    }

    @Test
    void intensity_is_missing_without_positive_value_added() {
        assertThat(Intensity.of(new BigDecimal("15"), new BigDecimal("500000"))).isEqualByComparingTo("0.3");
        assertThat(Intensity.of(new BigDecimal("15"), BigDecimal.ZERO)).isNull();
        assertThat(Intensity.of(new BigDecimal("15"), new BigDecimal("-1"))).isNull();
        assertThat(Intensity.of(new BigDecimal("15"), null)).isNull();
    }

    @Test
    void change_and_target_are_percent_and_compounded() {
        assertThat(Intensity.changePercent(new BigDecimal("0.285"), new BigDecimal("0.3")))
                .isEqualByComparingTo("-5");
        assertThat(Intensity.compoundedPercent(new BigDecimal("-5"), 3)).isEqualByComparingTo("-14.2625");
        assertThat(Intensity.compoundedPercent(new BigDecimal("-5"), 0)).isEqualByComparingTo("0");
    }
}
