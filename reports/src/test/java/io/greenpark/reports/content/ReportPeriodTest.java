package io.greenpark.reports.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is of a month or a quarter of the calendar. */
class ReportPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-10,2026-10-01,2026-11-01,2026 年 10 月,2026-10",
        "2026-12,2026-12-01,2027-01-01,2026 年 12 月,2026-12",
        "2026-Q1,2026-01-01,2026-04-01,2026 年第 1 季度,quarter 1 of 2026",
        "2026-Q4,2026-10-01,2027-01-01,2026 年第 4 季度,quarter 4 of 2026"
    })
    void a_period_is_read_and_written_alike(String text, LocalDate from, LocalDate to, String zh, String en) {
        ReportPeriod period = ReportPeriod.parse(text).orElseThrow();
        assertThat(period.text()).isEqualTo(text);
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.words().zh()).isEqualTo(zh);
        assertThat(period.words().en()).isEqualTo(en);
        assertThat(period.months()).hasSize(period.isQuarter() ? 3 : 1).startsWith(period.first());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-00",
                "2026-13",
                "2026-Q0",
                "2026-Q5",
                "2026-q1",
                "0999-01",
                "2026-1",
                "2026-10-01"
            })
    void what_is_none_is_not_taken(String text) {
        assertThat(ReportPeriod.parse(text)).isEmpty();
    }

    @Test
    void a_quarter_begins_where_the_calendar_has_it() {
        assertThatThrownBy(() -> new ReportPeriod(YearMonth.of(2026, 2), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-02");
    }
}
