package io.greenpark.alerts.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.alerts.TestPark;
import io.greenpark.alerts.Timeline;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a week brought, by whom it was about; 2026-11-23 is a Monday. */
class WeekOfCasesTest {
    @RegisterExtension
    final Timeline line = new Timeline(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private List<WeekOfCases> week(String monday) {
        Instant from = LocalDate.parse(monday).atStartOfDay(ParkTime.SHANGHAI).toInstant();
        return line.books().read(handle -> WeekOfCases.between(handle, from, from.plus(Duration.ofDays(7))));
    }

    @Test
    void a_case_counts_as_opened_overdue_and_closed_in_the_weeks_in_which_it_was() {
        line.at("2026-11-23T11:10").hour(TestPark.NOX, "2026-11-23T10:00", "250", 1);
        Subject about = Subject.enterprise(TestPark.ENTERPRISE);
        assertThat(week("2026-11-23")).containsExactly(new WeekOfCases(about, true, false, false));
        line.handlingAt("2026-11-24T12:00");
        assertThat(week("2026-11-23")).containsExactly(new WeekOfCases(about, true, false, true));
        assertThat(week("2026-11-30")).as("still open").containsExactly(new WeekOfCases(about, false, false, false));
        assertThat(week("2026-11-16")).as("not raised yet").isEmpty();
        // Late data make it untrue, so that the platform ends it.
        line.at("2026-12-01T12:10").hour(TestPark.NOX, "2026-11-23T10:00", "150", 1);
        assertThat(week("2026-11-30")).containsExactly(new WeekOfCases(about, false, true, false));
        assertThat(week("2026-12-07")).isEmpty();
    }
}
