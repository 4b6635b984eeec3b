package io.greenpark.park.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.energy.TargetTonnes.Months;
import io.greenpark.park.energy.TargetTonnes.YearEnd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetTonnesTest {
    private static final BigDecimal DUE = d("-5");

    @Test
    void an_enterprise_that_rose_a_little_has_to_save_what_it_rose_and_the_five_percent() {
        // 589.9 x (1 - 0.95 / 1.00897)
        assertThat(rounded(TargetTonnes.excess(d("589.9"), d("0.897"), DUE))).isEqualTo("34.477");
    }

    @Test
    void on_the_path_nothing_is_to_be_saved_and_beyond_it_is_saved() {
        assertThat(TargetTonnes.excess(d("95"), d("-5"), DUE)).isEqualByComparingTo("0");
        assertThat(TargetTonnes.excess(d("90"), d("-10"), DUE)).isEqualByComparingTo("-5");
    }

    @Test
    void what_is_not_known_is_no_number() {
        assertThat(TargetTonnes.excess(null, d("1"), DUE)).isNull();
        assertThat(TargetTonnes.excess(d("1"), null, DUE)).isNull();
        assertThat(TargetTonnes.excess(d("0"), d("-100"), DUE)).isNull();
    }

    @Test
    void without_the_excess_the_change_is_the_due_one() {
        Random random = new Random(Long.getLong("greenpark.seed", System.nanoTime()));
        for (int i = 0; i < 1_000; i++) {
            BigDecimal iva = BigDecimal.valueOf(1 + random.nextInt(1_000_000));
            BigDecimal base = BigDecimal.valueOf(1 + random.nextInt(10_000), 4);
            BigDecimal tce = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
            BigDecimal change = Intensity.changePercent(Intensity.of(tce, iva), base);
            BigDecimal excess = TargetTonnes.excess(tce, change, DUE);
            BigDecimal after = Intensity.changePercent(Intensity.of(tce.subtract(excess), iva), base);
            assertThat(after.doubleValue()).isBetween(-5.000001, -4.999999);
        }
    }

    @Test
    void the_year_ends_as_its_months_so_far_relate_to_the_year_before() {
        YearEnd end = TargetTonnes.yearEnd(
                months("110", "1050"), months("100", "1000"), months("120", "1300"), d("1000"), DUE);
        assertThat(end).isNotNull();
        assertThat(end.tce()).isEqualByComparingTo("132");
        // 1300 x 1.05 at 950 tce per 10,000 CNY
        assertThat(end.allowedTce()).isEqualByComparingTo("129.675");
        assertThat(end.excessTce()).isEqualByComparingTo("2.325");
    }

    @Test
    void a_year_before_without_energy_or_value_gives_no_end() {
        assertThat(TargetTonnes.yearEnd(months("1", "1"), months("0", "1"), months("1", "1"), d("1"), DUE))
                .isNull();
        assertThat(TargetTonnes.yearEnd(months("1", "1"), months("1", "-1"), months("1", "1"), d("1"), DUE))
                .isNull();
    }

    @Test
    void levels_are_those_of_the_barometer() {
        ProgressLevel.Thresholds usual = ProgressLevel.Thresholds.defaults();
        assertThat(ProgressLevel.of(d("-5"), d("0"), usual)).isEqualTo(ProgressLevel.ON_PATH);
        assertThat(ProgressLevel.of(d("-4.9"), d("0.1"), usual)).isEqualTo(ProgressLevel.BEHIND);
        assertThat(ProgressLevel.of(d("0"), d("5"), usual)).isEqualTo(ProgressLevel.NOT_FALLING);
        assertThat(ProgressLevel.of(d("3"), d("8"), new ProgressLevel.Thresholds(d("1"), d("5"))))
                .isEqualTo(ProgressLevel.BEHIND);
    }

    private static Months months(String tce, String ivaCny) {
        return new Months(d(tce), d(ivaCny));
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static @Nullable String rounded(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
