package io.greenpark.alerts.notice;

import io.greenpark.park.viewer.Role;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Who is told how the week before went (Monday's page).
 *
 * @param at when on Monday, or, where digests rest on days off, on the first day of work of the week
 * @param roles accounts with any of these roles, each of its part of the district
 * @param groups chat groups by their ids in the settings, each of what its audience may see
 */
public record Weekly(LocalTime at, Set<Role> roles, Set<String> groups) {
    private static final int DAYS = 7;

    public Weekly {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
    }

    /** The Monday of the week in which a day lies. */
    public static LocalDate week(LocalDate day) {
        return day.with(DayOfWeek.MONDAY);
    }

    /** When people are told in the week that begins on a Monday. */
    public Instant due(LocalDate monday, WorkingTime time, ZoneId zone) {
        LocalDate day = monday;
        for (int i = 1; i < DAYS && !time.digestOnDaysOff() && !time.isWorkday(day); i++) {
            day = day.plusDays(1);
        }
        return day.atTime(at).atZone(zone).toInstant();
    }
}
