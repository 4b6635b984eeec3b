package io.greenpark.operations.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DiskForecastTest {
    private static StoreGrowth log(long used, double each, double keepDays) {
        return new StoreGrowth("log", used, each, 0, keepDays);
    }

    private static StoreGrowth books(double each) {
        return new StoreGrowth("books", 0, each, 0, null);
    }

    @Test
    void books_alone_fill_a_disk_in_proportion() {
        assertThat(DiskForecast.daysUntilFull(List.of(books(50)), 1_000, 5_000_000))
                .isEqualTo(100);
    }

    @Test
    void a_log_that_drops_old_readings_stops_growing() {
        StoreGrowth old = log(3_000_000, 100, 30);
        assertThat(DiskForecast.grownBy(List.of(old), 1_000, 365)).isZero();
        assertThat(DiskForecast.daysUntilFull(List.of(old), 1_000, 1)).isNull();
        assertThat(DiskForecast.daysUntilFull(List.of(old, books(50)), 1_000, 5_000_000))
                .isEqualTo(100);
    }

    @Test
    void a_young_log_grows_until_it_drops_readings() {
        List<StoreGrowth> stores = List.of(log(0, 100, 30), books(50));
        // 30 days of 150 bytes, then 50 bytes alone.
        assertThat(DiskForecast.daysUntilFull(stores, 1_000, 30 * 150_000 + 10 * 50_000))
                .isEqualTo(40);
        assertThat(DiskForecast.daysUntilFull(stores, 1_000, 15 * 150_000)).isEqualTo(15);
    }

    @Test
    void no_room_is_full_today_and_no_readings_never_fill_it() {
        assertThat(DiskForecast.daysUntilFull(List.of(books(50)), 1_000, 0)).isZero();
        assertThat(DiskForecast.daysUntilFull(List.of(books(50)), 0, 1)).isNull();
        assertThat(DiskForecast.daysUntilFull(List.of(), 1_000, 1)).isNull();
    }

    @Test
    void a_point_takes_a_year_in_the_books_and_its_kept_days_in_the_log() {
        assertThat(books(50).yearOfPoint(60)).isEqualTo(1_440 * 365 * 50.0);
        assertThat(log(0, 100, 30).yearOfPoint(60)).isEqualTo(1_440 * 30 * 100.0);
        assertThat(log(0, 100, 3_650).yearOfPoint(900)).isEqualTo(96 * 365 * 100.0);
    }

    @Property
    void on_the_day_forecast_the_stores_have_used_up_the_room(
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long used,
            @ForAll @DoubleRange(min = 1, max = 500) double logEach,
            @ForAll @DoubleRange(min = 1, max = 3_650) double keepDays,
            @ForAll @DoubleRange(min = 1, max = 500) double booksEach,
            @ForAll @DoubleRange(min = 1, max = 100_000_000) double perDay,
            @ForAll @DoubleRange(min = 1, max = 1e13) double room) {
        List<StoreGrowth> stores = List.of(log(used, logEach, keepDays), books(booksEach));
        Double days = DiskForecast.daysUntilFull(stores, perDay, room);
        if (days == null) {
            assertThat(DiskForecast.grownBy(stores, perDay, 36_500)).isLessThan(room);
        } else {
            assertThat(DiskForecast.grownBy(stores, perDay, days)).isCloseTo(room, within(room * 1e-6 + 1e-3));
        }
    }

    @Property
    void more_room_never_lasts_shorter_nor_do_more_readings_last_longer(
            @ForAll @LongRange(min = 0, max = 1_000_000_000L) long used,
            @ForAll @DoubleRange(min = 1, max = 365) double keepDays,
            @ForAll @DoubleRange(min = 1, max = 1_000_000) double perDay,
            @ForAll @DoubleRange(min = 1, max = 1e11) double room) {
        List<StoreGrowth> stores = List.of(log(used, 120, keepDays), books(60));
        double days = orNever(DiskForecast.daysUntilFull(stores, perDay, room));
        assertThat(orNever(DiskForecast.daysUntilFull(stores, perDay, room * 2)))
                .isGreaterThanOrEqualTo(days);
        assertThat(orNever(DiskForecast.daysUntilFull(stores, perDay * 2, room)))
                .isLessThanOrEqualTo(days + 1e-9);
    }

    private static double orNever(Double days) {
        return days == null ? Double.POSITIVE_INFINITY : days;
    }
}
