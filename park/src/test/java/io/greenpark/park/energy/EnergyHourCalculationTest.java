package io.greenpark.park.energy;

import static io.greenpark.park.energy.Meters.HOUR;
import static io.greenpark.park.energy.Meters.TIME;
import static io.greenpark.park.energy.Meters.at;
import static io.greenpark.park.energy.Meters.book;
import static io.greenpark.park.energy.Meters.facts;
import static io.greenpark.park.energy.Meters.point;
import static io.greenpark.park.energy.Meters.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.unit.Unit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EnergyHourCalculationTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);

    private final Point quarters = point(facts(PointKind.INTERVAL, Unit.KWH, QUARTER, QUARTER, "500"));
    private final Point power = point(facts(PointKind.GAUGE, Unit.KW, Duration.ZERO, QUARTER, "500"));

    @Test
    void quarters_stamped_with_their_end_add_up_in_their_hour() {
        List<EnergyHour> hours =
                book(quarters, List.of(at(0.25, 3.17), at(0.5, 4), at(0.75, 3.24), at(1, 3.31), at(1.25, 9)), 2);
        assertThat(hours.get(0).amount()).isEqualTo(13_720);
        assertThat(hours.get(0).quality()).isEqualTo(Quality.MEASURED);
        assertThat(hours.get(1).amount()).isEqualTo(9_000);
        assertThat(hours.get(1).quality()).isEqualTo(Quality.PARTIAL);
    }

    @Test
    void an_amount_that_is_flagged_or_impossible_is_not_counted() {
        List<EnergyHour> hours =
                book(quarters, List.of(at(0.25, 3, Flag.FAULT), at(0.5, 65535), at(0.75, 1.8e21), at(1, 126)), 1);
        assertThat(hours.get(0).quality()).isEqualTo(Quality.MISSING);
    }

    @Test
    void a_replaced_reading_marks_its_own_hour_only() {
        List<Sample> samples = List.of(at(0.25, 1), at(0.5, 1), at(0.75, 1), at(1, 1), at(1.25, 1));
        List<EnergyHour> hours = DefaultHours.calculate(
                        quarters,
                        TIME,
                        samples,
                        Long.MIN_VALUE,
                        List.of(Meters.START + HOUR),
                        Meters.START,
                        Meters.START + 2 * HOUR)
                .hours();
        assertThat(hours).extracting(EnergyHour::quality).containsExactly(Quality.CORRECTED, Quality.PARTIAL);
    }

    @Property(tries = 200)
    void a_day_is_spread_over_its_real_hours_to_the_last_unit(@ForAll @IntRange(min = 0, max = 9_999_999) int wh) {
        // Bounded, so that 9999, 65535 and their like are values, not fillers.
        Point daily = point(Meters.withRange(facts(PointKind.INTERVAL, Unit.WH, DAY, DAY, null), "99999999", null));
        for (LocalDate day : List.of(LocalDate.of(1990, 4, 15), LocalDate.of(1990, 9, 16), LocalDate.of(2026, 3, 1))) {
            long from = TIME.startOf(day).toEpochMilli();
            long to = TIME.startOf(day.plusDays(1)).toEpochMilli();
            List<EnergyHour> hours = DefaultHours.calculate(
                            daily,
                            TIME,
                            List.of(new Sample(to, wh, Flag.NORMAL, 0)),
                            Long.MIN_VALUE,
                            List.of(),
                            from,
                            to)
                    .hours();
            assertThat(hours).hasSize((int) ((to - from) / HOUR));
            assertThat(total(hours)).isEqualTo(wh);
            assertThat(hours).extracting(EnergyHour::quality).containsOnly(Quality.ESTIMATED);
            assertThat(hours).allSatisfy(h -> assertThat(h.amount()).isNotNegative());
        }
    }

    @Test
    void power_is_held_from_sample_to_sample() {
        List<EnergyHour> hours =
                book(power, List.of(at(0, 100), at(0.25, 200), at(0.5, 300), at(0.75, 0), at(1, 40)), 2);
        assertThat(hours.get(0).amount()).isEqualTo(150_000);
        assertThat(hours.get(0).quality()).isEqualTo(Quality.MEASURED);
        assertThat(hours.get(1).amount()).isEqualTo(10_000);
        assertThat(hours.get(1).coveredMs()).isEqualTo(15 * Meters.MINUTE);
    }

    @Test
    void power_is_not_held_longer_than_its_interval_nor_past_an_invalid_sample() {
        assertThat(book(power, List.of(at(0, 100), at(0.25, 100, Flag.NO_COMMUNICATION)), 1)
                        .get(0)
                        .amount())
                .isEqualTo(25_000);
        assertThat(total(book(power, List.of(at(0, 100)), 3))).isEqualTo(25_000);
    }

    @Test
    void mean_power_of_a_period_counts_for_that_period() {
        Point means = point(facts(PointKind.GAUGE, Unit.KW, QUARTER, QUARTER, "500"));
        assertThat(book(means, List.of(at(0.25, 100), at(0.75, 200)), 1).get(0).amount())
                .isEqualTo(75_000);
    }
}
