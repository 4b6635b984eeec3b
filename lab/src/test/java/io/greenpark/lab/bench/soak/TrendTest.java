package io.greenpark.lab.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static List<Trend.Value> series(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Trend.Value(i * 5.0, value.applyAsDouble(i)))
                .toList();
    }

    @Test
    void what_does_not_change_has_no_slope() {
        Trend trend = Trend.of(series(50, i -> 7));
        assertThat(trend.perHour()).isZero();
        assertThat(trend.median()).isEqualTo(7);
    }

    @Test
    void what_grows_evenly_has_its_slope() {
        assertThat(Trend.of(series(50, i -> 100 + 2 * i)).perHour()).isCloseTo(2 / 5.0 * 3_600, within(1e-6));
    }

    @Test
    void single_peaks_do_not_move_the_slope_and_are_the_largest() {
        Trend trend = Trend.of(series(50, i -> i % 10 == 9 ? 100_000 : 100 + i));
        assertThat(trend.perSecond()).isCloseTo(0.2, within(0.02));
        assertThat(trend.largest()).isEqualTo(100_000);
    }

    @Test
    void a_day_of_samples_is_thinned_out_and_keeps_its_slope() {
        assertThat(Trend.of(series(17_280, i -> 3 * i)).perSecond()).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void a_single_value_has_no_slope_and_none_no_trend() {
        assertThat(Trend.of(series(1, i -> 4)).perSecond()).isZero();
        assertThatThrownBy(() -> Trend.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_lowest_of_each_part_are_the_floor_of_a_sawtooth() {
        List<Trend.Value> sawtooth = series(60, i -> 200 + i % 6 * 50);
        assertThat(Trend.lowest(sawtooth, 5)).extracting(Trend.Value::value).containsOnly(200.0);
    }
}
