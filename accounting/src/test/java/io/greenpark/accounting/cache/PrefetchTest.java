package io.greenpark.accounting.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrefetchTest {
    private static final long START = 1_700_000_000_000L;
    private static final long QUARTER = Duration.ofMinutes(15).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final List<String> POINTS = List.of("a", "b", "late", "silent");

    @TempDir
    private Path dir;

    private static Reading reading(String point, long timeMs) {
        return new Reading("e", "d", "k", point, timeMs % 97, Unit.KWH, Flag.NORMAL, timeMs, timeMs, Door.MQTT);
    }

    private static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 4 * 96; i++) {
            for (String point : List.of("a", "b", "late")) {
                readings.add(reading(point, START + i * QUARTER));
            }
        }
        return readings;
    }

    /** Inside the windows, across their ends, far outside of them, and for points that were not prefetched. */
    @Test
    void prefetched_samples_are_those_of_the_set() {
        try (Books books = BooksKind.SQLITE.fresh(dir).open(Clock.systemUTC())) {
            books.write(tx ->
                    tx.readings().put(readings(), new Position(0, readings().size())));
            Map<String, TimeRange> wanted = new LinkedHashMap<>();
            wanted.put("a", new TimeRange(START + 2 * DAY, START + 3 * DAY));
            wanted.put("b", new TimeRange(START + 2 * DAY + QUARTER, START + 3 * DAY));
            wanted.put("late", new TimeRange(START + 3 * QUARTER, START + 9 * QUARTER));
            wanted.put("silent", new TimeRange(START, START + DAY));
            books.read(handle -> {
                ReadingStore set = books.ports(handle).readings();
                ReadingCache cache = new ReadingCache(10_000);
                cache.prefetch(set, wanted);
                ReadingStore cached = cache.over(set);
                for (String point : POINTS) {
                    for (long from = START - DAY; from < START + 5 * DAY; from += 7 * QUARTER) {
                        for (long length : new long[] {0, QUARTER, 10 * QUARTER, DAY}) {
                            assertThat(cached.range(point, from, from + length))
                                    .isEqualTo(set.range(point, from, from + length));
                        }
                        assertThat(cached.firstFrom(point, from)).isEqualTo(set.firstFrom(point, from));
                    }
                }
                return true;
            });
        }
    }
}
