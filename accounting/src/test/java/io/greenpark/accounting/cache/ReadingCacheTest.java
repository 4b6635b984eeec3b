package io.greenpark.accounting.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.reading.Door;
import io.greenpark.park.reading.Flag;
import io.greenpark.park.reading.Position;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingCacheTest {
    private static final long START = 1_700_000_000_000L;
    /** Long enough for the rounds to go on past midnight, so that a day is compacted. */
    private static final long STEP = Duration.ofMinutes(5).toMillis();

    private static final int POINTS = 6;
    private static final int ROUNDS = 400;

    @TempDir
    private Path dir;

    /** With room for everything, for some points, and for hardly any. */
    @ParameterizedTest
    @CsvSource({"1, 1000000", "2, 1000000", "3, 300", "4, 40"})
    void remembered_samples_are_those_of_the_set(long seed, long room) {
        Random random = new Random(seed);
        ReadingCache cache = new ReadingCache(room);
        try (Books books = BooksKind.SQLITE.fresh(dir).open(Clock.systemUTC())) {
            long offset = 0;
            for (int round = 0; round < ROUNDS; round++) {
                List<Reading> batch = batch(random, round);
                offset += batch.size();
                Position last = new Position(0, offset);
                books.write(tx -> tx.readings().put(batch, last));
                cache.upserted(batch);
                if (random.nextInt(50) == 0) {
                    cache.invalidate();
                }
                if (random.nextInt(50) == 0) {
                    LocalDate today = ParkTime.shanghai().dayOf(Instant.ofEpochMilli(START + round * STEP));
                    books.write(tx -> tx.readings().compact(today, 10));
                }
                int now = round;
                books.read(handle -> {
                    compare(random, books.ports(handle).readings(), cache, now);
                    return true;
                });
            }
        }
    }

    /** Mostly the newest; some late, some again, some with another value. */
    private static List<Reading> batch(Random random, int round) {
        List<Reading> batch = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2 * POINTS); i++) {
            int back = random.nextInt(5) == 0 ? random.nextInt(Math.min(round, 200) + 1) : 0;
            long time = START + (round - back) * STEP;
            batch.add(new Reading(
                    "e",
                    "d",
                    "k",
                    "p" + random.nextInt(POINTS),
                    random.nextInt(2),
                    Unit.KWH,
                    Flag.NORMAL,
                    time,
                    START,
                    Door.MQTT));
        }
        return batch;
    }

    private static void compare(Random random, ReadingStore set, ReadingCache cache, int round) {
        Map<String, TimeRange> wanted = new TreeMap<>();
        for (int p = 0; p < POINTS; p++) {
            if (random.nextBoolean()) {
                wanted.put("p" + p, new TimeRange(START + (round - 20) * STEP, START + (round + 60) * STEP));
            }
        }
        cache.prefetch(set, wanted);
        ReadingStore cached = cache.over(set);
        for (int i = 0; i < 10; i++) {
            String point = "p" + random.nextInt(POINTS);
            long from = START + (round - (random.nextInt(8) == 0 ? random.nextInt(300) : random.nextInt(30))) * STEP;
            long to = from + random.nextInt(100) * STEP;
            assertThat(cached.range(point, from, to)).isEqualTo(set.range(point, from, to));
            assertThat(cached.firstFrom(point, to)).isEqualTo(set.firstFrom(point, to));
        }
    }
}
