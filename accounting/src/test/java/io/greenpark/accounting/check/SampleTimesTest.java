package io.greenpark.accounting.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.time.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/arithmetic.md, sections 1, 2, 3 and 6, worked by hand. */
class SampleTimesTest {
    private static final String DAY = "2024-03-01 ";

    @Test
    void a_stamp_within_the_tolerance_means_the_boundary() {
        assertThat(HandWorked.interval("PT1H").at(DAY + "11:00:40", 7).amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "7 kWh MEASURED 60 min"));
    }

    @Test
    void a_stamp_that_fits_no_boundary_stands_for_exactly_its_period() {
        assertThat(HandWorked.interval("PT1H").at(DAY + "11:15", 8).amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "6 kWh PARTIAL 45 min", "01 11", "2 kWh PARTIAL 15 min"));
    }

    @Test
    void of_overlapping_values_the_one_nearer_to_its_boundary_counts() {
        HandWorked m =
                HandWorked.interval("PT15M").from(DAY + "10:15", 1, 2, 3, 4).at(DAY + "10:33", 90);
        assertThat(m.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "10 kWh CORRECTED 60 min"));
    }

    @Test
    void of_equally_near_ones_the_later_arrival_counts() {
        HandWorked m = HandWorked.interval("PT1H").late(DAY + "10:59:40", 5, DAY + "12:00");
        m.late(DAY + "11:00:20", 6, DAY + "11:30");
        assertThat(m.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "5 kWh CORRECTED 60 min"));
    }

    @Test
    void a_momentary_value_is_held_to_the_next_or_where_none_follows_for_the_expected_interval() {
        HandWorked m = HandWorked.power("PT10M").at(DAY + "10:00", 60).at(DAY + "10:05", 120);
        assertThat(m.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "25 kWh PARTIAL 15 min"));
    }

    @Test
    void the_tolerance_only_reaches_the_next_value() {
        HandWorked within = HandWorked.power("PT10M").at(DAY + "10:00", 60).at(DAY + "10:11", 120);
        assertThat(within.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "31 kWh PARTIAL 21 min"));
        HandWorked beyond = HandWorked.power("PT10M").at(DAY + "10:00", 60).at(DAY + "10:11:01", 120);
        assertThat(beyond.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "30 kWh PARTIAL 20 min"));
    }

    @Test
    void nothing_is_held_past_now() {
        HandWorked m = HandWorked.power("PT1H").at(DAY + "10:00", 60).now(DAY + "10:30");
        assertThat(m.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "30 kWh PARTIAL 30 min"));
    }

    @Test
    void an_invalid_value_ends_the_hold_of_the_one_before_and_is_in_no_completeness() {
        HandWorked m = HandWorked.concentration("PT0S", "PT30M").at(DAY + "10:00", 20);
        m.at(DAY + "10:15", 9999.99).at(DAY + "10:30", 40).at(DAY + "10:45", -1);
        assertThat(m.means(Step.HOUR)).isEqualTo(Map.of("01 10", "30 PARTIAL 50 %"));
    }

    @Test
    void a_flagged_value_counts_in_nothing() {
        HandWorked m = HandWorked.concentration("PT10M", "PT10M").from(DAY + "10:10", 10, 10, 10, 10, 16);
        assertThat(m.at(DAY + "11:00", 500, Flag.CALIBRATION).means(Step.HOUR))
                .isEqualTo(Map.of("01 10", "11.2 PARTIAL 83 %"));
    }

    @Test
    void a_mean_weighs_values_by_their_time() {
        HandWorked m =
                HandWorked.concentration("PT0S", "PT1H").at(DAY + "10:00", 10).at(DAY + "10:45", 50);
        assertThat(m.at(DAY + "11:00", 0).means(Step.HOUR)).containsEntry("01 10", "20 MEASURED 100 %");
    }

    @Test
    void the_mean_of_a_day_is_of_the_day_and_of_none_of_its_hours() {
        HandWorked m = HandWorked.concentration("PT24H", "PT24H").at("2024-03-02 00:04", 12);
        assertThat(m.means(Step.DAY)).isEqualTo(Map.of("03-01", "12 MEASURED 100 %"));
        assertThat(m.means(Step.HOUR)).isEmpty();
    }

    @Test
    void a_mean_that_fits_no_hour_belongs_to_none() {
        assertThat(HandWorked.concentration("PT1H", "PT1H")
                        .at(DAY + "11:20", 12)
                        .means(Step.HOUR))
                .isEmpty();
    }

    @Test
    void a_differing_value_of_the_same_time_makes_the_hour_corrected() {
        HandWorked m = HandWorked.interval("PT1H").at(DAY + "11:00", 7).replaced(DAY + "11:00", 8);
        assertThat(m.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "7 kWh CORRECTED 60 min"));
    }

    @Test
    void an_amount_that_cannot_flow_does_not_count() {
        HandWorked m = HandWorked.interval("PT15M").maxPerHour("40").from(DAY + "10:15", 10, 11, 10, 10);
        assertThat(m.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "30 kWh PARTIAL 45 min"));
    }

    @Test
    void amounts_just_below_the_largest_add_up_and_a_larger_one_counts_not() {
        HandWorked m = HandWorked.interval("PT15M").from(DAY + "10:15", 9e11, 9e11, 9e11, 9e11);
        assertThat(m.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "3600000000000 kWh MEASURED 60 min"));
        assertThat(HandWorked.interval("PT1H").at(DAY + "11:00", 1e12).amounts(Step.HOUR))
                .isEmpty();
    }

    @Test
    void what_is_fed_back_is_no_import_and_its_time_is_covered() {
        assertThat(HandWorked.interval("PT1H").from(DAY + "11:00", -3, 4).amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "0 kWh MEASURED 60 min", "01 11", "4 kWh MEASURED 60 min"));
    }

    @Test
    void an_amount_of_a_day_has_estimated_hours_and_a_measured_day() {
        HandWorked m = HandWorked.interval("PT24H").at("2024-03-02 00:00", 48);
        assertThat(m.amounts(Step.HOUR)).hasSize(24).containsEntry("01 05", "2 kWh ESTIMATED 60 min");
        assertThat(m.amounts(Step.DAY)).isEqualTo(Map.of("03-01", "48 kWh MEASURED 1440 min"));
    }

    @Test
    void hours_and_days_are_as_longeras_the_clock_makes_them() {
        ParkPeriods halves = new ParkPeriods(ZoneId.of("Australia/Lord_Howe"));
        Span longer = halves.of(Step.HOUR, Instant.parse("2024-04-06T14:30:00Z").toEpochMilli());
        assertThat(Duration.ofMillis(longer.length())).isEqualTo(Duration.ofMinutes(90));
        Span shorter =
                halves.of(Step.HOUR, Instant.parse("2024-10-05T15:40:00Z").toEpochMilli());
        assertThat(Duration.ofMillis(shorter.length())).isEqualTo(Duration.ofMinutes(30));
        Span day = halves.of(Step.DAY, Instant.parse("2024-10-05T15:40:00Z").toEpochMilli());
        assertThat(Duration.ofMillis(day.length())).isEqualTo(Duration.ofMinutes(23 * 60 + 30));
    }
}
