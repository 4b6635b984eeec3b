package io.greenpark.ingest.admission;

import org.jspecify.annotations.Nullable;

/** The unit that a number was probably meant in where, read as epoch milliseconds, it is no time that can be. */
enum EpochUnit {
    SECONDS("秒", "seconds"),
    MICROSECONDS("微秒", "microseconds"),
    NANOSECONDS("纳秒", "nanoseconds");

    /** 1980-01-01: no meter is older. */
    private static final long OLDEST_MS = 315_532_800_000L;
    /** 2001-09-09: nanoseconds before that are what others count in hundreds of nanoseconds since the year 1. */
    private static final long EARLIEST_MS = 1_000_000_000_000L;
    /** 2100-01-01. */
    private static final long LATEST_MS = 4_102_444_800_000L;

    private final String zh;
    private final String en;

    EpochUnit(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    /** Null where the number fits none. */
    static @Nullable EpochUnit of(long number) {
        if (number >= OLDEST_MS / 1_000 && number < OLDEST_MS) {
            return number <= LATEST_MS / 1_000 ? SECONDS : null;
        }
        if (isTime(number / 1_000)) {
            return MICROSECONDS;
        }
        return isTime(number / 1_000_000) ? NANOSECONDS : null;
    }

    private static boolean isTime(long ms) {
        return ms >= EARLIEST_MS && ms <= LATEST_MS;
    }
}
