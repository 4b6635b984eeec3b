package io.greenpark.store.log;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * Settings of the embedded telemetry log, section {@code log}.
 *
 * @param keep how long readings are kept, counted from the end of their day of arrival; a registered reader that lags
 *     keeps them longer. Default 30 d, range 1 d..3650 d
 * @param maxFileBytes a file is closed and a new one begun at this size or at midnight UTC, whichever comes first.
 *     Default 2 GB, range 16 MB..1 TB
 * @param maxInFlightReadings readings accepted and not yet durable, in all; an append beyond fails with
 *     {@link io.greenpark.park.log.LogBusyException}. Default 262144, range 1024..16777216
 * @param maxBatch readings of one commit; a larger append is still one commit. Default 8192, range 1..1048576
 * @param minFreeDiskBytes below this much free disk nothing is appended, so that the books can still be written. Default
 *     256 MB, range 0..1 TB
 * @param cacheReadings the newest readings kept in memory for readers that are up to date. Default 32768, range
 *     0..4194304
 */
public record LogConfig(
        Duration keep,
        long maxFileBytes,
        int maxInFlightReadings,
        int maxBatch,
        long minFreeDiskBytes,
        int cacheReadings) {
    private static final long MB = 1L << 20;
    private static final long TB = 1L << 40;

    /** The defaults. */
    public static LogConfig defaults() {
        return new LogConfig(Duration.ofDays(30), 2048 * MB, 262_144, 8_192, 256 * MB, 32_768);
    }

    /** Reads the section {@code log}; faults go to {@code problems}. */
    public static LogConfig from(Settings log, Problems problems) {
        LogConfig d = defaults();
        return new LogConfig(
                log.duration("keep", d.keep, Duration.ofDays(1), Duration.ofDays(3650), problems),
                log.bytes("maxFileSize", d.maxFileBytes, 16 * MB, TB, problems),
                log.integer("maxInFlightReadings", d.maxInFlightReadings, 1_024, 16_777_216, problems),
                log.integer("maxBatch", d.maxBatch, 1, 1_048_576, problems),
                log.bytes("minFreeDisk", d.minFreeDiskBytes, 0, TB, problems),
                log.integer("cacheReadings", d.cacheReadings, 0, 4_194_304, problems));
    }
}
