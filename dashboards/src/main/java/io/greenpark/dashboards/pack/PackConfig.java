package io.greenpark.dashboards.pack;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;

/**
 * Settings of inspection packs, section {@code packs}.
 *
 * @param atOnce how many are made at a time; others wait. Default 2, range 1..8
 * @param keep how long one is kept to be fetched; its hash is kept as long as the audit log. Default 7 days, range 1..365 days
 * @param minFreeDiskBytes below this much free disk none is made, so that readings still can be kept. Default 1 GB, range 0..1 TB
 */
public record PackConfig(int atOnce, Duration keep, long minFreeDiskBytes) {
    private static final long GB = 1L << 30;

    /** The defaults. */
    public static PackConfig defaults() {
        return new PackConfig(2, Duration.ofDays(7), GB);
    }

    /** Reads the section {@code packs}; faults go to {@code problems}. */
    public static PackConfig from(Settings packs, Problems problems) {
        PackConfig d = defaults();
        return new PackConfig(
                packs.integer("atOnce", d.atOnce, 1, 8, problems),
                packs.duration("keep", d.keep, Duration.ofDays(1), Duration.ofDays(365), problems),
                packs.bytes("minFreeDisk", d.minFreeDiskBytes, 0, 1024 * GB, problems));
    }
}
