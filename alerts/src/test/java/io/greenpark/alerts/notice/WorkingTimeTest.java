package io.greenpark.alerts.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** By the shipped calendar: work from 08:30 to 17:30, digests at 08:30. */
class WorkingTimeTest {
    private static final ZoneId ZONE = ParkTime.SHANGHAI;

    private final WorkingTime time = ShippedPlan.plan().time();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @Test
    void in_working_hours_it_is_now() {
        assertThat(time.working(at("2026-11-23T08:30"), ZONE)).isEqualTo(at("2026-11-23T08:30"));
        assertThat(time.working(at("2026-11-23T17:29"), ZONE)).isEqualTo(at("2026-11-23T17:29"));
    }

    @Test
    void outside_of_them_it_is_when_they_begin() {
        assertThat(time.working(at("2026-11-23T03:00"), ZONE)).isEqualTo(at("2026-11-23T08:30"));
        assertThat(time.working(at("2026-11-23T17:30"), ZONE)).isEqualTo(at("2026-11-24T08:30"));
        assertThat(time.working(at("2026-11-27T20:00"), ZONE)).isEqualTo(at("2026-11-30T08:30"));
    }

    @Test
    void holidays_and_the_days_worked_for_them_follow_the_notice_of_the_state_council() {
        assertThat(time.working(at("2026-09-30T18:00"), ZONE)).isEqualTo(at("2026-10-08T08:30"));
        assertThat(time.isWorkday(LocalDate.parse("2026-10-10"))).isTrue();
        assertThat(time.isWorkday(LocalDate.parse("2026-02-28"))).isTrue();
        assertThat(time.isWorkday(LocalDate.parse("2026-02-23"))).isFalse();
    }

    @Test
    void days_of_work_end_with_work_and_do_not_count_the_day_on_which_they_begin() {
        assertThat(time.afterDays(at("2026-11-23T09:00"), 3, ZONE)).isEqualTo(at("2026-11-26T17:30"));
        assertThat(time.afterDays(at("2026-11-27T23:00"), 1, ZONE)).isEqualTo(at("2026-11-30T17:30"));
        assertThat(time.afterDays(at("2026-09-30T10:00"), 3, ZONE))
                .as("over the National Day, and the Saturday worked for it")
                .isEqualTo(at("2026-10-10T17:30"));
    }

    @Test
    void hours_of_work_go_on_where_they_had_stopped() {
        assertThat(time.afterHours(at("2026-11-23T09:00"), 4, ZONE)).isEqualTo(at("2026-11-23T13:00"));
        assertThat(time.afterHours(at("2026-11-23T16:30"), 4, ZONE)).isEqualTo(at("2026-11-24T11:30"));
        assertThat(time.afterHours(at("2026-11-27T20:00"), 9, ZONE)).isEqualTo(at("2026-11-30T17:30"));
        assertThat(time.afterHours(at("2026-11-27T20:00"), 10, ZONE)).isEqualTo(at("2026-12-01T09:30"));
    }

    @Test
    void the_digest_goes_out_every_morning_and_once() {
        assertThat(time.digest(at("2026-11-28T08:29"), ZONE)).isEqualTo(at("2026-11-28T08:30"));
        assertThat(time.digest(at("2026-11-28T08:30"), ZONE)).isEqualTo(at("2026-11-29T08:30"));
    }

    @Test
    void a_bureau_may_keep_its_days_off_free_of_digests() {
        WorkingTime free = new WorkingTime(
                time.from(), time.to(), time.digestAt(), time.days(), time.holidays(), time.workdays(), false);
        assertThat(free.digest(at("2026-11-27T09:00"), ZONE)).isEqualTo(at("2026-11-30T08:30"));
    }
}
