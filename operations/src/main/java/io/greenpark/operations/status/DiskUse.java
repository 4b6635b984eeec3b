package io.greenpark.operations.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the stores take, and how long their disks last.
 *
 * @param measuredPerDay readings that arrived on the median of the newest complete days; null before the first
 * @param expectedPerDay readings the registry's points will send by their intervals
 * @param compactedBytesPerReading what a reading takes in the compacted days; null before the first
 * @param points the points in use, by interval, the shortest first
 */
public record DiskUse(
        List<StoreUse> stores,
        List<Disk> disks,
        @Nullable Double measuredPerDay,
        double expectedPerDay,
        @Nullable Double compactedBytesPerReading,
        List<PointClass> points) {
    public DiskUse {
        stores = List.copyOf(stores);
        disks = List.copyOf(disks);
        points = List.copyOf(points);
    }

    /**
     * A store of this installation.
     *
     * @param name {@code log}, {@code books}, {@code dead-letters} or {@code documents}
     * @param usedBytes what its files take; null where it is not kept in files of this machine
     * @param readings readings it holds; null where it holds none
     * @param bytesPerReading what one takes
     * @param measured whether that is measured here; else a typical figure until there are enough readings
     * @param keepDays how long it keeps readings; null if for ever
     */
    public record StoreUse(
            String name,
            @Nullable Long usedBytes,
            @Nullable Long readings,
            @Nullable Double bytesPerReading,
            boolean measured,
            @Nullable Double keepDays) {}

    /**
     * A disk that holds stores.
     *
     * @param name the file system's name
     * @param stores the stores on it
     * @param freeBytes room this process may still use
     * @param grownIn30Days what the stores will have grown by
     * @param daysUntilFull when the room is used up; null if not within a century
     */
    public record Disk(
            String name,
            List<String> stores,
            long totalBytes,
            long freeBytes,
            double grownIn30Days,
            @Nullable Double daysUntilFull) {}

    /** Points that send at one interval, and what each of them takes within its first year. */
    public record PointClass(long intervalSeconds, int points, double bytesPerYear) {}
}
