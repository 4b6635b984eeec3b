package io.greenpark.plan.light;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.plan.target.Averaging;
import io.greenpark.plan.target.Counting;
import io.greenpark.plan.target.Direction;
import io.greenpark.plan.target.TargetType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** What holds of every light. */
class LightsProperties {
    private static final List<String> QUARTERS = List.of(
            "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1",
            "2026-Q2", "2026-Q3", "2026-Q4");

    private static int good(Light light) {
        return switch (light) {
            case RED -> 0;
            case AMBER -> 1;
            case GREEN -> 2;
            case GREY -> throw new AssertionError("grey, though all is known");
        };
    }

    private static LightFixture average(Averaging averaging, Direction direction, BigDecimal yearly) {
        return LightFixture.of(
                TargetType.YEARLY_AVERAGE, direction, yearly.toPlainString(), null, averaging, Counting.PER_PERIOD);
    }

    private static Map<String, String> years(List<BigDecimal> changes) {
        Map<String, String> years = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            years.put(Integer.toString(2024 + i), changes.get(i).toPlainString());
        }
        return years;
    }

    @Property(tries = 300)
    void more_of_what_is_wanted_never_makes_a_light_worse(
            @ForAll @Size(12) List<@IntRange(max = 900) Integer> amounts,
            @ForAll @IntRange(max = 11) int last,
            @ForAll @IntRange(min = 1, max = 500) int more) {
        LightFixture land = LightFixture.of(TargetType.CUMULATIVE, Direction.AT_LEAST, "6000");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i <= last; i++) {
            values.put(QUARTERS.get(i), amounts.get(i).toString());
        }
        Light before = land.at(QUARTERS.get(last), values).light();
        values.merge(QUARTERS.get(0), "" + more, (a, b) -> new BigDecimal(a)
                .add(new BigDecimal(b))
                .toPlainString());
        assertThat(good(land.at(QUARTERS.get(last), values).light())).isGreaterThanOrEqualTo(good(before));
    }

    @Property(tries = 300)
    void a_year_on_target_and_years_that_reach_it_in_the_product_are_green_in_any_order(
            @ForAll @Scale(2) @BigRange(min = "-20", max = "5") BigDecimal first,
            @ForAll @Scale(2) @BigRange(min = "-20", max = "5") BigDecimal second) {
        LightFixture energy = average(Averaging.COMPOUND, Direction.AT_MOST, new BigDecimal("-5"));
        // What the third year has to be for the product to be 0.95^3, a hundredth better.
        double factor = 0.857375 / ((1 + first.doubleValue() / 100) * (1 + second.doubleValue() / 100));
        BigDecimal third = BigDecimal.valueOf((factor - 1) * 100 - 0.01);
        assertThat(energy.at("2026", years(List.of(first, second, third))).light())
                .isEqualTo(Light.GREEN);
        assertThat(energy.at("2026", years(List.of(third, first, second))).light())
                .isEqualTo(Light.GREEN);
        assertThat(energy.at("2026", years(List.of(second, third, first))).light())
                .isEqualTo(Light.GREEN);
        BigDecimal short_ = third.add(new BigDecimal("0.02"));
        assertThat(energy.at("2026", years(List.of(first, second, short_))).light())
                .isEqualTo(Light.RED);
    }

    @Property(tries = 300)
    void what_is_needed_brings_the_average_to_its_target(
            @ForAll Averaging averaging, @ForAll @Scale(2) @BigRange(min = "-12", max = "5") BigDecimal first) {
        LightFixture energy = average(averaging, Direction.AT_MOST, new BigDecimal("-5"));
        Standing standing = energy.at("2024", years(List.of(first)));
        if (standing.needed() == null) {
            assertThat(standing.light()).isEqualTo(Light.GREEN);
            return;
        }
        BigDecimal enough = standing.needed().subtract(new BigDecimal("0.01"));
        assertThat(energy.at("2026", years(List.of(first, enough, enough))).light())
                .isEqualTo(Light.GREEN);
        // Amber means that one and a half times the yearly amount would be enough.
        assertThat(standing.light() == Light.AMBER)
                .isEqualTo(energy.at("2026", years(List.of(first, new BigDecimal("-7.5"), new BigDecimal("-7.5"))))
                                .light()
                        == Light.GREEN);
    }

    @Property(tries = 200)
    void a_target_that_falls_is_the_mirror_of_one_that_rises(
            @ForAll @Size(min = 1, max = 3) List<@Scale(2) @BigRange(min = "-20", max = "20") BigDecimal> changes) {
        LightFixture down = average(Averaging.ARITHMETIC, Direction.AT_MOST, new BigDecimal("-5"));
        LightFixture up = average(Averaging.ARITHMETIC, Direction.AT_LEAST, new BigDecimal("5"));
        String at = Integer.toString(2023 + changes.size());
        assertThat(down.at(at, years(changes)).light())
                .isEqualTo(
                        up.at(at, years(changes.stream().map(BigDecimal::negate).toList()))
                                .light());
    }

    @Property(tries = 200)
    void nothing_known_is_grey_whatever_the_target(
            @ForAll TargetType type, @ForAll Direction direction, @ForAll @IntRange(max = 11) int at) {
        LightFixture any = LightFixture.of(type, direction, "5");
        assertThat(any.at(QUARTERS.get(at), Map.of()).light()).isEqualTo(Light.GREY);
    }
}
