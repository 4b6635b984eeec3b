package io.greenpark.store.document;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;

/**
 * Settings of stored documents, section {@code documents}.
 *
 * @param maxFileBytes how large a file may be; a photo of a phone has up to 8 MB. Default 20 MB, range 10 MB..1 GB
 * @param minFreeDiskBytes below this much free disk nothing is taken, so that readings still can be. Default 1 GB, range 0..1 TB
 */
public record DocumentConfig(long maxFileBytes, long minFreeDiskBytes) {
    private static final long MB = 1L << 20;
    private static final long GB = 1L << 30;
    private static final long TB = 1L << 40;

    /** The defaults. */
    public static DocumentConfig defaults() {
        return new DocumentConfig(20 * MB, GB);
    }

    /** Reads the section {@code documents}; faults go to {@code problems}. */
    public static DocumentConfig from(Settings documents, Problems problems) {
        DocumentConfig d = defaults();
        return new DocumentConfig(
                documents.bytes("maxFileSize", d.maxFileBytes, 10 * MB, GB, problems),
                documents.bytes("minFreeDisk", d.minFreeDiskBytes, 0, TB, problems));
    }
}
