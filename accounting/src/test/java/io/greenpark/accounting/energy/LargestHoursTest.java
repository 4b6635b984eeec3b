package io.greenpark.accounting.energy;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.energy.LargestHours.Hour;
import io.greenpark.park.energy.Quality;
import io.greenpark.store.books.BooksFixture;
import io.greenpark.store.books.BooksKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LargestHoursTest {
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
    private static final long WHOLE = Duration.ofHours(1).toMillis();

    @RegisterExtension
    final BooksFixture fixture = new BooksFixture(kind());

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    private void book(String point, int day, int hour, Long amount, long coveredMs, Quality quality) {
        fixture.books().<Integer, RuntimeException>write(tx -> tx.handle()
                .execute(
                        "INSERT INTO energy_hour_point (point, hour_ms, amount, covered_ms, quality, booked_ms)"
                                + " VALUES (?, ?, ?, ?, ?, 0)",
                        point,
                        ms(day, hour),
                        amount,
                        coveredMs,
                        quality.name()));
    }

    private void book(String point, int day, int hour, long amount) {
        book(point, day, hour, amount, WHOLE, Quality.MEASURED);
    }

    private static long ms(int day, int hour) {
        return START.plus(Duration.ofHours(24L * day + hour)).toEpochMilli();
    }

    private Map<String, Hour> largest(Collection<String> points) {
        return fixture.books()
                .<Map<String, Hour>, RuntimeException>read(
                        handle -> LargestHours.plausible(handle, points, START, START.plus(Duration.ofDays(30))));
    }

    @Test
    void the_largest_hour_of_a_point_is_found() {
        book("a", 1, 3, 50);
        book("a", 1, 4, 60);
        book("a", 2, 4, 55);
        book("b", 1, 3, 7);
        book("b", 2, 3, 7);
        assertThat(largest(List.of("a", "b", "c")))
                .isEqualTo(Map.of("a", new Hour(ms(1, 4), 60), "b", new Hour(ms(1, 3), 7)));
    }

    @Test
    void a_jump_of_one_day_is_not_plausible() {
        book("a", 1, 3, 98_991_000);
        book("a", 1, 4, 98_000_000);
        book("a", 2, 4, 60);
        book("a", 3, 4, 40);
        assertThat(largest(List.of("a"))).isEqualTo(Map.of("a", new Hour(ms(2, 4), 60)));
    }

    @Test
    void what_runs_on_few_days_only_is_plausible_if_it_runs_twice() {
        IntStream.range(1, 20).forEach(day -> book("a", day, 0, 1));
        book("a", 20, 4, 1000);
        book("a", 27, 4, 800);
        assertThat(largest(List.of("a"))).isEqualTo(Map.of("a", new Hour(ms(20, 4), 1000)));
    }

    @Test
    void a_single_day_says_nothing() {
        IntStream.range(0, 24).forEach(hour -> book("a", 1, hour, 50));
        assertThat(largest(List.of("a"))).isEmpty();
    }

    @Test
    void hours_that_were_not_metered_as_a_whole_do_not_count() {
        book("a", 1, 3, 50);
        book("a", 2, 3, 45);
        for (int day = 3; day < 6; day++) {
            book("a", day, 0, 500L, WHOLE, Quality.ESTIMATED);
            book("a", day, 1, 500L, WHOLE / 2, Quality.PARTIAL);
            book("a", day, 2, 500L, WHOLE - 1, Quality.CORRECTED);
            book("a", day, 3, null, 0, Quality.MISSING);
        }
        assertThat(largest(List.of("a"))).isEqualTo(Map.of("a", new Hour(ms(1, 3), 50)));
        book("a", 6, 0, 90L, WHOLE, Quality.CORRECTED);
        assertThat(largest(List.of("a"))).isEqualTo(Map.of("a", new Hour(ms(6, 0), 90)));
    }

    @Test
    void hours_outside_the_time_do_not_count() {
        book("a", 1, 3, 50);
        book("a", 2, 3, 50);
        book("a", -1, 3, 90);
        book("a", 30, 0, 90);
        assertThat(largest(List.of("a"))).isEqualTo(Map.of("a", new Hour(ms(1, 3), 50)));
    }

    @Test
    void many_points_can_be_asked_for() {
        book("p1200", 1, 3, 50);
        book("p1200", 2, 3, 50);
        List<String> points =
                IntStream.rangeClosed(1, 1500).mapToObj(i -> "p" + i).toList();
        assertThat(largest(points)).containsOnlyKeys("p1200");
    }
}
