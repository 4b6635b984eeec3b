package io.greenpark.park.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.greenpark.park.reason.Reason;
import org.junit.jupiter.api.Test;

/** What is known of a period, measured and estimated apart. */
class CoverageTest {
    @Test
    void measured_and_estimated_make_what_is_known() {
        Coverage c = Coverage.of(950, 150, 1_000);
        assertThat(c).isEqualTo(new Coverage(0.95, 0.8));
        assertThat(c.estimated()).isCloseTo(0.15, within(1e-9));
        assertThat(c.measuredPercent() + c.estimatedPercent()).isEqualTo(c.completenessPercent());
    }

    @Test
    void nothing_expected_is_nothing_known() {
        assertThat(Coverage.of(0, 0, 0)).isEqualTo(Coverage.NONE);
    }

    @Test
    void more_than_expected_is_all() {
        assertThat(Coverage.of(1_100, 50, 1_000)).isEqualTo(new Coverage(1, 1));
    }

    @Test
    void what_is_measured_decides_and_says_why() {
        assertThat(Coverage.of(1_000, 100, 1_000).tooMuchEstimated(90)).isNull();
        assertThat(Coverage.of(1_000, 101, 1_000).tooMuchEstimated(90)).isEqualTo(Reason.tooMuchEstimated(89, 11, 90));
    }

    @Test
    void what_is_missing_is_not_the_fault_of_estimates() {
        assertThat(Coverage.of(800, 400, 1_000).tooMuchEstimated(90)).isNull();
    }
}
