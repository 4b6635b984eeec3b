package io.greenpark.accounting.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.time.Step;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/arithmetic.md, sections 4 and 5, worked by hand. */
class RegistersTest {
    private static final String DAY = "2024-03-01 ";

    private static HandWorked quarters() {
        return HandWorked.register("PT15M");
    }

    @Test
    void a_rise_is_the_difference_and_a_standing_register_has_used_nothing() {
        assertThat(quarters()
                        .from(DAY + "10:00", 100, 101, 103, 106, 110, 110, 110, 110, 110)
                        .amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "10 kWh MEASURED 60 min", "01 11", "0 kWh MEASURED 60 min"));
    }

    @Test
    void a_rise_over_a_gap_is_spread_so_that_hours_add_up_to_it() {
        assertThat(quarters().at(DAY + "10:30", 100).at(DAY + "13:30", 100.001).amounts(Step.HOUR))
                .isEqualTo(Map.of(
                        "01 10", "0 kWh PARTIAL 30 min",
                        "01 11", "0.001 kWh ESTIMATED 60 min",
                        "01 12", "0 kWh ESTIMATED 60 min",
                        "01 13", "0 kWh PARTIAL 30 min"));
    }

    @Test
    void a_gap_within_an_hour_is_no_estimate() {
        assertThat(quarters().at(DAY + "10:00", 100).at(DAY + "11:00", 107).amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "7 kWh MEASURED 60 min"));
    }

    @Test
    void a_spike_that_cannot_be_delivered_never_happened() {
        assertThat(quarters()
                        .maxPerHour("100")
                        .from(DAY + "10:00", 100, 101, 9000, 103, 104)
                        .amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "4 kWh MEASURED 60 min"));
    }

    @Test
    void a_spike_that_could_be_delivered_is_taken_back_once_the_register_is_back() {
        assertThat(quarters()
                        .maxPerHour("100")
                        .from(DAY + "10:00", 100, 101, 120, 103, 104)
                        .amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "4 kWh MEASURED 60 min"));
    }

    @Test
    void a_block_of_zeros_never_happened() {
        assertThat(quarters()
                        .from(DAY + "10:00", 100, 101, 0, 0, 0, 0, 107, 108, 109)
                        .amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "4.6 kWh ESTIMATED 60 min", "01 11", "4.4 kWh ESTIMATED 60 min"));
    }

    @Test
    void a_register_that_starts_again_is_a_new_base_after_three_values() {
        HandWorked two = quarters().from(DAY + "10:00", 1000, 1001, 5, 6);
        assertThat(two.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "1 kWh PARTIAL 15 min"));
        HandWorked three = quarters().from(DAY + "10:00", 1000, 1001, 5, 6, 7);
        assertThat(three.amounts(Step.HOUR)).isEqualTo(Map.of("01 10", "3 kWh PARTIAL 45 min"));
    }

    @Test
    void a_swap_of_two_meters_is_taken_back_when_they_are_swapped_again() {
        HandWorked lower = quarters().from(DAY + "10:00", 10_000, 10_001, 2_069, 2_070, 2_071, 2_072);
        lower.from(DAY + "11:30", 10_007, 10_008, 10_009);
        assertThat(lower.total()).isEqualTo("9");
        HandWorked higher = quarters().from(DAY + "10:00", 2_000, 2_001, 16_744, 16_745, 16_746, 16_747);
        higher.from(DAY + "11:30", 2_007, 2_008, 2_009);
        assertThat(higher.total()).isEqualTo("9");
    }

    @Test
    void a_dip_that_recovers_after_days_costs_nothing() {
        HandWorked dip = HandWorked.register("PT1H").maxPerHour("50").from(DAY + "00:00", 5000, 5010, 5020);
        for (int day = 1; day < 6; day++) {
            dip.from("2024-03-0" + (day + 1) + " 00:00", 100 + day, 101 + day, 102 + day);
        }
        dip.from("2024-03-08 00:00", 6000, 6010, 6020);
        assertThat(dip.total()).isEqualTo("1020");
    }

    @Test
    void a_wrap_is_a_rise_where_it_is_deliverable_and_less_than_half_the_range() {
        HandWorked small = HandWorked.register("PT24H").maxPerHour("100").range("10000");
        assertThat(small.from("2024-03-01 00:00", 8_700, 200).amounts(Step.DAY))
                .isEqualTo(Map.of("03-01", "1500 kWh MEASURED 1440 min"));
        HandWorked unknown = HandWorked.register("PT24H").range("10000");
        assertThat(unknown.from("2024-03-01 00:00", 8_700, 200).amounts(Step.DAY))
                .isEmpty();
        HandWorked high = HandWorked.register("PT24H").range("10000");
        assertThat(high.from("2024-03-01 00:00", 9_700, 200).amounts(Step.DAY))
                .isEqualTo(Map.of("03-01", "500 kWh MEASURED 1440 min"));
    }

    @Test
    void a_freeze_spreads_what_has_flown_meanwhile() {
        assertThat(quarters()
                        .maxPerHour("100")
                        .from(DAY + "10:00", 100, 100, 100, 100, 100, 100, 100, 100, 180)
                        .amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "40 kWh ESTIMATED 60 min", "01 11", "40 kWh ESTIMATED 60 min"));
    }

    @Test
    void a_standstill_that_no_freeze_explains_is_missing() {
        HandWorked m = quarters().maxPerHour("100").from(DAY + "10:00", 90, 100, 100, 100, 100, 100, 100, 100, 100);
        assertThat(m.from(DAY + "12:15", 5_000, 5_010, 5_020, 5_030).amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "10 kWh PARTIAL 15 min", "01 12", "30 kWh PARTIAL 45 min"));
    }

    @Test
    void the_ends_of_a_replacement_on_record_are_known_also_where_the_new_one_starts_at_0() {
        HandWorked m = quarters().from(DAY + "10:00", 500, 501).replacement(DAY + "10:20", "501.5", "0");
        assertThat(m.from(DAY + "10:30", 20, 21, 22).total()).isEqualTo("23.5");
    }

    @Test
    void a_first_value_of_0_out_of_which_a_register_jumps_was_none() {
        assertThat(quarters().from(DAY + "10:00", 0, 60_000, 60_001, 60_002).total())
                .isEqualTo("2");
        assertThat(quarters().from(DAY + "10:00", 0, 1, 2, 3).total()).isEqualTo("3");
    }

    @Test
    void a_step_over_400_days_books_nothing() {
        HandWorked m = HandWorked.register("PT24H").at("2022-01-01 00:00", 10).at("2023-03-01 00:00", 20);
        assertThat(m.at("2023-03-02 00:00", 22).total()).isEqualTo("2");
    }

    @Test
    void a_register_read_once_a_day_has_estimated_hours_and_measured_days() {
        HandWorked m = HandWorked.register("PT24H").from("2024-03-01 00:00:30", 10, 34, 58);
        assertThat(m.amounts(Step.HOUR)).containsEntry("01 12", "1 kWh ESTIMATED 60 min");
        assertThat(m.amounts(Step.DAY)).containsEntry("03-02", "24 kWh MEASURED 1440 min");
    }

    @Test
    void a_register_read_once_a_month_has_measured_months() {
        HandWorked m = HandWorked.register("P30D").at("2024-03-01 08:00", 0.5).at("2024-04-01 09:00", 745.5);
        m.at("2024-05-01 07:00", 1500.5);
        assertThat(m.amounts(Step.MONTH).get("2024-04")).contains("MEASURED").contains(" 43200 min");
        assertThat(m.amounts(Step.DAY)).containsEntry("04-10", "25.237 kWh ESTIMATED 1440 min");
    }

    @Test
    void without_a_greatest_amount_a_freeze_is_known_by_the_step_out_of_it() {
        HandWorked m = HandWorked.register("PT1H").from("2024-03-01 00:00", 0, 60, 120, 180);
        m.from("2024-03-01 04:00", 180, 180, 180, 180, 180, 180, 180, 180, 180, 180);
        m.from("2024-03-01 14:00", 840, 900, 960, 1020);
        assertThat(m.amounts(Step.HOUR))
                .containsEntry("01 02", "60 kWh MEASURED 60 min")
                .containsEntry("01 05", "60 kWh ESTIMATED 60 min")
                .containsEntry("01 13", "60 kWh ESTIMATED 60 min")
                .containsEntry("01 14", "60 kWh MEASURED 60 min");
    }

    @Test
    void cached_values_do_not_take_back_what_came_before_them() {
        HandWorked m = quarters().from(DAY + "10:00", 100, 110, 120, 100, 100, 100, 100, 170, 180);
        assertThat(m.amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "40 kWh ESTIMATED 60 min", "01 11", "40 kWh ESTIMATED 60 min"));
    }

    @Test
    void a_rise_of_a_standing_register_that_turns_out_a_spike_leaves_the_standstill_measured() {
        HandWorked m = quarters().maxPerHour("100").from(DAY + "10:00", 100, 100, 100, 100, 100, 100, 180, 100, 100);
        assertThat(m.amounts(Step.HOUR))
                .isEqualTo(Map.of("01 10", "0 kWh MEASURED 60 min", "01 11", "0 kWh MEASURED 60 min"));
    }

    @Test
    void a_fall_that_lasts_longer_than_35_days_stays() {
        HandWorked m = HandWorked.register("PT24H").maxPerHour("50").from("2024-03-01 00:00", 5000, 5100);
        for (int day = 0; day < 40; day++) {
            m.at(LocalDate.of(2024, 3, 3).plusDays(day) + " 00:00", 10 + day);
        }
        assertThat(m.from("2024-04-12 00:00", 5300, 5400, 5500).total()).isEqualTo("339");
    }
}
