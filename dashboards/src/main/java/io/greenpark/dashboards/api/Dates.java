package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Reads the dates, months and times of parameters, and judges spans. Only years that somebody could mean are taken. */
final class Dates {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final String YEARS = FIRST_YEAR + ".." + LAST_YEAR;

    static final Bilingual DAY = allowed("本地日期，如 2018-01-01", "a local date such as 2018-01-01");
    static final Bilingual MONTH = allowed("月份，如 2026-10", "a month such as 2026-10");
    static final Bilingual TIME = allowed(
            " 2018-01-01、2018-01-01T08:00（本地时间）或 2018-01-01T08:00+08:00",
            "2018-01-01, 2018-01-01T08:00 (local) or 2018-01-01T08:00+08:00");

    private Dates() {}

    private static Bilingual allowed(String zh, String en) {
        return new Bilingual(zh + "，年份 " + YEARS, en + ", years " + YEARS);
    }

    static LocalDate day(String name, String text) {
        return Parameter.parse(name, text, DAY, Dates::localDate);
    }

    static YearMonth month(String name, String text) {
        return Parameter.parse(name, text, MONTH, t -> {
            YearMonth month = YearMonth.parse(t);
            requireYear(month.getYear());
            return month;
        });
    }

    /** A local date, a local date-time, or a date-time with offset; local ones in {@code zone}. */
    static Instant instant(String name, String text, ZoneId zone) {
        return Parameter.parse(name, text, TIME, t -> instantOf(t, zone));
    }

    private static Instant instantOf(String text, ZoneId zone) {
        if (!text.contains("T")) {
            return localDate(text).atStartOfDay(zone).toInstant();
        }
        boolean offset = text.matches(".*(Z|[+-]\\d{2}:\\d{2})$");
        OffsetDateTime time = offset
                ? OffsetDateTime.parse(text)
                : LocalDateTime.parse(text).atZone(zone).toOffsetDateTime();
        requireYear(time.getYear());
        return time.toInstant();
    }

    private static LocalDate localDate(String text) {
        LocalDate date = LocalDate.parse(text);
        requireYear(date.getYear());
        return date;
    }

    /** Arithmetic on others would leave the range of what can be computed. */
    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("year " + year);
        }
    }

    /**
     * Refuses a span that is empty or longer than {@code maxDays}.
     *
     * @param what is given for it
     */
    static void requireSpan(LocalDate from, LocalDate to, long maxDays, Bilingual what) {
        if (!from.isBefore(to)) {
            throw Problem.badRequest(new Bilingual(
                    "起始日 \"" + from + "\" 不早于截止日 \"" + to + "\"；时段含起始日、不含截止日，请改正",
                    "from \"" + from + "\" does not lie before to \"" + to + "\"; the span is half-open"));
        }
        long days = ChronoUnit.DAYS.between(from, to);
        if (days > maxDays) {
            throw Problem.badRequest(new Bilingual(
                    "时段 \"" + from + "\" 至 \"" + to + "\" 共 " + days + " 天；" + what.zh() + "一次最多可查 " + maxDays
                            + " 天，请缩短时段",
                    "the span from \"" + from + "\" to \"" + to + "\" has " + days + " days; " + what.en()
                            + " are given for at most " + maxDays + " days at a time"));
        }
    }

    /** The name of a file of some days, of which {@code to} is the first that is not in it. */
    static String fileName(String what, LocalDate from, LocalDate to) {
        return what + "-" + from + "-" + to.minusDays(1);
    }
}
