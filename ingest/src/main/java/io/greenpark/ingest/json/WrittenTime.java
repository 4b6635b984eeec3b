package io.greenpark.ingest.json;

import io.greenpark.ingest.payload.SentTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * A time as written in a payload: epoch milliseconds, as a number or in quotes; ISO 8601 ({@link IsoTime}); or the digits
 * {@code yyyyMMddHHmmss[SSS]} of HJ 212 (HJ 212-2017, 6.3), which read as milliseconds would lie centuries ahead.
 */
final class WrittenTime {
    /** The earliest and latest that is taken for {@code yyyyMMddHHmmss}. */
    private static final long FIRST_DIGITS = 19_800_101_000_000L;

    private static final long LAST_DIGITS = 21_001_231_235_959L;

    private static final long MS = 1_000;
    /** 2001-09-09 to 2100-01-01, in seconds. */
    private static final long EARLIEST_S = 1_000_000_000L;

    private static final long LATEST_S = 4_102_444_800L;

    private static final int LONGEST_NUMBER = 18;
    private static final int SHORTEST_DATE_TIME = "2026-01-31T08:15".length();
    private static final int YEAR_DIGITS = 4;

    private WrittenTime() {}

    static SentTime of(long number) {
        if (number < FIRST_DIGITS) {
            return new SentTime.At(number);
        }
        if (number <= LAST_DIGITS) {
            return digits(number, 0, number);
        }
        return number / MS >= FIRST_DIGITS && number / MS <= LAST_DIGITS
                ? digits(number / MS, (int) (number % MS), number)
                : new SentTime.At(number);
    }

    static SentTime of(String text) {
        return isNumber(text) ? of(Long.parseLong(text)) : IsoTime.parse(text);
    }

    /** Whether a text may be a date with a time, so that reading it is worth trying. */
    static boolean mayBeDateTime(String text) {
        return text.length() >= SHORTEST_DATE_TIME
                && IsoTime.isDigit(text.charAt(0))
                && (text.charAt(YEAR_DIGITS) == '-' || text.charAt(YEAR_DIGITS) == '/');
    }

    static boolean isOfOurDays(SentTime time) {
        return time instanceof SentTime.Local || time instanceof SentTime.At at && isOfOurDays(at.epochMs());
    }

    /** Whether a number is, in whatever unit, a time of our days; the counter of a meter hardly ever is. */
    static boolean isOfOurDays(double number) {
        double seconds = number;
        for (int thousands = 0; thousands <= 3; thousands++) {
            if (seconds >= EARLIEST_S && seconds <= LATEST_S) {
                return true;
            }
            seconds /= MS;
        }
        return areDigits(number) || areDigits(number / MS);
    }

    /** The milliseconds of a number that is a time of our days in seconds, micro- or nanoseconds; other numbers as they are. */
    static long inMs(long number) {
        if (isOurs(number)) {
            return number * MS;
        }
        if (isOurs(number / MS / MS)) {
            return number / MS;
        }
        return isOurs(number / MS / MS / MS) ? number / MS / MS : number;
    }

    private static boolean isOurs(long seconds) {
        return seconds >= EARLIEST_S && seconds <= LATEST_S;
    }

    private static boolean areDigits(double number) {
        return number >= FIRST_DIGITS && number <= LAST_DIGITS;
    }

    private static SentTime digits(long digits, int millis, long number) {
        try {
            return new SentTime.Local(LocalDateTime.of(
                    (int) (digits / 10_000_000_000L),
                    (int) (digits / 100_000_000 % 100),
                    (int) (digits / 1_000_000 % 100),
                    (int) (digits / 10_000 % 100),
                    (int) (digits / 100 % 100),
                    (int) (digits % 100),
                    millis * 1_000_000));
        } catch (DateTimeException e) {
            return new SentTime.At(number);
        }
    }

    private static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!IsoTime.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
