package io.greenpark.store.log;

import io.greenpark.store.commit.Distribution;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State of the log, for health, metrics and the console.
 *
 * @param trouble why nothing can be appended now, in words; null if it can
 * @param running whether its writing thread lives
 * @param startOffset offset of the oldest reading kept
 * @param endOffset offset after the newest
 * @param bytes size of its files
 * @param freeDiskBytes free bytes on its disk
 * @param damagedRows damaged rows met since it was opened
 * @param failedCommits commits that failed since it was opened
 * @param commitNanos how long commits took, fsync included
 * @param commitReadings how many readings they held
 * @param days readings by day of arrival (UTC), oldest first, as far as they are kept
 */
public record LogStatus(
        @Nullable String trouble,
        boolean running,
        long startOffset,
        long endOffset,
        long bytes,
        long freeDiskBytes,
        int damagedRows,
        long failedCommits,
        Distribution commitNanos,
        Distribution commitReadings,
        List<ArrivalDay> days) {
    public LogStatus {
        days = List.copyOf(days);
    }

    /** Readings that arrived on a day. */
    public record ArrivalDay(LocalDate day, long readings) {}

    /** Readings kept. */
    public long readings() {
        return endOffset - startOffset;
    }
}
