package io.greenpark.accounting.cache;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.time.ParkTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** Nothing is remembered, and some samples of some points are prefetched for every transaction. */
class PrefetchedReadingStoreTest extends CachedReadingStoreTest {
    private static final long FROM =
            ParkTime.shanghai().startOf(LocalDate.of(2018, 3, 1)).toEpochMilli();

    @Override
    ReadingCache cache() {
        return new ReadingCache(0);
    }

    @Override
    void prefetch(ReadingCache into, ReadingStore set) {
        long day = Duration.ofDays(1).toMillis();
        into.prefetch(
                set,
                Map.of(
                        "p", new TimeRange(FROM, FROM + day),
                        "a", new TimeRange(FROM - day, FROM + 3 * day),
                        "w1", new TimeRange(FROM + day / 2, FROM + day),
                        "s1-0", new TimeRange(FROM, FROM + day)));
    }
}
