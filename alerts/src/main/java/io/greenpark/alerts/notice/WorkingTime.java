package io.greenpark.alerts.notice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When people work, and when digests go out. In China days off are moved every year by a notice of the State Council, so both kinds of exceptions
 * are data.
 *
 * @param from when work begins
 * @param to when it ends
 * @param digestAt when what waits is told together
 * @param days on which people work in an ordinary week
 * @param holidays days off among them
 * @param workdays days of work among the others
 * @param digestOnDaysOff whether digests go out on days off, too
 */
public record WorkingTime(
        LocalTime from,
        LocalTime to,
        LocalTime digestAt,
        Set<DayOfWeek> days,
        Set<LocalDate> holidays,
        Set<LocalDate> workdays,
        boolean digestOnDaysOff) {
    /** Longer than any holidays; what has no day of work within is a fault of the plan. */
    private static final int LONGEST = 60;

    public WorkingTime {
        days = Set.copyOf(days);
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    /** Whether people work on a day. */
    public boolean isWorkday(LocalDate day) {
        return workdays.contains(day) || days.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    /** The time itself where people work then, otherwise when they begin next. */
    public Instant working(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        LocalDate day = local.toLocalDate();
        if (isWorkday(day) && !time.isBefore(from) && time.isBefore(to)) {
            return at;
        }
        LocalDate first = time.isBefore(from) ? day : day.plusDays(1);
        return on(first, from, zone, false);
    }

    /** When the next digest goes out; at the very time of one it is the one of the day after. */
    public Instant digest(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate();
        return on(local.toLocalTime().isBefore(digestAt) ? day : day.plusDays(1), digestAt, zone, digestOnDaysOff);
    }

    /** When work ends on the last of so many days of work after the day of a time. */
    public Instant afterDays(Instant from, int days, ZoneId zone) {
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkday(day) ? 1 : 0;
        }
        return day.atTime(to).atZone(zone).toInstant();
    }

    /** When so many hours of work are over. */
    public Instant afterHours(Instant from, int hours, ZoneId zone) {
        Instant begin = working(from, zone);
        Duration left = Duration.ofHours(hours);
        while (true) {
            Instant end =
                    begin.atZone(zone).toLocalDate().atTime(to).atZone(zone).toInstant();
            Duration today = Duration.between(begin, end);
            if (left.compareTo(today) <= 0) {
                return begin.plus(left);
            }
            left = left.minus(today);
            begin = working(end, zone);
        }
    }

    private Instant on(LocalDate first, LocalTime time, ZoneId zone, boolean anyDay) {
        LocalDate day = first;
        for (int i = 0; i < LONGEST && !anyDay && !isWorkday(day); i++) {
            day = day.plusDays(1);
        }
        return day.atTime(time).atZone(zone).toInstant();
    }
}
