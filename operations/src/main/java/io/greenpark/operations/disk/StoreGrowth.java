package io.greenpark.operations.disk;

import org.jspecify.annotations.Nullable;

/**
 * How one store grows with the readings that arrive.
 *
 * @param name e.g. {@code log}
 * @param usedBytes what it takes now
 * @param bytesPerReading what a reading adds
 * @param bytesPerDay what a day adds, whatever is read
 * @param keepDays for how many days it keeps readings; null for ever
 */
public record StoreGrowth(
        String name,
        long usedBytes,
        double bytesPerReading,
        double bytesPerDay,
        @Nullable Double keepDays) {
    public StoreGrowth {
        if (bytesPerReading < 0 || bytesPerDay < 0 || usedBytes < 0 || (keepDays != null && keepDays < 0)) {
            throw new IllegalArgumentException(name + ": sizes and times are not negative");
        }
    }

    /** What it will have grown by after a time; a store that drops old readings stops where as many come as go. */
    double grownBy(double days, double readingsPerDay) {
        double grown = days * perDay(readingsPerDay);
        return keepDays == null ? grown : Math.min(grown, stillToGrow(readingsPerDay));
    }

    /** After how many days it stops growing; infinite where it keeps everything. */
    double growsForDays(double readingsPerDay) {
        double perDay = perDay(readingsPerDay);
        return keepDays == null || perDay == 0 ? Double.POSITIVE_INFINITY : stillToGrow(readingsPerDay) / perDay;
    }

    double perDay(double readingsPerDay) {
        return readingsPerDay * bytesPerReading + bytesPerDay;
    }

    /** What a point with readings at this interval takes within its first year. */
    public double yearOfPoint(double intervalSeconds) {
        double keptDays = keepDays == null ? DiskForecast.YEAR_DAYS : Math.min(keepDays, DiskForecast.YEAR_DAYS);
        return DiskForecast.DAY_SECONDS / intervalSeconds * keptDays * bytesPerReading;
    }

    private double stillToGrow(double readingsPerDay) {
        double steady = perDay(readingsPerDay) * (keepDays == null ? 0 : keepDays);
        return Math.max(0, steady - usedBytes);
    }
}
