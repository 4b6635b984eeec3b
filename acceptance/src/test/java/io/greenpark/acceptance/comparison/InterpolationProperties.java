package io.greenpark.acceptance.comparison;

import static io.greenpark.acceptance.comparison.TestPoints.BEGIN;
import static io.greenpark.acceptance.comparison.TestPoints.MINUTE;
import static io.greenpark.acceptance.comparison.TestPoints.facts;
import static io.greenpark.acceptance.comparison.TestPoints.minute;
import static io.greenpark.acceptance.comparison.TestPoints.point;
import static io.greenpark.acceptance.comparison.TestPoints.register;
import static io.greenpark.acceptance.comparison.TestPoints.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is said of a time between readings, whatever the register did. */
class InterpolationProperties {
    private static List<Sample> sent(List<Integer> rises) {
        List<Sample> samples = new ArrayList<>();
        long value = 100_000;
        for (int i = 0; i < rises.size(); i++) {
            value += rises.get(i);
            samples.add(sample(BEGIN.plus(MINUTE.multipliedBy(i)), value / 100.0));
        }
        return samples;
    }

    @Property(tries = 300)
    void a_register_lies_between_the_readings_around_it_and_never_falls(
            @ForAll @Size(min = 3, max = 60) List<@IntRange(max = 5_000) Integer> rises,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        Interpolation platform = new Interpolation(register("60"), sent(rises));
        Instant from = minute(Math.min(one, other) * (rises.size() - 1));
        Instant to = minute(Math.max(one, other) * (rises.size() - 1));
        PlatformReading first = platform.at(from);
        PlatformReading last = platform.at(to);
        assertThat(first.missing()).isNull();
        assertThat(first.value()).isBetween(first.least(), first.most());
        assertThat(first.before()).isBeforeOrEqualTo(from);
        assertThat(first.after()).isAfterOrEqualTo(from);
        assertThat(last.value()).isGreaterThanOrEqualTo(first.value());
        assertThat(platform.between(from, to).amount())
                .isEqualByComparingTo(last.value().subtract(first.value()));
    }

    /** The same consumption, once as a register and once as amounts of minutes. */
    @Property(tries = 300)
    void amounts_of_periods_add_up_as_the_register_does(
            @ForAll @Size(min = 4, max = 60) List<@IntRange(max = 5_000) Integer> rises,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        List<Sample> register = sent(rises);
        List<Sample> amounts = new ArrayList<>();
        for (int i = 1; i < rises.size(); i++) {
            amounts.add(sample(BEGIN.plus(MINUTE.multipliedBy(i)), rises.get(i) / 100.0));
        }
        Instant from = minute(Math.min(one, other) * (rises.size() - 1));
        Instant to = minute(Math.max(one, other) * (rises.size() - 1));
        BigDecimal risen =
                new Interpolation(register("60"), register).between(from, to).amount();
        PlatformAmount summed =
                new Interpolation(point(facts(PointKind.INTERVAL, Unit.KWH, MINUTE, "60")), amounts).between(from, to);
        assertThat(summed.missing()).isNull();
        assertThat(summed.amount()).isCloseTo(risen, within(new BigDecimal("0.000001")));
    }

    @Property(tries = 200)
    void where_readings_lack_nothing_is_said(
            @ForAll @IntRange(min = 4, max = 30) int gap, @ForAll @DoubleRange(min = 0.01, max = 0.99) double where) {
        List<Sample> samples = new ArrayList<>(TestPoints.rising(100, 1, 10));
        TestPoints.rising(100, 1, 10 + gap + 10).stream()
                .filter(s -> s.timeMs() >= minute(10 + gap).toEpochMilli())
                .forEach(samples::add);
        PlatformReading said = new Interpolation(register("1"), samples).at(minute(10 + gap * where));
        assertThat(said.value()).isNull();
        assertThat(said.missing()).isNotNull();
    }

    @Property(tries = 50)
    void of_before_the_first_and_after_the_newest_reading_nothing_is_said(
            @ForAll @DoubleRange(min = 0.01, max = 600) double minutes) {
        Interpolation platform = new Interpolation(register("1"), TestPoints.rising(100, 1, 20));
        assertThat(platform.at(BEGIN.minusMillis(Math.round(minutes * 60_000))).missing())
                .isEqualTo(Missing.NO_READING_BEFORE);
        assertThat(platform.at(minute(20).plusMillis(Math.round(minutes * 60_000)))
                        .missing())
                .isIn(Missing.NO_READING_SINCE, Missing.NO_READING_BEFORE);
    }

    @Property(tries = 100)
    void the_time_of_a_reading_has_that_reading(@ForAll @IntRange(max = 20) int minute) {
        PlatformReading said = new Interpolation(register("60"), TestPoints.rising(100, 0.25, 20)).at(minute(minute));
        assertThat(said.value())
                .isEqualByComparingTo(BigDecimal.valueOf(100 + 0.25 * minute).multiply(BigDecimal.valueOf(60)));
        assertThat(said.before()).isEqualTo(said.after()).isEqualTo(minute(minute));
        assertThat(Duration.between(BEGIN, said.before()).toMinutes()).isEqualTo(minute);
    }
}
