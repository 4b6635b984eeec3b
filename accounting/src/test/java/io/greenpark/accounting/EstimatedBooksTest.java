package io.greenpark.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.energy.HourBook;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.Estimated;
import io.greenpark.park.energy.Estimated.Share;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is estimated lies in the books, seen from hour, day and month. */
class EstimatedBooksTest {
    private static final long HOUR = ParkTime.HOUR_MS;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long WH_A_DAY = 24_000;

    @TempDir
    Path folder;

    private BooksPlace place;
    private RunningAccounts accounts;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        place = kind().fresh(folder);
        accounts = new RunningAccounts(place, new TestPark(TestPark.register()), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        accounts.close();
        place.close();
    }

    private static long at(LocalDateTime time) {
        return time.atZone(TestPark.TIME.zone()).toInstant().toEpochMilli();
    }

    /** A register that rises by a kWh an hour, read every so many days. */
    private void read(LocalDateTime from, int days, int times) {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            readings.add(
                    TestPark.reading(TestPark.REGISTER, at(from.plusDays((long) i * days)), 100 + 24.0 * i * days));
        }
        accounts.append(readings);
        accounts.untilBooked();
    }

    private Estimated ofHour(long startMs) {
        List<Estimated> found = new ArrayList<>();
        accounts.books().read(handle -> {
            HourBook.over(handle)
                    .eachSum(
                            Step.HOUR,
                            List.of("steel"),
                            new TimeRange(startMs, startMs + 1),
                            (e, c, start, sum) -> found.add(sum.estimated()));
            return true;
        });
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** What is kept with a day or a month; null if nothing is, as it is implied. */
    private Estimated kept(String table, LocalDate start) {
        return accounts.books().read(handle -> handle.createQuery(
                        "SELECT estimated_ms, estimated_amount, day_estimated_ms, day_estimated_amount,"
                                + " month_estimated_ms, month_estimated_amount FROM " + table
                                + " WHERE start_ms = :start")
                .bind("start", at(start.atStartOfDay()))
                .map((r, context) -> {
                    Share hour = new Share(r.getLong(1), r.getLong(2));
                    return r.wasNull()
                            ? Estimated.NONE
                            : new Estimated(
                                    hour, new Share(r.getLong(3), r.getLong(4)), new Share(r.getLong(5), r.getLong(6)));
                })
                .one());
    }

    @Test
    void a_register_read_at_midnight_has_estimated_hours_and_measured_days() {
        read(LocalDate.of(2026, 3, 2).atStartOfDay(), 1, 4);
        Estimated inHours = new Estimated(new Share(DAY, WH_A_DAY), Share.NONE, Share.NONE);
        assertThat(kept("energy_day", LocalDate.of(2026, 3, 3))).isEqualTo(inHours);
        assertThat(kept("energy_month", LocalDate.of(2026, 3, 1)).hour()).isEqualTo(new Share(3 * DAY, 3 * WH_A_DAY));
        assertThat(kept("energy_month", LocalDate.of(2026, 3, 1)).month()).isEqualTo(Share.NONE);
        assertThat(ofHour(at(LocalDateTime.of(2026, 3, 3, 5, 0))))
                .isEqualTo(new Estimated(new Share(HOUR, 1_000), Share.NONE, Share.NONE));
    }

    @Test
    void a_register_read_at_noon_has_estimated_days_and_a_measured_month() {
        read(LocalDate.of(2026, 3, 30).atTime(12, 0), 1, 4);
        Share day = new Share(DAY, WH_A_DAY);
        assertThat(kept("energy_day", LocalDate.of(2026, 3, 31))).isEqualTo(new Estimated(day, day, Share.NONE));
        assertThat(kept("energy_month", LocalDate.of(2026, 3, 1)).month()).isEqualTo(Share.NONE);
        assertThat(kept("energy_month", LocalDate.of(2026, 3, 1)).day()).isEqualTo(new Share(DAY * 3 / 2, 36_000));
    }

    @Test
    void what_is_spread_over_an_end_of_the_month_is_estimated_in_both_months() {
        read(LocalDate.of(2026, 3, 26).atStartOfDay(), 10, 2);
        assertThat(ofHour(at(LocalDateTime.of(2026, 4, 1, 5, 0)))).isEqualTo(Estimated.all(new Share(HOUR, 1_000)));
        accounts.books().read(handle -> {
            assertThat(handle.createQuery("SELECT count(*) AS n FROM energy_month WHERE estimated_ms IS NULL"
                                    + " AND estimated * 3600000 = covered_ms")
                            .mapTo(Long.class)
                            .one())
                    .isEqualTo(2);
            return true;
        });
    }
}
