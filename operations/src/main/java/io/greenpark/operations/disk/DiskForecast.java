package io.greenpark.operations.disk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a disk will be full if readings go on arriving as they do. Pure arithmetic. */
public final class DiskForecast {
    static final double YEAR_DAYS = 365;
    static final double DAY_SECONDS = 86_400;

    /** A forecast beyond a century says no more than that there is no end in sight. */
    private static final double LONGEST_DAYS = 36_500;

    private DiskForecast() {}

    /** What the stores of one disk will have grown by after a time. */
    public static double grownBy(List<StoreGrowth> stores, double readingsPerDay, double days) {
        return stores.stream().mapToDouble(s -> s.grownBy(days, readingsPerDay)).sum();
    }

    /**
     * The days until the stores of one disk have used up its room; null if they will not within a century. Growth is
     * linear between the days on which a store stops growing, so the forecast walks from one such day to the next.
     *
     * @param roomBytes what may still be used
     */
    public static @Nullable Double daysUntilFull(List<StoreGrowth> stores, double readingsPerDay, double roomBytes) {
        if (roomBytes <= 0) {
            return 0.0;
        }
        List<Double> stops = stores.stream()
                .map(s -> s.growsForDays(readingsPerDay))
                .filter(d -> d < LONGEST_DAYS)
                .sorted()
                .toList();
        double from = 0;
        for (double stop : stops) {
            Double full = within(stores, readingsPerDay, roomBytes, from, stop);
            if (full != null) {
                return full;
            }
            from = stop;
        }
        return within(stores, readingsPerDay, roomBytes, from, LONGEST_DAYS);
    }

    /** The day between two on which the room is used up; null if it is not by then. */
    private static @Nullable Double within(
            List<StoreGrowth> stores, double readingsPerDay, double roomBytes, double from, double to) {
        double before = grownBy(stores, readingsPerDay, from);
        double after = grownBy(stores, readingsPerDay, to);
        if (after < roomBytes || after <= before) {
            return null;
        }
        return from + (to - from) * (roomBytes - before) / (after - before);
    }
}
