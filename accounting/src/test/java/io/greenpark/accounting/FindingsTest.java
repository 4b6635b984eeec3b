package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.METER;
import static io.greenpark.accounting.TestPark.REGISTER;
import static io.greenpark.accounting.TestPark.STACK;
import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noticed about points is kept with the hours, the same in any order of arrival, and taken back with them. */
class FindingsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final long START = TestPark.TIME.startOf(DAY).toEpochMilli();
    private static final long HOUR = ParkTime.HOUR_MS;

    @TempDir
    Path folder;

    private final MovableClock clock =
            new MovableClock(Instant.ofEpochMilli(START).plus(Duration.ofDays(200)));
    private final TestPark park = new TestPark(TestPark.meter(), TestPark.register(), TestPark.stack());
    private BooksPlace place;
    private RunningAccounts accounts;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void open() {
        place = kind().fresh(folder);
        accounts = new RunningAccounts(place, park, clock);
    }

    @AfterEach
    void close() {
        accounts.close();
        place.close();
    }

    private List<String> kept() {
        accounts.untilBooked();
        return accounts.books()
                .read(handle -> handle.createQuery("SELECT point, kind, begin_ms, first_hour_ms, last_hour_ms, from_ms,"
                                + " to_ms, found, reason FROM account_finding ORDER BY point, kind, begin_ms")
                        .map((row, context) -> row.getString("point") + " " + row.getString("kind") + " "
                                + Instant.ofEpochMilli(row.getLong("begin_ms")) + " "
                                + row.getLong("first_hour_ms") + ".." + row.getLong("last_hour_ms") + " "
                                + Instant.ofEpochMilli(row.getLong("from_ms")) + ".."
                                + Instant.ofEpochMilli(row.getLong("to_ms")) + " x" + row.getLong("found") + " "
                                + row.getString("reason"))
                        .list());
    }

    private List<FindingKind> kinds() {
        return kept().stream()
                .map(row -> FindingKind.valueOf(row.split(" ")[1]))
                .toList();
    }

    private static List<Reading> year(double value) {
        List<Reading> readings = new ArrayList<>();
        for (int hour = 1; hour <= 365 * 24; hour++) {
            readings.add(reading(STACK, START - Duration.ofDays(300).toMillis() + hour * HOUR, value + hour % 7));
        }
        return readings;
    }

    @Test
    void a_year_of_nonsense_makes_a_row_a_month() {
        accounts.append(year(-100));
        assertThat(kept()).hasSize(13).allMatch(row -> row.contains("INVALID") && row.contains("VALUE_BELOW_MIN"));
        long bytes = accounts.books()
                .read(handle -> handle.createQuery("SELECT sum(length(hours)) AS bytes FROM account_finding")
                        .mapTo(Long.class)
                        .one());
        assertThat(bytes).isLessThan(100_000);
    }

    @Test
    void values_corrected_since_are_taken_back() {
        accounts.append(List.of(reading(STACK, START + HOUR, -5), reading(STACK, START + 2 * HOUR, 3)));
        assertThat(kinds()).containsExactly(FindingKind.INVALID);
        accounts.append(List.of(reading(STACK, START + HOUR, 5)));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void a_second_clock_is_counted_over_its_day_however_its_values_arrive() {
        List<Reading> readings = new ArrayList<>();
        for (int n = 1; n <= 12; n++) {
            readings.add(reading(METER, START + n * HOUR, 5));
            readings.add(reading(METER, START + n * HOUR + Duration.ofMinutes(7).toMillis(), 5));
        }
        for (Reading r : readings) {
            accounts.append(List.of(r));
            accounts.untilBooked();
        }
        assertThat(kinds()).containsExactly(FindingKind.OVERLAPPED, FindingKind.SECOND_CLOCK);
        assertThat(kept().get(1)).contains("\"overlaps\":12");
    }

    private static List<Reading> register(int days, int fallsOn, int backOn) {
        List<Reading> readings = new ArrayList<>();
        for (int n = 0; n <= days; n++) {
            boolean fallen = n >= fallsOn && n < backOn;
            readings.add(reading(REGISTER, START + n * 24 * HOUR, fallen ? 7 + (n - fallsOn) * 100 : 50_000 + n * 100));
        }
        return readings;
    }

    @Test
    void a_fall_that_stayed_is_kept_until_the_replacement_is_on_record() {
        accounts.append(register(60, 10, 999));
        assertThat(kinds()).containsExactly(FindingKind.FALL_THAT_STAYED, FindingKind.LIKE_REPLACED);
        assertThat(kept().get(0)).contains("\"before\":\"50900\",\"after\":\"7\"", "2026-03-11T16:00:00Z");
        Point point = TestPark.register();
        Replacement replaced =
                new Replacement(Instant.ofEpochMilli(START + 10 * 24 * HOUR), new BigDecimal("50950"), BigDecimal.ZERO);
        park.points(
                        TestPark.meter(),
                        TestPark.stack(),
                        new Point(
                                point.id(),
                                point.deviceId(),
                                point.key(),
                                point.enterpriseId(),
                                null,
                                point.quantity(),
                                point.name(),
                                point.facts(),
                                List.of(replaced),
                                null))
                .publish();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void what_came_back_was_an_excursion_and_no_replacement() {
        List<Reading> readings = register(30, 10, 20);
        accounts.append(readings.subList(0, 15));
        assertThat(kinds()).containsExactly(FindingKind.LIKE_REPLACED);
        accounts.append(readings.subList(15, readings.size()));
        assertThat(kinds()).containsExactly(FindingKind.EXCURSION);
    }

    @Test
    void in_any_order_of_arrival_and_after_a_restart_the_same_is_kept() {
        List<Reading> readings = new ArrayList<>(register(90, 10, 50));
        for (int n = 1; n <= 200; n++) {
            readings.add(reading(STACK, START + n * HOUR, n % 9 == 0 ? 9999.99 - 20_000 * (n % 2) : 5));
            readings.add(reading(METER, START + n * HOUR / 2 + (n % 5) * 60_000, n % 11 == 0 ? 1e9 : 5));
        }
        accounts.append(readings);
        List<String> inOrder = kept();
        assertThat(inOrder).isNotEmpty();
        for (long seed = 1; seed <= 3; seed++) {
            close();
            place = kind().fresh(folder.resolve("seed" + seed));
            accounts = new RunningAccounts(place, park, clock);
            Collections.shuffle(readings, new Random(seed));
            for (int i = 0; i < 12; i++) {
                accounts.append(readings.subList(i * readings.size() / 12, (i + 1) * readings.size() / 12));
                accounts.untilBooked();
                if (i == 5) {
                    accounts.restart();
                }
            }
            assertThat(kept()).isEqualTo(inOrder);
        }
    }

    @Test
    void facts_that_allow_a_value_take_back_what_was_said_of_it() {
        accounts.append(List.of(reading(METER, START + HOUR / 4, 900), reading(METER, START + HOUR / 2, 9)));
        assertThat(kinds()).containsExactly(FindingKind.TOO_MUCH);
        PointFacts f = TestPark.meter().currentFacts();
        Point meter = TestPark.point(
                METER,
                null,
                new PointFacts(
                        f.validFrom(),
                        f.unit(),
                        f.kind(),
                        f.period(),
                        f.stamp(),
                        f.expectedInterval(),
                        null,
                        f.ratio(),
                        false,
                        null,
                        f.carrier(),
                        true,
                        f.zone()));
        park.points(meter, TestPark.register(), TestPark.stack()).publish();
        assertThat(kinds()).isEmpty();
    }

    @Test
    void points_the_registry_no_longer_has_keep_nothing() {
        accounts.append(List.of(reading(METER, START + HOUR / 4, 1e9)));
        assertThat(kinds()).hasSize(1);
        park.points(TestPark.register()).publish();
        accounts.append(List.of(reading(METER, START + HOUR / 2, 1)));
        assertThat(kinds()).isEmpty();
    }
}
