package io.greenpark.park.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/**
 * The park's calendar: statistical hours, days, months and years in the park's zone. Days of 23 and 25 hours exist
 * (Asia/Shanghai had summer time in 1990 and 1991), so lengths are always taken from the boundaries, never assumed.
 */
public record ParkTime(ZoneId zone) {
    /** The zone of Chinese parks. */
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Length of a statistical hour; days and months take theirs from their boundaries. */
    public static final long HOUR_MS = 3_600_000;

    private static final int HOUR_SECONDS = 3_600;

    /** The calendar of a Chinese park. */
    public static ParkTime shanghai() {
        return new ParkTime(SHANGHAI);
    }

    /** Start of the statistical hour that contains {@code at}. */
    public Instant hourOf(Instant at) {
        // Asked for every reading: the calendar is only needed where the offset changes within the hour.
        ZoneOffset offset = zone.getRules().getOffset(at);
        long local = at.getEpochSecond() + offset.getTotalSeconds();
        Instant start = at.truncatedTo(ChronoUnit.SECONDS).minusSeconds(Math.floorMod(local, HOUR_SECONDS));
        return zone.getRules().getOffset(start).equals(offset)
                ? start
                : at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    /** The statistical day that contains {@code at}. */
    public LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The statistical month that contains {@code at}. */
    public YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atZone(zone));
    }

    /** First instant of a day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** First instant of a month. */
    public Instant startOf(YearMonth month) {
        return startOf(month.atDay(1));
    }

    /** Start of the period of {@code step} that contains {@code at}. */
    public Instant startOf(Step step, Instant at) {
        return switch (step) {
            case HOUR -> hourOf(at);
            case DAY -> startOf(dayOf(at));
            case MONTH -> startOf(monthOf(at));
        };
    }

    /** End, exclusive, of the period of {@code step} that starts at {@code start}. */
    public Instant endOf(Step step, Instant start) {
        return switch (step) {
            case HOUR -> endOfHour(start);
            case DAY -> startOf(dayOf(start).plusDays(1));
            case MONTH -> startOf(monthOf(start).plusMonths(1));
        };
    }

    /** An hour is shorter or longer where the clock is changed by less than an hour. */
    private Instant endOfHour(Instant start) {
        ZoneOffset offset = zone.getRules().getOffset(start);
        int sinceFull = Math.floorMod(start.getEpochSecond() + offset.getTotalSeconds(), HOUR_SECONDS);
        Instant end = start.plusSeconds(HOUR_SECONDS - sinceFull);
        ZoneOffsetTransition change = zone.getRules().nextTransition(start);
        return change == null || change.getInstant().isAfter(end) ? end : endOfHour(change);
    }

    /** Where the change leaps over a full hour, or comes to one, an hour begins; else the hour goes on to the next full one. */
    private static Instant endOfHour(ZoneOffsetTransition change) {
        LocalDateTime after = change.getDateTimeAfter();
        LocalDateTime full = after.truncatedTo(ChronoUnit.HOURS);
        boolean begins = full.equals(after) || change.isGap() && !full.isBefore(change.getDateTimeBefore());
        return begins ? change.getInstant() : change.getInstant().plus(Duration.between(after, full.plusHours(1)));
    }
}
