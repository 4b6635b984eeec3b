package io.greenpark.lab.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SoakCriteriaTest {
    @Test
    void what_stays_as_it_was_is_flat() {
        assertThat(new SoakSeries().bad()).isEmpty();
    }

    @Test
    void resident_memory_that_grows_all_the_time_is_a_leak() {
        assertThat(new SoakSeries().residentMb(i -> 600 + 3L * i).bad()).containsExactly("resident memory");
    }

    @Test
    void growth_within_the_warm_up_is_none() {
        assertThat(new SoakSeries()
                        .residentMb(i -> Math.min(600, 300 + 10L * i))
                        .bad())
                .isEmpty();
    }

    @Test
    void a_heap_that_fills_and_is_collected_is_flat() {
        assertThat(new SoakSeries().heapMb(i -> 150 + i % 4 * 100).bad()).isEmpty();
    }

    @Test
    void a_heap_whose_collections_leave_more_each_time_is_a_leak() {
        assertThat(new SoakSeries().heapMb(i -> 150 + i % 4 * 100 + i).bad()).containsExactly("heap after collections");
    }

    @Test
    void where_the_whole_heap_was_collected_only_the_rest_counts() {
        SoakSeries garbage = new SoakSeries().heapMb(i -> 150 + 3L * i).keptMb(i -> i % 10 == 0 ? 90 : 0);
        assertThat(garbage.bad()).isEmpty();
        SoakSeries leak = new SoakSeries().keptMb(i -> i % 10 == 0 ? 90 + i / 2 : 0);
        assertThat(leak.bad()).containsExactly("heap after collections");
    }

    @Test
    void a_lag_that_grows_is_not_flat_even_while_small() {
        assertThat(new SoakSeries().lag(i -> 400L * i).bad()).containsExactly("lag of accounting");
    }

    @Test
    void a_lag_that_once_was_too_large_is_not_flat() {
        assertThat(new SoakSeries().lag(i -> i == 80 ? 200_000 : 500).bad()).containsExactly("lag of accounting");
    }

    @Test
    void a_lag_that_comes_and_goes_within_bounds_is_flat() {
        assertThat(new SoakSeries().lag(i -> i % 12 * 5_000L).bad()).isEmpty();
    }

    @Test
    void files_that_are_never_closed_are_found() {
        assertThat(new SoakSeries().filesPerSample(1).bad()).containsExactly("open files");
    }

    @Test
    void a_slow_load_a_late_end_and_a_lost_reading_are_reported() {
        SoakSeries series = new SoakSeries()
                .acknowledged(5_000_000)
                .drained(Duration.ofMinutes(2))
                .found(5_999_999);
        assertThat(series.bad()).containsExactly("load", "worked off", "InfluxDB");
    }

    @Test
    void the_report_says_what_is_not_flat_and_why() {
        SoakReport report =
                new SoakReport(new SoakSeries().residentMb(i -> 600 + 3L * i).result());
        assertThat(report.flat()).isFalse();
        assertThat(report.text())
                .contains("**NOT FLAT: resident memory (median")
                .contains("| resident memory | **NOT** |")
                .contains("the first 150 s are a warm-up");
    }
}
