package io.greenpark.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.check.BooksCheck;
import io.greenpark.accounting.check.BooksCheck.BooksViews;
import io.greenpark.accounting.check.BooksCheck.ViewWork;
import io.greenpark.accounting.check.CheckScope;
import io.greenpark.accounting.check.Difference;
import io.greenpark.accounting.check.RegisterLimits;
import io.greenpark.accounting.discharge.VoidedMeans;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.Books;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of the books on real books: nothing where they are right, and each difference and only that where not. */
class BooksCheckTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final int DAYS = 33;
    private static final long START = TestPark.TIME.startOf(DAY).toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final RegisterLimits LIMITS = new RegisterLimits(Duration.ofDays(35), Duration.ofDays(400));
    private static final String POWER = "steel-power";
    private static final String DUST = "steel-dust";

    @TempDir
    Path folder;

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

    static Point power() {
        Duration quarter = Duration.ofMinutes(15);
        return TestPark.point(
                POWER, null, TestPark.facts(PointKind.GAUGE, Unit.KW, quarter, quarter, Carrier.ELECTRICITY));
    }

    static Point dust() {
        return TestPark.point(
                DUST,
                "stack",
                TestPark.facts(PointKind.GAUGE, Unit.MG_PER_M3, Duration.ofMinutes(10), Duration.ofMinutes(10), null));
    }

    static TestPark park() {
        return new TestPark(TestPark.meter(), TestPark.register(), TestPark.gas(), TestPark.stack(), power(), dust());
    }

    static List<Reading> readings() {
        List<Reading> all = new ArrayList<>();
        double register = 10_000;
        for (long at = START; at <= START + DAYS * 24 * HOUR; at += 10 * MINUTE) {
            long i = (at - START) / (10 * MINUTE);
            all.add(TestPark.reading(DUST, at, 4 + i % 13));
            if ((at - START) % HOUR == 0) {
                all.add(TestPark.reading(TestPark.GAS, at, 20.5 + i % 7));
                all.add(TestPark.reading(TestPark.STACK, at, 31.25 + i % 11));
            }
        }
        for (long at = START; at <= START + DAYS * 24 * HOUR; at += 15 * MINUTE) {
            long i = (at - START) / (15 * MINUTE);
            register += (i % 5) * 1.25;
            all.add(TestPark.reading(TestPark.METER, at, 12.5 + i % 3));
            all.add(TestPark.reading(TestPark.REGISTER, at, register));
            all.add(TestPark.reading(POWER, at, 40 + i % 9));
        }
        return all;
    }

    static BooksViews views(Books books) {
        return new BooksViews() {
            @Override
            public <T> T read(ViewWork<T> work) {
                return books.read(handle -> work.run(
                        SqlBookedFigures.over(handle), books.ports(handle).readings()));
            }
        };
    }

    private List<Difference> check(RunningAccounts accounts, TestPark park, CheckScope scope) {
        List<Difference> found = new ArrayList<>();
        BooksCheck.Result result = new BooksCheck(
                        views(accounts.books()), park.current(), LIMITS, Clock.systemUTC(), () -> {})
                .run(scope, found::add, done -> {});
        assertThat(result.differences()).isEqualTo(found.size());
        assertThat(result.compared()).isPositive();
        assertThat(result.unbooked()).isEmpty();
        return found;
    }

    private static long at(int day, int hour) {
        return START + (day * 24L + hour) * HOUR;
    }

    private static void plant(RunningAccounts accounts, String sql, Object... values) {
        int changed = accounts.books()
                .<Integer, RuntimeException>write(tx -> tx.handle().execute(sql, values));
        assertThat(changed).as(sql).isEqualTo(1);
    }

    @Test
    void regular_series_are_booked_as_the_readings_say() {
        TestPark park = park();
        try (RunningAccounts accounts = new RunningAccounts(place, park, Clock.systemUTC())) {
            accounts.append(readings());
            accounts.untilBooked();
            assertThat(check(accounts, park, CheckScope.all())).isEmpty();
            accounts.books().write(tx -> {
                TimeRange hours = new TimeRange(at(1, 5), at(1, 8));
                VoidedMeans.add(tx.handle(), DUST, hours, "YY-2026-0001", Instant.EPOCH);
                TimeRange day = new TimeRange(at(0, 0), at(1, 0));
                VoidedMeans.add(tx.handle(), TestPark.STACK, day, "YY-2026-0002", Instant.EPOCH);
                return true;
            });
            accounts.untilBooked();
            assertThat(check(accounts, park, CheckScope.all()))
                    .as("without what an objection was right about")
                    .isEmpty();
        }
    }

    @Test
    void each_of_ten_planted_differences_is_found_and_nothing_else() {
        TestPark park = park();
        try (RunningAccounts accounts = new RunningAccounts(place, park, Clock.systemUTC())) {
            accounts.append(readings());
            accounts.untilBooked();
            String point = "UPDATE energy_hour_point SET ";
            String ofPoint = " WHERE point = ? AND hour_ms = ?";
            String ofSteel = " WHERE enterprise = 'steel' AND carrier = ? AND start_ms = ?";
            plant(accounts, point + "amount = amount + 250" + ofPoint, TestPark.METER, at(2, 5));
            plant(accounts, point + "quality = 'ESTIMATED'" + ofPoint, TestPark.REGISTER, at(3, 7));
            plant(accounts, point + "covered_ms = 2700000" + ofPoint, POWER, at(4, 0));
            plant(accounts, "DELETE FROM energy_hour_point" + ofPoint, TestPark.GAS, at(5, 23));
            plant(
                    accounts,
                    "INSERT INTO energy_hour_point (point, hour_ms, amount, covered_ms, quality, restart_ms, booked_ms)"
                            + " VALUES (?, ?, 1000, 3600000, 'MEASURED', NULL, 0)",
                    TestPark.METER,
                    at(-9, 4));
            plant(accounts, "UPDATE energy_hour SET amount = amount - 1" + ofSteel, "NATURAL_GAS", at(6, 1));
            plant(accounts, "UPDATE energy_day SET amount = amount + 1000" + ofSteel, "ELECTRICITY", at(7, 0));
            plant(accounts, "UPDATE energy_month SET amount = amount * 2" + ofSteel, "NATURAL_GAS", START);
            plant(
                    accounts,
                    "UPDATE discharge_hour SET mean = '30.5' WHERE point = ? AND start_ms = ?",
                    TestPark.STACK,
                    at(8, 12));
            plant(
                    accounts,
                    "UPDATE discharge_day SET completeness = 0.5 WHERE point = ? AND start_ms = ?",
                    DUST,
                    at(9, 0));

            assertThat(check(accounts, park, CheckScope.all()))
                    .extracting(Difference::toString)
                    .containsExactlyInAnyOrder(PLANTED);
            assertThat(check(accounts, park, new CheckScope(null, TestPark.METER, null, null)))
                    .hasSize(2);
            assertThat(check(accounts, park, new CheckScope("steel", null, DAY.plusDays(2), DAY.plusDays(5))))
                    .hasSize(4);
        }
    }

    @Test
    void an_estimated_share_that_the_readings_do_not_give_is_found() {
        TestPark park = park();
        try (RunningAccounts accounts = new RunningAccounts(place, park, Clock.systemUTC())) {
            accounts.append(readings());
            accounts.untilBooked();
            String shares = " SET estimated_ms = 60000, estimated_amount = 5, day_estimated_ms = 30000,"
                    + " day_estimated_amount = 3, month_estimated_ms = 0, month_estimated_amount = 0";
            String ofSteel = " WHERE enterprise = 'steel' AND carrier = 'ELECTRICITY' AND start_ms = ?";
            plant(
                    accounts,
                    "UPDATE energy_hour_point" + shares + " WHERE point = ? AND hour_ms = ?",
                    TestPark.METER,
                    at(2, 5));
            plant(accounts, "UPDATE energy_day" + shares + ofSteel, at(3, 0));
            plant(accounts, "UPDATE energy_day SET unsplit = 24" + ofSteel, at(4, 0));

            assertThat(check(accounts, park, CheckScope.all()))
                    .extracting(Difference::toString)
                    .containsExactlyInAnyOrder(
                            "point steel-electricity, hour 2024-03-03 05:00 +08:00, estimated:"
                                    + " the books say 0.005 kWh in 1m, the readings give 0 kWh in 0s",
                            "enterprise steel, electricity, day 2024-03-04, estimated:"
                                    + " the books say 0.003 kWh in 30s, the readings give 0 kWh in 0s");
        }
    }

    @Test
    void differences_beside_hours_still_to_be_booked_are_told_apart_after_another_look() {
        TestPark park = park();
        try (RunningAccounts accounts = new RunningAccounts(place, park, Clock.systemUTC())) {
            accounts.append(readings());
            accounts.untilBooked();
        }
        try (Books books = place.open(Clock.systemUTC())) {
            books.<Integer, RuntimeException>write(tx -> tx.handle()
                    .execute(
                            "INSERT INTO account_work (point, from_ms, to_ms) VALUES (?, ?, ?)",
                            TestPark.METER,
                            at(2, 5),
                            at(2, 6)));
            books.<Integer, RuntimeException>write(tx -> tx.handle()
                    .execute(
                            "DELETE FROM energy_hour_point WHERE point = ? AND hour_ms = ?", TestPark.METER, at(2, 5)));
            List<Difference> found = new ArrayList<>();
            AtomicInteger pauses = new AtomicInteger();
            BooksCheck check =
                    new BooksCheck(views(books), park.current(), LIMITS, Clock.systemUTC(), pauses::incrementAndGet);
            BooksCheck.Result result = check.run(CheckScope.all(), found::add, done -> {});
            assertThat(found).isEmpty();
            assertThat(result.unbooked()).containsExactly("steel");
            assertThat(pauses).hasValue(4);
        }
    }

    private static final String[] PLANTED = {
        "point steel-electricity, hour 2024-02-21 04:00 +08:00, figure:"
                + " the books say 1 kWh MEASURED, the readings give none",
        "point steel-electricity, hour 2024-03-03 05:00 +08:00, amount:"
                + " the books say 53.25 kWh, the readings give 53 kWh",
        "point steel-register, hour 2024-03-04 07:00 +08:00, quality:"
                + " the books say ESTIMATED, the readings give MEASURED",
        "point steel-gas, hour 2024-03-06 23:00 +08:00, figure:"
                + " the books say none, the readings give 23.5 m3 MEASURED",
        "point steel-nox, hour 2024-03-09 12:00 +08:00, mean:"
                + " the books say 30.5 mg/m3, the readings give 40.25 mg/m3",
        "point steel-power, hour 2024-03-05 00:00 +08:00, covered:" + " the books say 45m, the readings give 1h",
        "point steel-dust, day 2024-03-10, completeness:" + " the books say 50.0000 %, the readings give 100.0000 %",
        "enterprise steel, natural-gas, hour 2024-03-07 01:00 +08:00, amount:"
                + " the books say 21.499 m3, the readings give 21.5 m3",
        "enterprise steel, electricity, day 2024-03-08, amount:"
                + " the books say 2593.5 kWh, the readings give 2592.5 kWh",
        "enterprise steel, natural-gas, month 2024-03, amount:" + " the books say 34978 m3, the readings give 17489 m3"
    };
}
