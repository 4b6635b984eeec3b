package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.METER;
import static io.greenpark.accounting.TestPark.STACK;
import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.time.MovableClock;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ratio of nought, which no registry takes, makes the arithmetic of a point fail. */
class FailingArithmeticTest {
    private static final String BROKEN = "steel-broken";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final long START = TestPark.TIME.startOf(DAY).toEpochMilli();
    private static final long HOUR = ParkTime.HOUR_MS;

    @TempDir
    Path folder;

    private final MovableClock clock =
            new MovableClock(Instant.ofEpochMilli(START).plus(Duration.ofDays(30)));
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

    private static PointFacts withRatio(PointFacts f, String ratio) {
        return new PointFacts(
                f.validFrom(),
                f.unit(),
                f.kind(),
                f.period(),
                f.stamp(),
                f.expectedInterval(),
                f.maxPerHour(),
                new BigDecimal(ratio),
                false,
                f.registerRange(),
                f.carrier(),
                f.boundary(),
                f.zone());
    }

    private static Point second(String ratio) {
        return TestPark.point(BROKEN, null, withRatio(TestPark.meter().currentFacts(), ratio));
    }

    private static List<Reading> day(String point, double value) {
        List<Reading> readings = new ArrayList<>();
        for (int n = 1; n <= 96; n++) {
            readings.add(reading(point, START + n * HOUR / 4, value));
        }
        return readings;
    }

    private EnergyRow booked(RunningAccounts accounts) {
        accounts.untilBooked();
        return accounts.energy(DAY, DAY.plusDays(1), Step.DAY).get(0);
    }

    @Test
    void one_points_failing_arithmetic_costs_that_point_alone_and_is_named() {
        TestPark park = new TestPark(TestPark.meter(), second("0"));
        try (RunningAccounts accounts = new RunningAccounts(place, park, clock)) {
            accounts.append(day(BROKEN, 7));
            accounts.append(day(METER, 2));
            EnergyRow row = booked(accounts);
            assertThat(row.amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("192");
            assertThat(row.coverage().completeness()).isEqualTo(0.5);
            assertThat(accounts.failing()).singleElement().satisfies(reason -> {
                assertThat(reason.text().en())
                        .contains(
                                BROKEN,
                                "value 7.0",
                                Instant.ofEpochMilli(START + HOUR / 4).toString());
                assertThat(reason.text().zh()).contains(BROKEN, "无法核算");
            });
        }
    }

    @Test
    void what_failed_is_computed_once_the_facts_are_corrected_also_after_a_restart() {
        TestPark park = new TestPark(TestPark.meter(), second("0"));
        try (RunningAccounts accounts = new RunningAccounts(place, park, clock)) {
            accounts.append(day(BROKEN, 7));
            booked(accounts);
            accounts.restart();
            accounts.append(List.of(reading(METER, START + HOUR, 2)));
            booked(accounts);
            assertThat(accounts.failing()).hasSize(1);
            park.points(TestPark.meter(), second("1")).publish();
            accounts.untilBooked();
            assertThat(booked(accounts).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("674");
            assertThat(accounts.failing()).isEmpty();
        }
    }

    @Test
    void what_failed_before_is_tried_again_with_new_readings() {
        TestPark park = new TestPark(TestPark.meter(), second("1"));
        try (RunningAccounts accounts = new RunningAccounts(place, park, clock)) {
            accounts.append(day(BROKEN, 7));
            booked(accounts);
            accounts.books().write(tx -> {
                tx.handle().execute("DELETE FROM energy_hour_point WHERE point = ?", BROKEN);
                return tx.handle()
                        .execute(
                                "INSERT INTO account_failing (point, from_ms, to_ms, reason, since_ms, tried_ms)"
                                        + " VALUES (?, ?, ?, '{\"code\":\"NO_VALID_SAMPLES\"}', 0, 0)",
                                BROKEN,
                                START,
                                START + 23 * HOUR);
            });
            accounts.restart();
            accounts.append(List.of(reading(BROKEN, START + 24 * HOUR, 8)));
            assertThat(booked(accounts).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("673");
            assertThat(accounts.failing()).isEmpty();
        }
    }

    @Test
    void means_of_a_failing_point_are_missing() {
        Point stack = TestPark.point(STACK, "stack", withRatio(TestPark.stack().currentFacts(), "0"));
        TestPark park = new TestPark(TestPark.meter(), TestPark.stack());
        try (RunningAccounts accounts = new RunningAccounts(place, park, clock)) {
            accounts.append(List.of(reading(STACK, START + HOUR, 40)));
            booked(accounts);
            park.points(TestPark.meter(), stack).publish();
            accounts.append(day(METER, 2));
            assertThat(booked(accounts).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("192");
            assertThat(new BooksDischargeAccounts(accounts.books(), park)
                            .rows(STACK, Instant.ofEpochMilli(START), Instant.ofEpochMilli(START + HOUR), Step.HOUR))
                    .isEmpty();
            assertThat(accounts.failing()).hasSize(1);
        }
    }

    @Test
    void absurd_amounts_stop_nobody_and_never_turn_negative() {
        Point absurd = TestPark.point(
                BROKEN,
                null,
                new PointFacts(
                        Instant.EPOCH,
                        Unit.KWH,
                        PointFacts.PointKind.INTERVAL,
                        Duration.ofMinutes(1),
                        PointFacts.Stamp.END,
                        Duration.ofMinutes(1),
                        null,
                        BigDecimal.ONE,
                        false,
                        null,
                        Carrier.ELECTRICITY,
                        true,
                        TestPark.TIME.zone()));
        try (RunningAccounts accounts = new RunningAccounts(place, new TestPark(TestPark.meter(), absurd), clock)) {
            List<Reading> readings = new ArrayList<>(day(METER, 2));
            for (int i = 1; i <= 8 * 24 * 60; i++) {
                readings.add(reading(BROKEN, START + i * 60_000L, 9.9e11));
            }
            accounts.append(readings);
            accounts.untilBooked();
            assertThat(accounts.energy(
                                    DAY.withDayOfMonth(1), DAY.withDayOfMonth(1).plusMonths(1), Step.MONTH)
                            .get(0)
                            .amounts()
                            .get(Carrier.ELECTRICITY))
                    .isGreaterThanOrEqualTo(new BigDecimal("9e15"));
        }
    }
}
