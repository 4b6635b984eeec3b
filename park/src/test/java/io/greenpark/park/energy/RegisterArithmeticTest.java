package io.greenpark.park.energy;

import static io.greenpark.park.energy.Meters.HOUR;
import static io.greenpark.park.energy.Meters.START;
import static io.greenpark.park.energy.Meters.at;
import static io.greenpark.park.energy.Meters.book;
import static io.greenpark.park.energy.Meters.point;
import static io.greenpark.park.energy.Meters.quarters;
import static io.greenpark.park.energy.Meters.register;
import static io.greenpark.park.energy.Meters.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Replacement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterArithmeticTest {
    private final Point meter = point(register());

    @Test
    void a_first_reading_books_nothing() {
        assertThat(book(meter, quarters(123_456.78), 1))
                .extracting(EnergyHour::quality)
                .containsExactly(Quality.MISSING);
    }

    @Test
    void an_hour_is_the_difference_of_its_readings() {
        List<EnergyHour> hours = book(meter, quarters(100, 110.5, 120, 130, 140.25), 2);
        assertThat(hours.get(0).amount()).isEqualTo(40_250);
        assertThat(hours.get(0).quality()).isEqualTo(Quality.MEASURED);
        assertThat(hours.get(1).quality()).isEqualTo(Quality.MISSING);
        assertThat(hours.get(1).amount()).isNull();
    }

    @Test
    void an_hour_begun_is_partial() {
        EnergyHour hour = book(meter, quarters(100, 110), 1).get(0);
        assertThat(hour.quality()).isEqualTo(Quality.PARTIAL);
        assertThat(hour.coveredMs()).isEqualTo(HOUR / 4);
    }

    @Test
    void a_spike_changes_nothing() {
        assertThat(total(book(meter, quarters(100, 110, 1.8e21, 120, 130), 1))).isEqualTo(30_000);
        assertThat(total(book(meter, quarters(100, 110, 900_000, 120, 130), 1))).isEqualTo(30_000);
        assertThat(total(book(meter, quarters(100, 110, 125, 120, 130), 1))).isEqualTo(30_000);
    }

    @Test
    void a_spike_changes_nothing_where_no_largest_rate_is_known() {
        Point unbounded = point(Meters.withRange(register(), null, null));
        assertThat(total(book(unbounded, quarters(100, 110, 900_000, 120, 130), 1)))
                .isEqualTo(30_000);
    }

    @Test
    void a_drop_to_zero_and_back_does_not_book_a_lifetime() {
        assertThat(total(book(meter, quarters(5_000, 5_010, 0, 5_020, 5_030), 1)))
                .isEqualTo(30_000);
    }

    @Test
    void a_block_of_zeros_is_spanned_and_marked_estimated() {
        List<EnergyHour> hours = book(
                meter, quarters(5_000, 5_010, 5_020, 5_030, 5_040, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5_140, 5_150, 5_160), 4);
        assertThat(total(hours)).isEqualTo(160_000);
        assertThat(hours)
                .extracting(EnergyHour::quality)
                .containsExactly(Quality.MEASURED, Quality.ESTIMATED, Quality.ESTIMATED, Quality.ESTIMATED);
    }

    @Test
    void zeros_before_the_first_true_value_book_no_lifetime() {
        for (String maxPerHour : new String[] {"500", null}) {
            Point p = point(Meters.withRange(register(), null, maxPerHour));
            assertThat(total(book(p, quarters(0, 0, 5_000, 5_010, 5_020, 5_030), 2)))
                    .isEqualTo(30_000);
        }
    }

    @Test
    void small_negative_values_are_passed_over() {
        assertThat(total(book(meter, quarters(100, 110, -0.3, 120, 130), 1))).isEqualTo(30_000);
    }

    @Test
    void values_not_flagged_normal_are_passed_over() {
        List<Sample> samples = new ArrayList<>(quarters(100, 110, 120, 130, 140));
        samples.set(2, at(0.5, 9, Flag.FAULT));
        assertThat(total(book(meter, samples, 1))).isEqualTo(40_000);
    }

    @Test
    void a_frozen_value_and_a_jump_are_spread_over_the_freeze() {
        double[] values = new double[21];
        for (int i = 0; i <= 4; i++) {
            values[i] = 1_000 + 100 * i;
        }
        for (int i = 5; i < 20; i++) {
            values[i] = 1_400;
        }
        values[20] = 3_000;
        List<EnergyHour> hours = book(meter, quarters(values), 5);
        assertThat(hours)
                .extracting(EnergyHour::amount)
                .containsExactly(400_000L, 400_000L, 400_000L, 400_000L, 400_000L);
        assertThat(hours)
                .extracting(EnergyHour::quality)
                .containsExactly(
                        Quality.MEASURED, Quality.ESTIMATED, Quality.ESTIMATED, Quality.ESTIMATED, Quality.ESTIMATED);
    }

    @Test
    void a_rollover_is_counted_where_it_is_plausible() {
        Point wrapping = point(Meters.withRange(register(), "1000000", "500"));
        assertThat(total(book(wrapping, quarters(999_950, 999_980, 10, 20, 30), 1)))
                .isEqualTo(80_000);
    }

    @Test
    void a_drop_from_below_nine_tenths_of_the_range_is_a_rollover_only_where_a_largest_rate_allows_it() {
        Point unbounded = point(Meters.withRange(register(), "1000", null));
        assertThat(total(book(unbounded, quarters(850, 860, 10, 20, 30), 1))).isEqualTo(30_000);
        Point bounded = point(Meters.withRange(register(), "1000", "5000"));
        assertThat(total(book(bounded, quarters(850, 860, 10, 20, 30), 1))).isEqualTo(180_000);
    }

    @Test
    void an_implausible_rollover_books_nothing() {
        Point wrapping = point(Meters.withRange(register(), "1000000", "500"));
        assertThat(total(book(wrapping, quarters(950_000, 950_010, 0, 950_020, 950_030), 1)))
                .isEqualTo(30_000);
    }

    @Test
    void a_lower_register_without_a_record_becomes_the_base_only_when_it_grows() {
        List<EnergyHour> hours = book(meter, quarters(5_000, 5_010, 5_020, 5_030, 5_040, 3, 13, 23, 33), 3);
        assertThat(total(hours)).isEqualTo(40_000 + 30_000);
        assertThat(hours.get(1).quality()).isEqualTo(Quality.PARTIAL);
        assertThat(total(book(meter, quarters(5_000, 5_010, 3, 3, 3, 3, 3), 2))).isEqualTo(10_000);
    }

    @Test
    void a_recorded_replacement_counts_old_end_and_new_start() {
        Replacement record = new Replacement(
                Instant.ofEpochMilli(START + HOUR / 2 + 60_000), new BigDecimal("5025"), new BigDecimal("3"));
        Point replaced = point(List.of(register()), List.of(record));
        List<EnergyHour> hours = book(replaced, quarters(5_000, 5_010, 5_020, 8, 13), 1);
        assertThat(hours.get(0).amount()).isEqualTo(25_000 + 10_000);
        assertThat(hours.get(0).quality()).isEqualTo(Quality.MEASURED);
    }

    @Test
    void a_ratio_applies_from_its_date() {
        PointFacts later = Meters.withRatio(register(), "40", Instant.ofEpochMilli(START + HOUR));
        Point p = point(register(), later);
        List<EnergyHour> hours = book(p, List.of(at(0, 100), at(0.5, 101), at(1.5, 103), at(2, 104)), 2);
        assertThat(hours).extracting(EnergyHour::amount).containsExactly(2_000L, 80_000L);
    }

    @Test
    void a_gap_is_spread_so_that_the_hours_add_up() {
        List<EnergyHour> hours = book(meter, List.of(at(0, 0.001), at(7, 0.101)), 7);
        assertThat(total(hours)).isEqualTo(100);
        assertThat(hours).extracting(EnergyHour::amount).allSatisfy(a -> assertThat(a)
                .isBetween(14L, 15L));
        assertThat(hours).extracting(EnergyHour::quality).containsOnly(Quality.ESTIMATED);
    }

    @Test
    void hourly_readings_at_half_past_are_measured() {
        Point hourly = point(Meters.facts(
                PointFacts.PointKind.REGISTER,
                io.greenpark.park.unit.Unit.KWH,
                java.time.Duration.ZERO,
                java.time.Duration.ofHours(1),
                "500"));
        List<EnergyHour> hours = book(hourly, List.of(at(0.5, 0), at(1.5, 10), at(2.5, 30), at(3.5, 50)), 4);
        assertThat(hours)
                .extracting(EnergyHour::quality)
                .containsExactly(Quality.PARTIAL, Quality.MEASURED, Quality.MEASURED, Quality.PARTIAL);
        assertThat(hours).extracting(EnergyHour::amount).containsExactly(5_000L, 15_000L, 20_000L, 10_000L);
    }
}
