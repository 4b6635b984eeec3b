package io.greenpark.plan.light;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.plan.light.Lights.Listed;
import io.greenpark.plan.target.Averaging;
import io.greenpark.plan.target.Counting;
import io.greenpark.plan.target.Direction;
import io.greenpark.plan.target.TargetType;
import io.greenpark.plan.value.Progress;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The light of a target by its type, against figures worked out by hand. */
class LightsTest {
    private static final LightFixture ENERGY = LightFixture.of(TargetType.YEARLY_AVERAGE, Direction.AT_MOST, "-5");

    private static LightFixture average(Averaging averaging) {
        return LightFixture.of(
                TargetType.YEARLY_AVERAGE, Direction.AT_MOST, "-5", null, averaging, Counting.PER_PERIOD);
    }

    @Test
    void a_weak_year_of_a_yearly_average_is_made_up_by_strong_ones() {
        Standing weak = ENERGY.at("2024", Map.of("2024", "-2"));
        assertThat(weak.light()).isEqualTo(Light.AMBER);
        assertThat(weak.why()).isEqualTo(Why.CAN_BE_MADE_UP);
        // (0.857375 / 0.98) ^ (1/2) - 1
        assertThat(weak.needed()).isEqualByComparingTo("-6.47");
        assertThat(ENERGY.at("2025", Map.of("2024", "-2", "2025", "-8")).light())
                .isEqualTo(Light.GREEN);
        Standing end = ENERGY.at("2026", Map.of("2024", "-2", "2025", "-8", "2026", "-5"));
        assertThat(end.light()).isEqualTo(Light.GREEN);
        // 0.98 x 0.92 x 0.95 - 1, against 0.95^3 - 1
        assertThat(end.reached()).isEqualByComparingTo("-14.348");
        assertThat(end.expected()).isEqualByComparingTo("-14.2625");
    }

    @Test
    void the_reading_of_the_average_is_the_targets_own() {
        Map<String, String> years = Map.of("2024", "-9", "2025", "-5", "2026", "-1");
        // 0.91 x 0.95 x 0.99 = 0.855855: compound it is reached, arithmetic it is exactly -15 %.
        assertThat(average(Averaging.COMPOUND).at("2026", years).light()).isEqualTo(Light.GREEN);
        assertThat(average(Averaging.ARITHMETIC).at("2026", years).light()).isEqualTo(Light.GREEN);
        Map<String, String> between = Map.of("2024", "-9", "2025", "-5", "2026", "-0.9");
        assertThat(average(Averaging.COMPOUND).at("2026", between).light()).isEqualTo(Light.GREEN);
        assertThat(average(Averaging.ARITHMETIC).at("2026", between).light()).isEqualTo(Light.RED);
    }

    @Test
    void what_the_years_left_can_hardly_make_up_is_red_and_what_runs_may_still_turn() {
        assertThat(ENERGY.at("2025", Map.of("2024", "4", "2025", "0")).light()).isEqualTo(Light.RED);
        assertThat(ENERGY.at("2024-Q2", Map.of("2024-Q2", "3")).light()).isEqualTo(Light.AMBER);
        assertThat(ENERGY.at("2026", Map.of("2024", "-5", "2025", "-5", "2026", "-4.99"))
                        .why())
                .isEqualTo(Why.OVERDUE);
    }

    @Test
    void a_year_that_nobody_knows_leaves_an_average_grey() {
        assertThat(ENERGY.at("2025", Map.of("2025", "-9")).why()).isEqualTo(Why.PERIODS_MISSING);
        assertThat(ENERGY.at("2025", Map.of("2024", "-9")).why()).isEqualTo(Why.PERIODS_MISSING);
        assertThat(ENERGY.at("2025-Q1", Map.of("2024", "-9")).light()).isEqualTo(Light.GREEN);
        assertThat(ENERGY.at("2024", Map.of()).light()).isEqualTo(Light.GREY);
    }

    @Test
    void a_cumulative_amount_is_held_against_the_time_that_is_gone() {
        LightFixture land = LightFixture.of(TargetType.CUMULATIVE, Direction.AT_LEAST, "6000");
        assertThat(land.at("2024-Q2", Map.of("2024-Q1", "400", "2024-Q2", "600"))
                        .light())
                .isEqualTo(Light.GREEN);
        assertThat(land.at("2024-Q2", Map.of("2024-Q1", "400", "2024-Q2", "599"))
                        .light())
                .isEqualTo(Light.AMBER);
        assertThat(land.at("2024-Q2", Map.of("2024-Q1", "400", "2024-Q2", "400"))
                        .light())
                .isEqualTo(Light.AMBER);
        assertThat(land.at("2024-Q2", Map.of("2024-Q1", "400", "2024-Q2", "399"))
                        .light())
                .isEqualTo(Light.RED);
        // A quarter that nobody typed is not 0: what is missing may be enough, or what is there may be.
        assertThat(land.at("2024-Q2", Map.of("2024-Q2", "400")).light()).isEqualTo(Light.GREY);
        assertThat(land.at("2024-Q2", Map.of("2024-Q2", "1000")).light()).isEqualTo(Light.GREEN);
        // A year stands for its quarters.
        assertThat(land.at("2025-Q1", Map.of("2024", "2400", "2024-Q3", "1", "2025-Q1", "100"))
                        .reached())
                .isEqualByComparingTo("2500");
        assertThat(land.at("2026", Map.of("2024", "2000", "2025", "2000", "2026", "1999"))
                        .light())
                .isEqualTo(Light.RED);
    }

    @Test
    void a_share_is_reached_or_not_and_almost_all_is_not_all() {
        LightFixture clean = LightFixture.of(TargetType.SHARE, Direction.AT_LEAST, "100");
        assertThat(clean.at("2026", Map.of("2026", "99.6")).light()).isEqualTo(Light.RED);
        assertThat(clean.at("2025", Map.of("2025", "99.999999")).light()).isEqualTo(Light.AMBER);
        assertThat(clean.at("2024-Q1", Map.of("2024-Q1", "100")).light()).isEqualTo(Light.GREEN);
        LightFixture withBase =
                LightFixture.of(TargetType.SHARE, Direction.AT_LEAST, "70", "40", Averaging.COMPOUND, Counting.TO_DATE);
        assertThat(withBase.at("2024", Map.of("2024", "50")).light()).isEqualTo(Light.GREEN);
        assertThat(withBase.at("2024", Map.of("2024", "48")).light()).isEqualTo(Light.AMBER);
        assertThat(withBase.at("2024", Map.of("2024", "47.9")).light()).isEqualTo(Light.RED);
    }

    @Test
    void growth_is_wanted_every_year() {
        LightFixture tax = LightFixture.of(TargetType.GROWTH, Direction.AT_LEAST, "10");
        assertThat(tax.at("2025", Map.of("2024", "30", "2025", "10")).light()).isEqualTo(Light.GREEN);
        assertThat(tax.at("2025", Map.of("2024", "30", "2025", "8")).light()).isEqualTo(Light.AMBER);
        assertThat(tax.at("2025", Map.of("2024", "30", "2025", "7.9")).light()).isEqualTo(Light.RED);
        assertThat(tax.at("2025", Map.of("2024", "30")).light()).isEqualTo(Light.GREY);
        assertThat(tax.at("2025-Q4", Map.of("2024", "30")).light()).isEqualTo(Light.GREEN);
        assertThat(tax.at("2026-Q1", Map.of("2024", "30")).light()).isEqualTo(Light.GREY);
    }

    @Test
    void a_list_is_done_when_all_on_it_are_seen_to_and_all_could_be_judged() {
        LightFixture list = LightFixture.of(TargetType.LIST, Direction.AT_LEAST, null);
        assertThat(list.at("2024", Map.of(), new Listed(0, 12, 0)).light()).isEqualTo(Light.GREY);
        assertThat(list.at("2024", Map.of(), new Listed(3, 0, 9)).light()).isEqualTo(Light.AMBER);
        assertThat(list.at("2024", Map.of("2024", "3"), new Listed(3, 0, 9)).light())
                .isEqualTo(Light.GREEN);
        assertThat(list.at("2024", Map.of("2024", "3"), new Listed(3, 1, 9)).why())
                .isEqualTo(Why.SOME_NOT_JUDGED);
        assertThat(list.at("2026", Map.of("2026", "2"), new Listed(3, 0, 9)).light())
                .isEqualTo(Light.RED);
    }

    @Test
    void what_is_no_number_is_done_or_under_way() {
        LightFixture smart = LightFixture.of(TargetType.QUALITATIVE, Direction.AT_LEAST, null);
        assertThat(smart.at("2025", Progress.UNDER_WAY).light()).isEqualTo(Light.GREEN);
        assertThat(smart.at("2025", Progress.NOT_BEGUN).light()).isEqualTo(Light.AMBER);
        assertThat(smart.at("2026", Progress.UNDER_WAY).light()).isEqualTo(Light.RED);
        assertThat(smart.at("2026", Progress.DONE).light()).isEqualTo(Light.GREEN);
    }

    @Test
    void a_target_is_due_when_its_period_is_over_and_not_while_its_last_quarter_runs() {
        LightFixture share = LightFixture.of(TargetType.SHARE, Direction.AT_LEAST, "70");
        Map<String, String> short_ = Map.of("2026-Q4", "60");
        assertThat(share.on(LocalDate.of(2026, 12, 31), "2026-Q4", short_).why())
                .isEqualTo(Why.NOT_REACHED_YET);
        assertThat(share.on(LocalDate.of(2027, 1, 1), "2026-Q4", short_).why()).isEqualTo(Why.OVERDUE);
        Map<String, String> years = Map.of("2024", "-5", "2025", "-5", "2026", "-4.99");
        assertThat(ENERGY.on(LocalDate.of(2026, 12, 1), "2026", years).light()).isEqualTo(Light.AMBER);
        assertThat(ENERGY.on(LocalDate.of(2027, 1, 1), "2026", years).why()).isEqualTo(Why.OVERDUE);
    }
}
