package io.greenpark.accounting.check;

import io.greenpark.park.time.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Hours, days and months of the local clock. An hour begins where the clock reaches a full hour or jumps past one; it is as
 * long as it takes to the next, so that an hour may last half as long, or half as long again, where the clock is changed by
 * half an hour.
 */
final class ParkPeriods {
    static final long HOUR_MS = 3_600_000;
    private static final long MINUTE_MS = 60_000;

    private final ZoneId zone;

    ParkPeriods(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    ZonedDateTime local(long atMs) {
        return Instant.ofEpochMilli(atMs).atZone(zone);
    }

    /** The period that contains a time. */
    Span of(Step step, long atMs) {
        ZonedDateTime at = local(atMs);
        return switch (step) {
            case HOUR -> hour(atMs);
            case DAY -> {
                ZonedDateTime start = at.toLocalDate().atStartOfDay(zone);
                yield span(start, start.toLocalDate().plusDays(1).atStartOfDay(zone));
            }
            case MONTH -> {
                ZonedDateTime start = at.toLocalDate().withDayOfMonth(1).atStartOfDay(zone);
                yield span(start, start.toLocalDate().plusMonths(1).atStartOfDay(zone));
            }
        };
    }

    private static Span span(ZonedDateTime from, ZonedDateTime to) {
        return new Span(from.toInstant().toEpochMilli(), to.toInstant().toEpochMilli());
    }

    private Span hour(long atMs) {
        long start = hourStart(atMs);
        long end = start + HOUR_MS;
        if (hourStart(end) == end && hourStart(end - 1) == start) {
            return new Span(start, end);
        }
        end = start + MINUTE_MS;
        while (hourStart(end) == start) {
            end += MINUTE_MS;
        }
        return new Span(start, end);
    }

    private long hourStart(long atMs) {
        return local(atMs).truncatedTo(ChronoUnit.HOURS).toInstant().toEpochMilli();
    }

    /** The same local time so many days later. */
    long plusDays(long atMs, int days) {
        return local(atMs).plusDays(days).toInstant().toEpochMilli();
    }
}
