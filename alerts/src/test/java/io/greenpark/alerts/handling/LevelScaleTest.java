package io.greenpark.alerts.handling;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.alerts.desk.ShippedProcedures;
import io.greenpark.alerts.handling.LevelScale.LevelFacts;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How grave cases are by the scale that is shipped. */
class LevelScaleTest {
    private static final LevelScale SHIPPED = ShippedProcedures.read().levels();

    private static LevelFacts of(Case.Rule rule, String factor, String multiple, int hours, int periods, int times) {
        return new LevelFacts(
                rule,
                factor,
                multiple == null ? null : new BigDecimal(multiple),
                Duration.ofHours(hours),
                periods,
                times);
    }

    @ParameterizedTest
    @CsvSource({
        "cod, 0.49, 1, 1, BLUE, ",
        "cod, 0.5, 1, 1, YELLOW, MULTIPLE",
        "cod, 0.1, 2, 1, YELLOW, DURATION",
        "cod, 0.1, 1, 3, YELLOW, REPEAT",
        "cod, 1, 1, 1, ORANGE, MULTIPLE",
        "cod, 0.1, 4, 1, ORANGE, DURATION",
        "cod, 3, 1, 1, RED, MULTIPLE",
        "lead, 1.99, 1, 1, ORANGE, MULTIPLE",
        "lead, 2, 1, 1, RED, FACTOR",
        "Lead, 4, 1, 1, RED, FACTOR",
        "nickel, 2, 1, 1, ORANGE, MULTIPLE",
        "nickel, 9, 1, 1, RED, FACTOR"
    })
    void an_exceedance_is_as_grave_as_its_multiple_its_length_its_repetition_and_its_metal(
            String factor, String multiple, int periods, int times, CaseLevel level, LevelScale.By by) {
        assertThat(SHIPPED.of(of(Case.Rule.LIMIT_EXCEEDED, factor, multiple, periods, periods, times)))
                .isEqualTo(new LevelScale.Found(level, by));
    }

    @Test
    void silence_rises_with_its_length_and_has_no_multiple() {
        assertThat(SHIPPED.of(of(Case.Rule.DEVICE_SILENT, null, null, 23, 0, 9)).level())
                .isEqualTo(CaseLevel.BLUE);
        assertThat(SHIPPED.of(of(Case.Rule.DEVICE_SILENT, null, null, 24, 0, 1)).level())
                .isEqualTo(CaseLevel.YELLOW);
        assertThat(SHIPPED.of(of(Case.Rule.DEVICE_SILENT, null, null, 168, 0, 1))
                        .level())
                .isEqualTo(CaseLevel.ORANGE);
    }

    @Test
    void an_early_warning_stays_blue() {
        assertThat(SHIPPED.of(of(Case.Rule.LIMIT_WARNING, "lead", "9", 900, 900, 90))
                        .level())
                .isEqualTo(CaseLevel.BLUE);
    }
}
