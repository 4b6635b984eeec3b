package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.reading.Flag;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.series.SeriesPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void a_refused_line_is_shown_without_what_a_statistic_follows_from() {
        assertThat(GuardedText.told("intensity_month,enterprise=e iva_cny=2000000.0,tce=1.5,ytd_iva_cny=4.0 86400000"))
                .isEqualTo("intensity_month,enterprise=e iva_cny=***,tce=1.5,ytd_iva_cny=*** 86400000");
        assertThat(GuardedText.told("electricity,point=p value=1.5 1")).isEqualTo("electricity,point=p value=1.5 1");
    }

    private static final long CHANGE = Meters.START + 1;

    private static String line(String point, long timeMs, double value) {
        ReadingLines lines = new ReadingLines(RegistrySource.fixed(Meters.registry(
                Meters.point("meter", "electricity", Meters.facts(0, Unit.KWH, "1", false)),
                Meters.point("ratio", "electricity", Meters.facts(0, Unit.KWH, "0.1", false)),
                Meters.point("applied", "electricity", Meters.facts(0, Unit.KWH, "40", true)),
                Meters.point(
                        "changed",
                        "electricity",
                        Meters.facts(0, Unit.MWH, "1", false),
                        Meters.facts(CHANGE, Unit.KWH, "2", false)))));
        Batch batch = new Batch(new Suspects(), 1, 10);
        return lines.add(batch, point, value, Flag.NORMAL, timeMs)
                ? batch.bodies(0).get(0).text().stripTrailing()
                : null;
    }

    @Test
    void a_reading_becomes_a_line_with_sorted_and_escaped_tags() {
        assertThat(line("meter", Meters.START, 3.17))
                .isEqualTo("electricity,enterprise=mill\\,\\ east,park=park-1,point=meter value=3.17,flag=\"N\" "
                        + Meters.START);
    }

    @Test
    void the_effective_ratio_of_the_reading_s_time_is_applied() {
        assertThat(line("ratio", Meters.START, 0.3)).contains(" value=0.03,");
        assertThat(line("applied", Meters.START, 0.3)).contains(" value=0.3,");
    }

    @Test
    void readings_of_former_facts_come_in_the_current_unit() {
        assertThat(line("changed", CHANGE - 1, 0.5)).contains(" value=500.0,");
        assertThat(line("changed", CHANGE, 0.5)).contains(" value=1.0,");
    }

    @Test
    void an_unknown_point_has_no_line() {
        assertThat(line("gone", Meters.START, 1)).isNull();
    }

    @Test
    void a_series_point_keeps_the_type_of_each_field() {
        SeriesPoint point = new SeriesPoint(
                "energy day",
                Map.of("b", "", "a", "x=y"),
                Map.of("f", new BigDecimal("1"), "i", 3, "s", "say \"no\"\n\\", "t", true),
                12);
        assertThat(SeriesLines.line(point))
                .isEqualTo("energy\\ day,a=x\\=y,b=- f=1.0,i=3i,s=\"say \\\"no\\\" \\\\\",t=true 12");
    }

    @Test
    void a_series_point_without_figures_has_no_line() {
        assertThat(SeriesLines.line(new SeriesPoint("m", Map.of(), Map.of(), 12)))
                .isNull();
    }

    @Test
    void a_backslash_or_line_break_in_a_name_cannot_break_the_line() {
        StringBuilder out = new StringBuilder();
        LineNaming.name(out, "a\\b\nc\\");
        assertThat(out.toString()).isEqualTo("a/b\\ c/");
    }

    @Test
    void a_number_reads_back_as_the_same_double() {
        SplittableRandom random = new SplittableRandom(1);
        List<Double> numbers = new ArrayList<>(List.of(
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.1,
                -0.1,
                0.25,
                3.17,
                100.0,
                1e-6,
                1.5e-6,
                1e-7,
                999_999_999.999999,
                1e9,
                1e300,
                4.9e-324,
                0.1 + 0.2,
                Math.PI,
                1 / 3.0));
        for (int i = 0; i < 100_000; i++) {
            numbers.add(random.nextLong(-1_000_000_000, 1_000_000_000) / Math.pow(10, random.nextInt(12)));
            numbers.add(random.nextDouble(-2e9, 2e9));
        }
        for (double number : numbers) {
            StringBuilder out = new StringBuilder();
            LineNaming.number(out, number);
            assertThat(Double.doubleToLongBits(Double.parseDouble(out.toString())))
                    .as(out.toString())
                    .isEqualTo(Double.doubleToLongBits(number));
        }
    }

    @Test
    void a_short_number_is_written_as_it_was_sent() {
        for (String sent : List.of("3.17", "-0.05", "120.0", "0.000001", "-999999999.5")) {
            StringBuilder out = new StringBuilder();
            LineNaming.number(out, Double.parseDouble(sent));
            assertThat(out.toString()).isEqualTo(sent);
        }
    }
}
