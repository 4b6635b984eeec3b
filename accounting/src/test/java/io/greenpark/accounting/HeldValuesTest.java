package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.Counting;
import io.greenpark.park.registry.PointFacts.Direction;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Momentary values stand until the next, and never past now: what is booked grows with time, whoever looks when. */
class HeldValuesTest {
    private static final String POWER = "steel-power";
    private static final String PROBE = "steel-so2";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final long START = TestPark.TIME.startOf(DAY).toEpochMilli();
    private static final long HOUR = ParkTime.HOUR_MS;
    private static final long MINUTE = 60_000;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(Instant.ofEpochMilli(START));
    private BooksPlace place;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void openPlace() {
        place = kind().fresh(folder);
    }

    @AfterEach
    void closePlace() {
        place.close();
    }

    private static TestPark park() {
        return new TestPark(power(1), probe());
    }

    private static Point power(int factor) {
        return TestPark.point(
                POWER,
                null,
                TestPark.facts(PointKind.GAUGE, Unit.KW, Duration.ZERO, Duration.ofMinutes(15), Carrier.ELECTRICITY)
                        .counted(new Counting(Direction.IMPORT, factor)));
    }

    private static Point probe() {
        return TestPark.point(
                PROBE,
                "stack",
                TestPark.facts(PointKind.GAUGE, Unit.MG_PER_M3, Duration.ZERO, Duration.ofMinutes(15), null));
    }

    private EnergyRow hour(RunningAccounts accounts, int hour) {
        return accounts.energy(DAY, DAY.plusDays(1), Step.HOUR).get(hour);
    }

    private DischargeRow mean(RunningAccounts accounts, int hour) {
        return new BooksDischargeAccounts(accounts.books(), park())
                .rows(
                        PROBE,
                        Instant.ofEpochMilli(START + hour * HOUR),
                        Instant.ofEpochMilli(START + (hour + 1) * HOUR),
                        Step.HOUR)
                .get(0);
    }

    private void at(long minutes) {
        clock.set(Instant.ofEpochMilli(START + minutes * MINUTE));
    }

    @Test
    void nothing_is_held_past_now_and_it_is_booked_as_time_goes_by() {
        try (RunningAccounts accounts = new RunningAccounts(place, park(), clock)) {
            at(55);
            accounts.append(List.of(reading(POWER, START + 50 * MINUTE, 60), reading(PROBE, START + 50 * MINUTE, 40)));
            accounts.untilBooked();
            assertThat(hour(accounts, 0).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("5");
            assertThat(hour(accounts, 1).quality()).isEqualTo(Quality.MISSING);
            assertThat(mean(accounts, 0).completeness()).isEqualTo(5 / 60.0);
            at(67);
            accounts.restart();
            accounts.untilBooked();
            assertThat(hour(accounts, 0).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("10");
            assertThat(hour(accounts, 1).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("5");
            assertThat(mean(accounts, 0).completeness()).isEqualTo(10 / 60.0);
            assertThat(mean(accounts, 1).completeness()).isEqualTo(5 / 60.0);
            assertThat(rows(accounts)).isZero();
        }
    }

    @Test
    void the_tolerance_reaches_a_value_that_arrives_late_and_nothing_is_corrected() {
        try (RunningAccounts accounts = new RunningAccounts(place, park(), clock)) {
            accounts.append(List.of(reading(POWER, START + 45 * MINUTE, 60), reading(PROBE, START + 45 * MINUTE, 40)));
            at(180);
            accounts.untilBooked();
            assertThat(hour(accounts, 1).quality()).isEqualTo(Quality.MISSING);
            accounts.append(List.of(reading(POWER, START + 61 * MINUTE, 60), reading(PROBE, START + 61 * MINUTE, 20)));
            accounts.untilBooked();
            assertThat(hour(accounts, 0).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("15");
            assertThat(hour(accounts, 0).quality()).isEqualTo(Quality.PARTIAL);
            assertThat(hour(accounts, 1).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("16");
            assertThat(hour(accounts, 1).quality()).isEqualTo(Quality.PARTIAL);
            assertThat(mean(accounts, 1).completeness()).isEqualTo(16 / 60.0);
            assertThat(mean(accounts, 1).quality()).isEqualTo(Quality.PARTIAL);
        }
    }

    @Test
    void an_hour_closed_before_the_next_value_came_is_whole_and_not_corrected_when_it_does() {
        List<Reading> early = new ArrayList<>();
        for (long at = 0; at <= 44; at += 15) {
            early.add(reading(POWER, START + at * MINUTE, 60));
        }
        early.add(reading(POWER, START + 44 * MINUTE + 30_000, 60));
        try (RunningAccounts accounts = new RunningAccounts(place, park(), clock)) {
            accounts.append(early);
            at(180);
            accounts.untilBooked();
            assertThat(hour(accounts, 0).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("59.5");
            assertThat(hour(accounts, 0).quality()).isEqualTo(Quality.PARTIAL);
            accounts.append(List.of(reading(POWER, START + 60 * MINUTE, 60)));
            accounts.untilBooked();
            assertThat(hour(accounts, 0).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("60");
            assertThat(hour(accounts, 0).quality()).isEqualTo(Quality.MEASURED);
        }
    }

    private static long rows(RunningAccounts accounts) {
        return accounts.books().read(handle -> handle.createQuery("SELECT count(*) FROM account_held")
                .mapTo(Long.class)
                .one());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_books_in_the_end_do_not_depend_on_when_bookings_ran(long seed) {
        Random random = new Random(seed);
        List<Reading> readings = new ArrayList<>();
        for (String point : List.of(POWER, PROBE)) {
            for (long at = random.nextInt(900_000); at < 8 * HOUR; at += gap(random)) {
                readings.add(reading(point, START + at, random.nextInt(200)));
            }
        }
        readings.sort(Comparator.comparingLong(Reading::timeMs));
        List<Object> live;
        try (RunningAccounts accounts = new RunningAccounts(place, park(), clock)) {
            for (Reading r : readings) {
                long arrival = r.timeMs() + random.nextInt(20) * MINUTE;
                clock.set(Instant.ofEpochMilli(Math.max(arrival, clock.millis())));
                accounts.append(List.of(r));
                if (random.nextBoolean()) {
                    accounts.untilBooked();
                }
                if (random.nextInt(10) == 0) {
                    accounts.restart();
                }
            }
            at(30 * 60);
            accounts.untilBooked();
            live = books(accounts);
        }
        try (BooksPlace other = BooksKind.SQLITE.fresh(folder.resolve("once"));
                RunningAccounts once = new RunningAccounts(other, park(), clock)) {
            once.append(readings);
            once.untilBooked();
            assertThat(live).isEqualTo(books(once));
        }
    }

    /** Mostly about as long as values are due, where it matters whether the next is within the tolerance. */
    private static long gap(Random random) {
        return random.nextInt(3) == 0 ? 1 + random.nextInt(40 * 60_000) : 14 * MINUTE + random.nextInt(150_000);
    }

    private static List<Object> books(RunningAccounts accounts) {
        List<Object> rows = new ArrayList<>();
        for (Step step : List.of(Step.HOUR, Step.DAY)) {
            rows.addAll(accounts.energy(DAY, DAY.plusDays(2), step));
            rows.addAll(new BooksDischargeAccounts(accounts.books(), park())
                    .rows(PROBE, Instant.ofEpochMilli(START), Instant.ofEpochMilli(START + 48 * HOUR), step));
        }
        return rows;
    }

    @Test
    void what_is_fed_back_is_subtracted_in_its_enterprise() {
        TestPark park = new TestPark(TestPark.meter(), power(-1));
        at(24 * 60);
        try (RunningAccounts accounts = new RunningAccounts(place, park, clock)) {
            List<Reading> readings = new ArrayList<>();
            for (int n = 1; n <= 4; n++) {
                readings.add(reading(TestPark.METER, START + n * HOUR / 4, 10));
                readings.add(reading(POWER, START + (n - 1) * HOUR / 4, 100));
            }
            readings.add(reading(POWER, START + HOUR, 0));
            accounts.append(readings);
            accounts.untilBooked();
            EnergyRow row = hour(accounts, 0);
            assertThat(row.amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("-60");
            assertThat(row.quality()).isEqualTo(Quality.MEASURED);
        }
    }
}
