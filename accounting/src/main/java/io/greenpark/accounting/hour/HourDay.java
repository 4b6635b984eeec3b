package io.greenpark.accounting.hour;

import java.time.Duration;
import java.time.LocalDate;

/**
 * The days in which hours are folded: those of UTC, so that a day keeps its meaning whatever becomes of a park's zone. An hour
 * belongs to the day it begins in.
 */
public final class HourDay {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private HourDay() {}

    /** The number of the day that contains a time, since 1970-01-01. */
    public static int of(long timeMs) {
        long day = Math.floorDiv(timeMs, DAY_MS);
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, day));
    }

    public static long startMs(int day) {
        return day * DAY_MS;
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
