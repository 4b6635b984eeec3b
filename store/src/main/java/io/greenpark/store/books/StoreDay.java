package io.greenpark.store.books;

import io.greenpark.park.time.ParkTime;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The days in which readings are compacted: those of Asia/Shanghai, independent of a park's zone, since a day's number is written
 * into the tables and must never change its meaning.
 */
final class StoreDay {
    private static final ParkTime TIME = ParkTime.shanghai();

    /** After every sample: the year 9999 ends. */
    static final long END_MS = 253_402_300_800_000L;

    private static final long START_MS = -62_167_219_200_000L;

    private long fromMs;
    private long toMs;
    private int day;

    /**
     * The number of the day that contains a time; times outside of the years 0..9999 belong to the first and the last
     * day. Cheap for times of the day asked for last.
     */
    int of(long anyMs) {
        long timeMs = Math.max(START_MS, Math.min(END_MS, anyMs));
        if (timeMs < fromMs || timeMs >= toMs) {
            LocalDate date = TIME.dayOf(Instant.ofEpochMilli(timeMs));
            fromMs = startMs(date);
            toMs = startMs(date.plusDays(1));
            day = Math.toIntExact(date.toEpochDay());
        }
        return day;
    }

    static long startMs(LocalDate date) {
        return TIME.startOf(date).toEpochMilli();
    }

    static long startMs(int day) {
        return startMs(LocalDate.ofEpochDay(day));
    }
}
