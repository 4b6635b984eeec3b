package io.greenpark.sheets.column;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.config.setting.Accepted;
import io.greenpark.config.setting.Durations;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.cell.SheetCell;
import io.greenpark.sheets.cell.SheetCell.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Columns of days, months, times and durations. What a workbook holds as a date is taken as one, and so are the ways to write one. */
public final class Times {
    private static final Pattern DAY = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})月?(?:[-/.]0?1)?日?");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Bilingual CORRECT = new Bilingual("请按允许的写法填写", "write it as is allowed");

    private Times() {}

    /** How a text is read; an exception of times where it is none. */
    @FunctionalInterface
    private interface Reader {
        String read(String text);
    }

    private record Type(Bilingual allowed, Reader reader) implements ColumnType {
        @Override
        public CellValue read(SheetCell cell) {
            if (cell.kind() == Kind.TEXT || cell.kind() == Kind.TIME) {
                try {
                    return CellValue.of(reader.read(cell.text().strip()));
                } catch (DateTimeException e) {
                    // It is told what is allowed.
                }
            }
            return new CellValue.Fault(allowed, CORRECT);
        }
    }

    /** A day. */
    public static ColumnType day() {
        return new Type(new Bilingual("日期，如 2026-01-31", "a date, e.g. 2026-01-31"), text -> day(text)
                .toString());
    }

    /** A month; a workbook holds one as its first day. */
    public static ColumnType month() {
        return new Type(new Bilingual("月份，如 2026-01", "a month, e.g. 2026-01"), text -> {
            Matcher m = MONTH.matcher(text);
            if (!m.matches()) {
                throw new DateTimeException(text);
            }
            return YearMonth.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))
                    .toString();
        });
    }

    private static LocalDate day(String text) {
        Matcher m = DAY.matcher(text);
        if (!m.matches()) {
            throw new DateTimeException(text);
        }
        return LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
    }

    /** A time, as the clocks of a zone show it. */
    public static ColumnType time(ZoneId zone) {
        return new TimeOf(zone);
    }

    private record TimeOf(ZoneId zone) implements ColumnType {
        @Override
        public CellValue read(SheetCell cell) {
            if (cell.kind() == Kind.TEXT || cell.kind() == Kind.TIME) {
                try {
                    return CellValue.of(instant(cell.text().strip()).toString());
                } catch (DateTimeException e) {
                    // It is told what is allowed.
                }
            }
            return new CellValue.Fault(allowed(), CORRECT);
        }

        private Instant instant(String text) {
            if (text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}")) {
                return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            }
            int end = text.indexOf(text.contains("T") ? 'T' : ' ');
            if (end < 0) {
                return day(text).atStartOfDay(zone).toInstant();
            }
            String clock = text.substring(end + 1).strip();
            LocalDateTime local = day(text.substring(0, end))
                    .atTime(java.time.LocalTime.parse(clock.length() == 4 ? "0" + clock : clock));
            return local.atZone(zone).toInstant();
        }

        /** To the second; what is finer, or shown twice a year, with its offset. */
        @Override
        public String write(JsonNode value) {
            Instant at = Instant.parse(value.asText());
            LocalDateTime local = LocalDateTime.ofInstant(at, zone);
            boolean exact =
                    local.getNano() == 0 && local.atZone(zone).toInstant().equals(at);
            return exact ? SHOWN.format(local) : value.asText();
        }

        @Override
        public Bilingual allowed() {
            return new Bilingual(
                    "日期或时间（" + zone + "），如 2026-01-31 或 2026-01-31 08:00",
                    "a date or time (" + zone + "), e.g. 2026-01-31 or 2026-01-31 08:00");
        }
    }

    /** A duration with its unit. */
    public static ColumnType duration() {
        return new Type(new Bilingual("带单位的时长，如 15m、1h、1d", "a duration with its unit, e.g. 15m, 1h, 1d"), text -> {
            Duration length = Accepted.duration().parse(text);
            if (length == null) {
                throw new DateTimeException(text);
            }
            return Durations.write(length);
        });
    }

    /** Usual ones, for the list of a cell. */
    public static List<String> usualDurations() {
        return List.of("1m", "5m", "15m", "30m", "1h", "1d");
    }
}
