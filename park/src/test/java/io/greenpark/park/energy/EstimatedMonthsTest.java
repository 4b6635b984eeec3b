package io.greenpark.park.energy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A year to date is bounded by readings where its months may not be. */
class EstimatedMonthsTest {
    private static long estimated(long before, long after, long... months) {
        return EstimatedMonths.estimatedMs(before, months, after);
    }

    @Test
    void a_gap_within_the_period_is_measured() {
        assertThat(estimated(0, 0, 0, 20, 5, 0)).isZero();
    }

    @Test
    void what_goes_on_beyond_the_end_is_estimated() {
        assertThat(estimated(0, 9, 0, 20, 30)).isEqualTo(50);
        assertThat(estimated(0, 0, 0, 20, 30)).isZero();
    }

    @Test
    void what_began_before_the_period_is_estimated() {
        assertThat(estimated(7, 0, 31, 4, 0, 12)).isEqualTo(35);
    }

    @Test
    void what_hangs_together_with_both_ends_counts_once() {
        assertThat(estimated(7, 7, 31, 28, 31)).isEqualTo(90);
        assertThat(estimated(7, 7, 3, 0, 5)).isEqualTo(8);
    }

    @Test
    void a_gap_apart_from_those_at_the_ends_is_measured() {
        assertThat(estimated(7, 7, 3, 0, 40, 0, 5)).isEqualTo(8);
    }

    @Test
    void a_single_month_is_seen_from_itself() {
        assertThat(estimated(0, 0, 12)).isEqualTo(12);
    }

    @Test
    void a_whole_year_between_two_readings_is_measured_though_none_of_its_months_is() {
        assertThat(estimated(0, 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31))
                .isZero();
        assertThat(estimated(0, 31, 31, 28)).isEqualTo(59);
    }
}
