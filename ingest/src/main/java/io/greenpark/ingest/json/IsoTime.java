package io.greenpark.ingest.json;

import io.greenpark.ingest.payload.SentTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads {@code yyyy-MM-dd HH:mm[:ss[.fraction]]}, the date also as {@code yyyy/MM/dd}, with {@code T} or a space between,
 * with or without an offset ({@code Z}, {@code +08}, {@code +0800}, {@code +08:00}); ISO 8601-1:2019, 5.4.2. Written by hand
 * because every message with a textual time is parsed here.
 */
final class IsoTime {
    private static final int FRACTION_DIGITS = 9;

    private final String text;
    private int position;

    private IsoTime(String text) {
        this.text = text;
    }

    static SentTime parse(String text) {
        try {
            return new IsoTime(text).read();
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return unreadable(text);
        }
    }

    static SentTime unreadable(String sent) {
        return new SentTime.Unreadable(JsonMessages.unreadableTime(sent));
    }

    private SentTime read() {
        int year = number(4);
        char between = skip('/') ? '/' : '-';
        if (between == '-') {
            expect('-');
        }
        int month = number(2);
        expect(between);
        int day = number(2);
        if (next() != 'T' && text.charAt(position - 1) != ' ') {
            throw new DateTimeException("separator");
        }
        int hour = number(2);
        expect(':');
        int minute = number(2);
        int second = 0;
        int nanos = 0;
        if (skip(':')) {
            second = number(2);
            if (skip('.') || skip(',')) {
                nanos = fraction();
            }
        }
        LocalDateTime local = LocalDateTime.of(year, month, day, hour, minute, second, nanos);
        if (position == text.length()) {
            return new SentTime.Local(local);
        }
        ZoneOffset offset = offset();
        if (position != text.length()) {
            throw new DateTimeException("trailing text");
        }
        return new SentTime.At(local.toInstant(offset).toEpochMilli());
    }

    private ZoneOffset offset() {
        char sign = next();
        if (sign == 'Z') {
            return ZoneOffset.UTC;
        }
        if (sign != '+' && sign != '-') {
            throw new DateTimeException("offset");
        }
        int hours = number(2);
        int minutes = 0;
        if (position < text.length()) {
            skip(':');
            minutes = number(2);
        }
        int direction = sign == '+' ? 1 : -1;
        return ZoneOffset.ofHoursMinutes(direction * hours, direction * minutes);
    }

    private int fraction() {
        int nanos = 0;
        int digits = 0;
        while (position < text.length() && isDigit(text.charAt(position))) {
            if (digits < FRACTION_DIGITS) {
                nanos = nanos * 10 + text.charAt(position) - '0';
            }
            digits++;
            position++;
        }
        if (digits == 0) {
            throw new DateTimeException("fraction");
        }
        for (int i = digits; i < FRACTION_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int number(int digits) {
        int n = 0;
        for (int i = 0; i < digits; i++) {
            char c = next();
            if (!isDigit(c)) {
                throw new DateTimeException("digit");
            }
            n = n * 10 + c - '0';
        }
        return n;
    }

    private char next() {
        return text.charAt(position++);
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new DateTimeException("separator");
        }
    }

    private boolean skip(char wanted) {
        if (position < text.length() && text.charAt(position) == wanted) {
            position++;
            return true;
        }
        return false;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
