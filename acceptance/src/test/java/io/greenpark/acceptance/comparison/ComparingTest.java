package io.greenpark.acceptance.comparison;

import static io.greenpark.acceptance.comparison.TestPoints.facts;
import static io.greenpark.acceptance.comparison.TestPoints.minute;
import static io.greenpark.acceptance.comparison.TestPoints.point;
import static io.greenpark.acceptance.comparison.TestPoints.register;
import static io.greenpark.acceptance.comparison.TestPoints.rising;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.acceptance.comparison.Check.Kind;
import io.greenpark.acceptance.comparison.Check.Result;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A meter behind 300/5 that takes in 0.5 kWh a minute on its own side, 30 kWh in truth. */
class ComparingTest {
    private static final Tolerances USUAL = new Tolerances(Duration.ofMinutes(15), BigDecimal.valueOf(2), 100);
    private static final List<Sample> SENT = rising(1_000.03, 0.5, 40);
    private static final Nameplate CT_300_5 =
            new Nameplate(false, TransformerRatio.of("300/5").orElseThrow(), null, null);

    private static DisplayLine line(Side side, Nameplate plates, @Nullable String first, @Nullable String second) {
        return new DisplayLine("m-kwh", side, Unit.KWH, plates, reading(first, 10.5), reading(second, 30.25));
    }

    private static @Nullable DisplayReading reading(@Nullable String value, double minute) {
        return value == null ? null : new DisplayReading(minute(minute), new BigDecimal(value));
    }

    private static LineComparison compare(Point point, List<Sample> sent, DisplayLine line) {
        return Comparing.of(point, line, new Interpolation(point, sent), USUAL, minute(31));
    }

    private static Map<Kind, Result> results(LineComparison compared) {
        Map<Kind, Result> results = new TreeMap<>();
        compared.checks().forEach(check -> results.put(check.kind(), check.result()));
        return results;
    }

    private static Map<Kind, Result> all(Result nameplate, Result first, Result second, Result amount) {
        return Map.of(
                Kind.NAMEPLATE, nameplate,
                Kind.READINGS, Result.PASSED,
                Kind.APART, Result.PASSED,
                Kind.FIRST, first,
                Kind.SECOND, second,
                Kind.ENOUGH, Result.PASSED,
                Kind.AMOUNT, amount);
    }

    @Test
    void a_meter_with_its_own_ratio_passes_on_either_side() {
        Result passed = Result.PASSED;
        LineComparison secondary = compare(register("60"), SENT, line(Side.SECONDARY, CT_300_5, "1005.28", "1015.16"));
        assertThat(results(secondary)).isEqualTo(all(passed, passed, passed, passed));
        assertThat(secondary.displayed()).isEqualByComparingTo("592.8");
        assertThat(secondary.percent()).isEqualByComparingTo("-0.05");
        LineComparison primary = compare(register("60"), SENT, line(Side.PRIMARY, CT_300_5, "60316.8", "60909.3"));
        assertThat(results(primary)).isEqualTo(all(passed, passed, passed, passed));
    }

    @Test
    void a_planted_ratio_of_80_for_60_is_caught_by_the_plates_and_by_what_went_through() {
        LineComparison planted = compare(register("80"), SENT, line(Side.PRIMARY, CT_300_5, "60316.8", "60909.3"));
        assertThat(results(planted)).isEqualTo(all(Result.FAILED, Result.FAILED, Result.FAILED, Result.FAILED));
        assertThat(planted.registered()).isEqualByComparingTo("80");
        assertThat(planted.nameplate()).isEqualByComparingTo("60");
        assertThat(planted.percent()).isEqualByComparingTo("33.33");
        // Whoever writes the registered ratio off the screen in place of the plates is caught by the amounts.
        Nameplate copied = new Nameplate(false, null, null, BigDecimal.valueOf(80));
        assertThat(results(compare(register("80"), SENT, line(Side.PRIMARY, copied, "60316.8", "60909.3"))))
                .containsEntry(Kind.NAMEPLATE, Result.PASSED)
                .containsEntry(Kind.AMOUNT, Result.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"592.5,PASSED", "604.58,PASSED", "605,FAILED", "580.9,PASSED", "580.5,FAILED"})
    void the_amount_may_differ_by_the_tolerance_and_no_more(String displayed, Result result) {
        String second = new BigDecimal("60316.8").add(new BigDecimal(displayed)).toPlainString();
        assertThat(results(compare(register("60"), SENT, line(Side.PRIMARY, CT_300_5, "60316.8", second))))
                .containsEntry(Kind.AMOUNT, result);
    }

    @Test
    void a_register_that_began_elsewhere_is_seen_though_as_much_goes_through() {
        assertThat(results(compare(register("60"), SENT, line(Side.PRIMARY, CT_300_5, "61316.8", "61909.3"))))
                .isEqualTo(all(Result.PASSED, Result.FAILED, Result.FAILED, Result.PASSED));
    }

    @Test
    void too_little_or_too_soon_says_nothing() {
        List<Sample> little = rising(1_000, 0.01, 40);
        LineComparison compared = compare(register("60"), little, line(Side.PRIMARY, CT_300_5, "60006.3", "60018.1"));
        assertThat(results(compared)).containsEntry(Kind.ENOUGH, Result.FAILED);
        DisplayLine soon = new DisplayLine(
                "m-kwh", Side.PRIMARY, Unit.KWH, CT_300_5, reading("60316.8", 10.5), reading("60600", 20));
        assertThat(results(compare(register("60"), SENT, soon))).containsEntry(Kind.APART, Result.FAILED);
        DisplayLine backwards = new DisplayLine(
                "m-kwh", Side.PRIMARY, Unit.KWH, CT_300_5, reading("60600", 20), reading("60316.8", 10.5));
        assertThat(results(compare(register("60"), SENT, backwards))).containsEntry(Kind.APART, Result.FAILED);
    }

    @Test
    void what_nobody_read_is_missing() {
        assertThat(results(compare(register("60"), SENT, line(Side.PRIMARY, Nameplate.UNKNOWN, "60316.8", null))))
                .isEqualTo(Map.of(
                        Kind.NAMEPLATE, Result.MISSING, Kind.READINGS, Result.MISSING, Kind.FIRST, Result.PASSED));
        LineComparison unread =
                compare(register("60"), SENT, line(Side.SECONDARY, Nameplate.UNKNOWN, "1005.28", "1015.16"));
        assertThat(unread.first().display()).isNull();
        assertThat(results(unread))
                .containsEntry(Kind.NAMEPLATE, Result.MISSING)
                .doesNotContainKey(Kind.AMOUNT);
    }

    @Test
    void a_meter_without_transformers_says_so() {
        assertThat(results(compare(register("1"), SENT, line(Side.PRIMARY, Nameplate.DIRECT, "1005.28", "1015.16"))))
                .isEqualTo(all(Result.PASSED, Result.PASSED, Result.PASSED, Result.PASSED));
        assertThat(results(compare(register("60"), SENT, line(Side.PRIMARY, Nameplate.DIRECT, "1005.28", "1015.16"))))
                .containsEntry(Kind.NAMEPLATE, Result.FAILED);
    }

    @Test
    void what_has_not_arrived_yet_is_waited_for() {
        LineComparison early =
                compare(register("60"), rising(1_000.03, 0.5, 29), line(Side.PRIMARY, CT_300_5, "60316.8", "60909.3"));
        assertThat(early.second().platform().missing()).isEqualTo(Missing.NO_READING_SINCE);
        assertThat(results(early)).containsEntry(Kind.READINGS, Result.MISSING);
        assertThat(early.percent()).isNull();
    }

    @Test
    void flagged_values_are_no_readings() {
        List<Sample> flagged = SENT.stream()
                .map(s -> new Sample(s.timeMs(), 0, Flag.FAULT, s.arrivalMs()))
                .toList();
        List<Sample> both = new ArrayList<>(SENT);
        both.addAll(flagged);
        assertThat(results(compare(register("60"), flagged, line(Side.PRIMARY, CT_300_5, "60316.8", "60909.3"))))
                .containsEntry(Kind.READINGS, Result.MISSING);
    }

    @Test
    void a_meter_replaced_in_between_is_not_compared_across() {
        Point replaced = point(
                facts(PointKind.REGISTER, Unit.KWH, Duration.ZERO, "60"),
                new Replacement(minute(20), BigDecimal.TEN, BigDecimal.ZERO));
        LineComparison compared = compare(replaced, SENT, line(Side.PRIMARY, CT_300_5, "60316.8", "60909.3"));
        assertThat(compared.amount().missing()).isEqualTo(Missing.REGISTER_FELL);
        assertThat(results(compared)).doesNotContainKey(Kind.AMOUNT);
    }

    @Test
    void a_display_in_another_unit_is_the_same_amount() {
        DisplayLine megawatt = new DisplayLine(
                "m-kwh", Side.PRIMARY, Unit.MWH, CT_300_5, reading("60.3168", 10.5), reading("60.9093", 30.25));
        LineComparison compared = compare(register("60"), SENT, megawatt);
        assertThat(compared.amount().amount()).isEqualByComparingTo("0.5925");
        assertThat(results(compared)).containsEntry(Kind.AMOUNT, Result.PASSED);
    }

    @Test
    void a_momentary_value_agrees_at_both_times_within_the_tolerance() {
        Point sensor = point(facts(PointKind.GAUGE, Unit.MG_PER_M3, Duration.ZERO, "1"));
        List<Sample> sent = rising(50, 0.1, 40);
        DisplayLine good = new DisplayLine(
                "m-kwh",
                Side.PRIMARY,
                Unit.MG_PER_M3,
                Nameplate.UNKNOWN,
                reading("51.5", 10.5),
                reading("53.2", 30.25));
        assertThat(results(compare(sensor, sent, good)))
                .isEqualTo(Map.of(
                        Kind.READINGS, Result.PASSED,
                        Kind.APART, Result.PASSED,
                        Kind.FIRST, Result.PASSED,
                        Kind.SECOND, Result.PASSED));
        DisplayLine bad = new DisplayLine(
                "m-kwh",
                Side.PRIMARY,
                Unit.MG_PER_M3,
                Nameplate.UNKNOWN,
                reading("55.0", 10.5),
                reading("53.2", 30.25));
        assertThat(results(compare(sensor, sent, bad))).containsEntry(Kind.FIRST, Result.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "300/5,60",
                "10000:100,100",
                "200 / 5,40",
                "300／5,60",
                "0/5,-",
                "300/0,-",
                "300,-",
                "a/b,-",
                "-1/5,-"
            })
    void plates_are_read_as_people_write_them(String text, @Nullable BigDecimal ratio) {
        BigDecimal read = TransformerRatio.of(text)
                .map(ct -> new Nameplate(false, ct, null, null).ratio())
                .orElse(null);
        if (ratio == null) {
            assertThat(read).isNull();
        } else {
            assertThat(read).isEqualByComparingTo(ratio);
        }
    }
}
