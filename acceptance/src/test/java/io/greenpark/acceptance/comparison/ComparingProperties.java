package io.greenpark.acceptance.comparison;

import static io.greenpark.acceptance.comparison.TestPoints.BEGIN;
import static io.greenpark.acceptance.comparison.TestPoints.MINUTE;
import static io.greenpark.acceptance.comparison.TestPoints.minute;
import static io.greenpark.acceptance.comparison.TestPoints.register;
import static io.greenpark.acceptance.comparison.TestPoints.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.acceptance.comparison.Check.Kind;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever goes through: a right ratio passes, and one that is off by a twentieth or more never does. */
class ComparingProperties {
    private static final Tolerances USUAL = new Tolerances(Duration.ofMinutes(15), BigDecimal.valueOf(2), 100);

    /** A register that is read every minute, of hundredths behind a ratio, and its display at two of these minutes. */
    private record Meter(List<Sample> sent, DisplayLine line) {
        static Meter of(List<Integer> rises, int ratio) {
            List<Sample> sent = new ArrayList<>();
            long hundredths = 100_003;
            for (int i = 0; i < rises.size(); i++) {
                hundredths += rises.get(i);
                sent.add(sample(BEGIN.plus(MINUTE.multipliedBy(i)), hundredths / 100.0));
            }
            int last = rises.size() - 2;
            return new Meter(
                    sent,
                    new DisplayLine(
                            "m-kwh",
                            Side.PRIMARY,
                            Unit.KWH,
                            new Nameplate(false, null, null, BigDecimal.valueOf(ratio)),
                            new DisplayReading(minute(1), shown(sent.get(1), ratio)),
                            new DisplayReading(minute(last), shown(sent.get(last), ratio))));
        }

        /** A display that multiplies by itself, and shows hundredths. */
        private static BigDecimal shown(Sample sample, int ratio) {
            return BigDecimal.valueOf(sample.value())
                    .multiply(BigDecimal.valueOf(ratio))
                    .setScale(2, RoundingMode.DOWN);
        }

        LineComparison against(int registered) {
            Point point = register(Integer.toString(registered));
            return Comparing.of(point, line, new Interpolation(point, sent), USUAL, minute(sent.size()));
        }
    }

    private static List<Kind> failed(LineComparison compared) {
        return compared.checks().stream()
                .filter(c -> !c.passed())
                .map(Check::kind)
                .toList();
    }

    /** Registers of which nothing but whole numbers or tenths happened to be sent may take longer; that is no fault of the ratio. */
    @Property(tries = 300)
    void a_right_ratio_passes(
            @ForAll @Size(min = 20, max = 40) List<@IntRange(min = 11, max = 500) Integer> rises,
            @ForAll @IntRange(min = 1, max = 4_000) int ratio) {
        assertThat(failed(Meter.of(rises, ratio).against(ratio))).isSubsetOf(Kind.ENOUGH);
    }

    @Property(tries = 300)
    void a_wrong_one_never_does(
            @ForAll @Size(min = 20, max = 40) List<@IntRange(min = 11, max = 500) Integer> rises,
            @ForAll @IntRange(min = 20, max = 4_000) int ratio,
            @ForAll @IntRange(min = 5, max = 90) int percentOff,
            @ForAll boolean above) {
        int off = Math.max(1, ratio * percentOff / 100 + (ratio * percentOff % 100 == 0 ? 0 : 1));
        int registered = above ? ratio + off : Math.max(1, ratio - off);
        assertThat(failed(Meter.of(rises, ratio).against(registered))).contains(Kind.NAMEPLATE, Kind.AMOUNT);
    }
}
