package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.METER;
import static io.greenpark.accounting.TestPark.STACK;
import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.energy.BooksEnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.point.Delivery;
import io.greenpark.accounting.point.MeterDelivery;
import io.greenpark.accounting.point.PointAccounts;
import io.greenpark.accounting.point.PointPeriod;
import io.greenpark.accounting.point.PointSeries;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A meter, an outlet's analyser, a thermometer and a state over the same two days, of which the second is half over. */
class PointAccountsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant FROM = TestPark.TIME.startOf(DAY);
    private static final Instant TO = TestPark.TIME.startOf(DAY.plusDays(2));
    private static final Instant NOW = FROM.plus(Duration.ofHours(36));
    private static final Point METER_POINT = TestPark.meter();
    private static final Point STACK_POINT = TestPark.stack();
    private static final Point THERMOMETER = gauge("steel-temperature", PointKind.GAUGE, Unit.CEL);
    private static final Point SWITCH = gauge("steel-on", PointKind.STATE, Unit.ONE);

    @TempDir
    private Path folder;

    private static Point gauge(String id, PointKind kind, Unit unit) {
        return TestPark.point(id, null, TestPark.facts(kind, unit, Duration.ZERO, Duration.ofMinutes(15), null));
    }

    /** Up to now, with no value of the meter from 03:00 to 06:00. */
    private static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (Instant at = FROM.plusSeconds(900); !at.isAfter(NOW); at = at.plusSeconds(900)) {
            long hours = Duration.between(FROM, at.minusSeconds(1)).toHours();
            if (hours < 3 || hours >= 6) {
                readings.add(reading(METER, at.toEpochMilli(), 2.5));
            }
            if (Duration.between(FROM, at).toMinutes() % 60 == 0) {
                readings.add(reading(STACK, at.toEpochMilli(), 30 + hours % 24));
            }
            readings.add(reading(THERMOMETER.id(), at.toEpochMilli(), hours % 24 < 12 ? 10 : 20));
            readings.add(reading(SWITCH.id(), at.toEpochMilli(), hours % 24 < 6 ? 1 : 0));
        }
        return readings;
    }

    private List<PointSeries> series(Step step) {
        Clock clock = Clock.fixed(NOW, TestPark.TIME.zone());
        TestPark park = new TestPark(METER_POINT, STACK_POINT, THERMOMETER, SWITCH);
        try (BooksPlace place = BooksKind.SQLITE.fresh(folder);
                RunningAccounts accounts = new RunningAccounts(place, park, clock)) {
            accounts.append(readings());
            accounts.untilBooked();
            BooksDischargeAccounts discharges = new BooksDischargeAccounts(accounts.books(), park);
            return new PointAccounts(accounts.books(), discharges, clock)
                    .series(List.of(METER_POINT, STACK_POINT, THERMOMETER, SWITCH), TestPark.TIME, step, FROM, TO);
        }
    }

    @Test
    void a_meter_has_the_amount_of_what_is_known_and_says_how_much_that_is() {
        PointSeries meter = series(Step.DAY).get(0);
        assertThat(meter.what()).isEqualTo(PointSeries.What.AMOUNT);
        assertThat(meter.expectedPeriods()).as("today is not over").isEqualTo(1);
        PointPeriod day = meter.periods().get(0);
        assertThat(day.from()).isEqualTo(FROM);
        assertThat(day.value()).isEqualByComparingTo("210");
        assertThat(day.coverage().completeness()).isEqualTo(21 / 24.0);
        assertThat(day.quality()).isEqualTo(Quality.PARTIAL);
    }

    @Test
    void of_each_day_that_is_over_there_is_how_much_of_it_a_meter_told_of() {
        Clock clock = Clock.fixed(NOW, TestPark.TIME.zone());
        TestPark park = new TestPark(METER_POINT, STACK_POINT);
        try (BooksPlace place = BooksKind.SQLITE.fresh(folder);
                RunningAccounts accounts = new RunningAccounts(place, park, clock)) {
            accounts.append(readings().stream()
                    .filter(r -> r.pointId().equals(METER) || r.pointId().equals(STACK))
                    .toList());
            accounts.untilBooked();
            Map<String, TreeMap<LocalDate, Delivery>> delivered = new MeterDelivery(accounts.books(), clock)
                    .of(List.of(METER_POINT, STACK_POINT), TestPark.TIME, DAY.minusDays(1), DAY.plusDays(2));
            assertThat(delivered).as("an analyser is no meter").containsOnlyKeys(METER);
            TreeMap<LocalDate, Delivery> days = delivered.get(METER);
            assertThat(days).as("today is not over").containsOnlyKeys(DAY.minusDays(1), DAY);
            assertThat(days.get(DAY.minusDays(1)).completeness()).isZero();
            assertThat(days.get(DAY).completeness()).isEqualTo(21 / 24.0);
        }
    }

    @Test
    void hours_of_which_nothing_is_known_have_no_row() {
        PointSeries meter = series(Step.HOUR).get(0);
        assertThat(meter.periods()).hasSize(33);
        assertThat(meter.expectedPeriods()).isEqualTo(36);
        assertThat(meter.knownPeriods()).isEqualTo(33);
        assertThat(meter.periods()).noneMatch(p -> p.from().equals(FROM.plus(Duration.ofHours(4))));
    }

    @Test
    void an_analyser_of_an_outlet_has_the_booked_means() {
        PointSeries stack = series(Step.DAY).get(1);
        assertThat(stack.what()).isEqualTo(PointSeries.What.MEAN);
        assertThat(stack.periods().get(0).value()).isEqualByComparingTo("41.5");
        assertThat(stack.periods().get(0).validSamples()).isEqualTo(24);
        PointPeriod month = series(Step.MONTH).get(1).periods().get(0);
        assertThat(month.value()).as("24 hours of 41.5, 12 of 35.5").isEqualByComparingTo("39.5");
    }

    @Test
    void any_other_point_has_the_means_of_its_readings_and_their_range() {
        PointPeriod thermometer = series(Step.DAY).get(2).periods().get(0);
        assertThat(thermometer.min()).isEqualByComparingTo("10");
        assertThat(thermometer.max()).isEqualByComparingTo("20");
        assertThat(thermometer.value().doubleValue()).isBetween(14.8, 15.2);
        PointPeriod state = series(Step.DAY).get(3).periods().get(0);
        assertThat(state.value().doubleValue())
                .as("on for a quarter of the day")
                .isBetween(0.24, 0.26);
    }

    @Test
    void the_energy_of_many_enterprises_at_once_is_that_of_each() {
        TestPark park = new TestPark(METER_POINT);
        try (BooksPlace place = BooksKind.SQLITE.fresh(folder);
                RunningAccounts accounts = new RunningAccounts(place, park, Clock.fixed(NOW, TestPark.TIME.zone()))) {
            accounts.append(
                    readings().stream().filter(r -> r.pointId().equals(METER)).toList());
            accounts.untilBooked();
            BooksEnergyAccounts energy = new BooksEnergyAccounts(accounts.books(), park);
            List<EnergyRow> alone = energy.rows(
                    Subject.enterprise("steel"), DAY, DAY.plusDays(2), Step.DAY, ElectricityBasis.EQUIVALENT);
            assertThat(alone.get(0).amounts()).isNotEmpty();
            assertThat(energy.eachEnterprise(
                            List.of("steel"), DAY, DAY.plusDays(2), Step.DAY, ElectricityBasis.EQUIVALENT))
                    .isEqualTo(Map.of("steel", alone));
        }
    }
}
