package io.greenpark.dashboards.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.rule.Comparison;
import io.greenpark.alerts.rule.Confidence;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.energy.Coverage;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How a verdict reads that rests on a limit that is confirmed, or on one that is not. */
class OutletStateTest {
    private static OutletState of(Outcome outcome, boolean confirmed) {
        Instant from = Instant.parse("2026-11-23T00:00:00Z");
        return OutletState.of(new Verdict(
                from,
                from.plusSeconds(3_600),
                Phase.CLOSED,
                outcome,
                new Comparison(BigDecimal.TEN, BigDecimal.TEN, "mg/m3", BigDecimal.ZERO),
                new Confidence(Coverage.measured(1), true, confirmed, "permit"),
                null));
    }

    @Test
    void nothing_reads_as_kept_by_a_limit_that_is_not_confirmed() {
        assertThat(of(Outcome.CLEARS, true)).isEqualTo(OutletState.KEPT);
        assertThat(of(Outcome.CLEARS, false)).isEqualTo(OutletState.UNCONFIRMED);
        assertThat(of(Outcome.HOLDS, false)).isEqualTo(OutletState.UNCONFIRMED);
        assertThat(OutletState.UNCONFIRMED.text().zh()).isEqualTo("未见超标（限值未经确认）");
    }

    @Test
    void an_outlet_with_such_a_point_is_not_kept_either_and_an_exceedance_is_suspected_only() {
        assertThat(OutletState.KEPT.worse(OutletState.UNCONFIRMED)).isEqualTo(OutletState.UNCONFIRMED);
        assertThat(of(Outcome.RAISES, false)).isEqualTo(OutletState.SUSPECTED);
        assertThat(of(Outcome.RAISES, true)).isEqualTo(OutletState.EXCEEDED);
    }
}
