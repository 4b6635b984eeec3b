package io.greenpark.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitRuleTest {
    private static final Limit NOX = limit("100", null, "0.9");
    private static final Limit RANGE = limit("9", "6", null);

    private static Limit limit(String upper, @Nullable String lower, @Nullable String warn) {
        return new Limit(
                "l",
                "p",
                Limit.Averaging.HOUR,
                new BigDecimal(upper),
                lower == null ? null : new BigDecimal(lower),
                Unit.MG_PER_M3,
                warn == null ? null : new BigDecimal(warn),
                "test",
                false,
                Instant.EPOCH,
                null);
    }

    private static Verdict evaluate(String mean, Unit unit, Limit limit) {
        return LimitRule.evaluate(
                row(mean), new Measured(unit, true), List.of(limit), new LimitRule.Thresholds(75, 100));
    }

    private static DischargeRow row(String mean) {
        return new DischargeRow(
                Instant.EPOCH, Instant.EPOCH.plusSeconds(3_600), new BigDecimal(mean), 12, 1, Quality.MEASURED);
    }

    private static Outcome warning(String mean) {
        return WarningRule.closed(
                        row(mean),
                        new Measured(Unit.MG_PER_M3, true),
                        List.of(NOX),
                        new WarningRule.Thresholds(75, 25, 95))
                .outcome();
    }

    @Test
    void a_mean_equal_to_the_limit_complies_and_one_above_is_a_multiple_over() {
        assertThat(evaluate("90", Unit.MG_PER_M3, NOX).outcome()).isEqualTo(Outcome.CLEARS);
        assertThat(evaluate("100", Unit.MG_PER_M3, NOX).outcome()).isEqualTo(Outcome.CLEARS);
        Verdict over = evaluate("125", Unit.MG_PER_M3, NOX);
        assertThat(over.outcome()).isEqualTo(Outcome.RAISES);
        assertThat(over.severity()).isEqualByComparingTo("0.25");
        assertThat(evaluate("125000", Unit.UG_PER_M3, NOX).severity()).isEqualByComparingTo("0.25");
    }

    @Test
    void a_mean_equal_to_the_warning_level_raises_no_warning_and_one_above_does() {
        assertThat(warning("90")).isEqualTo(Outcome.HOLDS);
        assertThat(warning("100")).isEqualTo(Outcome.RAISES);
    }

    @Test
    void a_range_is_left_on_both_sides() {
        assertThat(evaluate("5.9", Unit.MG_PER_M3, RANGE).outcome()).isEqualTo(Outcome.RAISES);
        assertThat(evaluate("6", Unit.MG_PER_M3, RANGE).outcome()).isEqualTo(Outcome.CLEARS);
        assertThat(evaluate("9.1", Unit.MG_PER_M3, RANGE).outcome()).isEqualTo(Outcome.RAISES);
    }
}
