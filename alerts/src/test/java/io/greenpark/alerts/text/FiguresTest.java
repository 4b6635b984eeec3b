package io.greenpark.alerts.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S,0 秒,0 seconds",
        "PT1S,1 秒,1 second",
        "PT30S,30 秒,30 seconds",
        "PT1M,1 分钟,1 minute",
        "PT90S,90 秒,90 seconds",
        "PT30M,30 分钟,30 minutes",
        "PT1H,1 小时,1 hour",
        "PT2H30M,150 分钟,150 minutes",
        "PT24H,24 小时,24 hours",
        "PT72H,3 天,3 days",
        "PT50H,50 小时,50 hours"
    })
    void a_limit_is_written_as_it_was_set(Duration length, String zh, String en) {
        assertThat(Figures.exact(length)).isEqualTo(new Bilingual(zh, en));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200.00|200",
                "200.0|200",
                "7.5|7.5",
                "7.50|7.5",
                "0.05|0.05",
                "1500|1,500",
                "1234567.80|1,234,567.8",
                "-5|−5",
                "0|0"
            })
    void a_limit_is_written_as_permits_write_it(BigDecimal limit, String text) {
        assertThat(Figures.bound(limit)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "212.4444|200|212.4",
                "390.55|300|390.6",
                "300.004|300|300.004",
                "12345.678|9000|12,346",
                "1000.62|1000.5|1,000.6",
                "12000.257|9000.25|12,000.26",
                "9.3|9|9.3",
                "-1.9|-5|−1.9",
                "0.02345678|0.05|0.02346"
            })
    void a_figure_has_at_least_the_digits_of_its_limit(BigDecimal figure, BigDecimal limit, String text) {
        assertThat(Figures.figure(figure, limit)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.8974|-5|0.90", "-1.9|-5|−1.90", "-4.998|-5|−4.998", "-5||−5.00", "1234.5||1,234.50"})
    void a_change_has_two_decimals_unless_more_decide(BigDecimal change, BigDecimal target, String text) {
        assertThat(Figures.change(change, target)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1.0,100", "0.99986,99.9", "0.9996,99.9", "0.97,97", "0.29,29", "0.0004,0", "0.2667,26.6"})
    void completeness_is_rounded_down_to_a_tenth(double share, String text) {
        assertThat(Figures.percent(share)).isEqualTo(text);
    }

    @Test
    void a_ph_has_no_unit() {
        assertThat(Figures.with("9.3", "pH")).isEqualTo("9.3");
        assertThat(Figures.with("200", "mg/m3")).isEqualTo("200 mg/m³");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.4S,0 秒,0 seconds",
        "PT59S,59 秒,59 seconds",
        "PT119S,1 分钟,1 minute",
        "PT119M,119 分钟,119 minutes",
        "PT150M,2 小时,2 hours",
        "PT47H,47 小时,47 hours",
        "PT49H,2 天,2 days"
    })
    void an_age_is_written_in_its_greatest_unit(Duration length, String zh, String en) {
        assertThat(Figures.length(length)).isEqualTo(new Bilingual(zh, en));
    }
}
