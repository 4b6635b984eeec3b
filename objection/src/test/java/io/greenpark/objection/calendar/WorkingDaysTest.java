package io.greenpark.objection.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 9, 29);
    private static final WorkingDays USUAL = day -> day.getDayOfWeek().getValue() <= 5;

    @Test
    void five_working_days_of_a_usual_week_end_a_week_later() {
        assertThat(USUAL.after(TUESDAY, 5)).isEqualTo("2026-10-06");
        assertThat(USUAL.before(LocalDate.of(2026, 10, 5), 1)).isEqualTo("2026-10-02");
        assertThat(USUAL.before(LocalDate.of(2026, 10, 5), 0)).isEqualTo("2026-10-05");
    }

    @Test
    void days_off_do_not_count_and_weekends_worked_instead_do() {
        Set<LocalDate> off = Set.copyOf(
                LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).toList());
        LocalDate worked = LocalDate.of(2026, 10, 10);
        WorkingDays announced = day -> day.equals(worked) || USUAL.isWorking(day) && !off.contains(day);
        assertThat(announced.after(TUESDAY, 5)).isEqualTo("2026-10-12");
    }
}
