package io.greenpark.config.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTest {
    private static final Accepted<Duration> RANGE =
            Accepted.duration(Duration.ZERO, Duration.ofDays(3_650), Duration.ofDays(30));

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "15m, PT15M", "1 h, PT1H", "' 7d ', P7D"})
    void durations_have_one_grammar_with_and_without_a_range(String text, Duration duration) {
        assertThat(Accepted.duration().parse(text)).isEqualTo(duration);
        assertThat(RANGE.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "soon", "-1m", "1.5h", "99999999999999999999s", "9223372036854775807d"})
    void what_is_no_duration_is_refused(String text) {
        assertThat(Accepted.duration().parse(text)).isNull();
        assertThat(RANGE.parse(text)).isNull();
    }

    @Test
    void zero_is_a_duration_only_where_the_range_has_it() {
        assertThat(Accepted.duration().parse("0s")).isNull();
        assertThat(RANGE.parse("0s")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "0x10", "1,5", "NaN", "12345678901234567890123456789012345678901"})
    void a_decimal_is_written_in_plain_digits(String text) {
        assertThat(Accepted.decimal().parse(text)).isNull();
    }
}
