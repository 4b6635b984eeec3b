package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.GAS;
import static io.greenpark.accounting.TestPark.METER;
import static io.greenpark.accounting.TestPark.REGISTER;
import static io.greenpark.accounting.TestPark.STACK;
import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.discharge.BooksDischargeAccounts;
import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.discharge.VoidedMeans;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.AwaitedCorrection;
import io.greenpark.accounting.intensity.BooksIntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.VoidedMonths;
import io.greenpark.accounting.point.FormerValue;
import io.greenpark.accounting.point.FormerValues;
import io.greenpark.accounting.series.DischargeSeries;
import io.greenpark.accounting.series.EnergySeries;
import io.greenpark.accounting.series.IntensitySeries;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.SeriesPoint;
import io.greenpark.store.series.SeriesSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final long START = TestPark.TIME.startOf(DAY).toEpochMilli();
    private static final long HOUR = ParkTime.HOUR_MS;
    private static final String CONSUMER = "test";

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

    private RunningAccounts accounts(TestPark park) {
        RunningAccounts accounts = new RunningAccounts(place, park, Clock.systemUTC());
        accounts.books().write(tx -> {
            tx.marks().subscribe(CONSUMER, EnumSet.allOf(Mark.Kind.class));
            return true;
        });
        return accounts;
    }

    private static List<Mark> marks(RunningAccounts accounts) {
        return accounts.books().write(tx -> {
            List<Mark> marks = tx.marks().pending(CONSUMER, EnumSet.allOf(Mark.Kind.class), 10_000);
            tx.marks().done(CONSUMER, marks);
            return marks;
        });
    }

    private static Reading quarter(int n, double kwh) {
        return reading(METER, START + n * HOUR / 4, kwh);
    }

    private static List<Reading> wholeDay(double kwh) {
        List<Reading> readings = new ArrayList<>();
        for (int n = 1; n <= 96; n++) {
            readings.add(quarter(n, kwh));
        }
        return readings;
    }

    private static EnergyRow day(RunningAccounts accounts) {
        return accounts.energy(DAY, DAY.plusDays(1), Step.DAY).get(0);
    }

    @Test
    void a_day_without_readings_is_missing_with_reasons_and_never_zero() {
        try (RunningAccounts accounts = accounts(new TestPark(TestPark.meter()))) {
            EnergyRow row = day(accounts);
            assertThat(row.amounts()).isEmpty();
            assertThat(row.tce()).isNull();
            assertThat(row.reasons()).containsKeys("tce", "co2T", "electricity");
            assertThat(row.quality()).isEqualTo(Quality.MISSING);
            assertThat(row.coverage().completeness()).isZero();
        }
    }

    @Test
    void a_gap_of_an_interval_meter_is_missing_and_its_day_partial() {
        List<Reading> readings = wholeDay(2);
        readings.subList(32, 48).clear();
        try (RunningAccounts accounts = accounts(new TestPark(TestPark.meter()))) {
            accounts.append(readings);
            accounts.untilBooked();
            List<EnergyRow> hours = accounts.energy(DAY, DAY.plusDays(1), Step.HOUR);
            assertThat(hours.subList(8, 12)).extracting(EnergyRow::quality).containsOnly(Quality.MISSING);
            assertThat(hours.get(12).quality()).isEqualTo(Quality.MEASURED);
            EnergyRow day = day(accounts);
            assertThat(day.quality()).isEqualTo(Quality.PARTIAL);
            assertThat(day.coverage().completeness()).isEqualTo(80.0 / 96);
            assertThat(day.amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("160");
        }
    }

    @Test
    void a_late_reading_changes_its_hour_day_and_month_and_marks_them() {
        List<Reading> readings = wholeDay(2);
        Reading late = readings.remove(40);
        try (RunningAccounts accounts = accounts(new TestPark(TestPark.meter()))) {
            accounts.append(readings);
            accounts.untilBooked();
            marks(accounts);
            accounts.append(List.of(late));
            accounts.untilBooked();
            assertThat(day(accounts).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("192");
            assertThat(day(accounts).quality()).isEqualTo(Quality.MEASURED);
            long month = TestPark.TIME.startOf(YearMonth.of(2026, 3)).toEpochMilli();
            assertThat(marks(accounts))
                    .extracting(m -> m.kind() + " " + m.subject() + " " + m.startMs())
                    .contains(
                            "ENERGY_HOUR steel " + (START + 10 * HOUR),
                            "ENERGY_DAY steel " + START,
                            "ENERGY_MONTH steel " + month,
                            "INTENSITY_MONTH steel " + month)
                    .doesNotContain("ENERGY_HOUR steel " + (START + 9 * HOUR));
        }
    }

    @Test
    void repeated_readings_change_and_mark_nothing() {
        try (RunningAccounts accounts = accounts(new TestPark(TestPark.meter()))) {
            accounts.append(wholeDay(2));
            accounts.untilBooked();
            marks(accounts);
            accounts.append(wholeDay(2));
            accounts.untilBooked();
            assertThat(marks(accounts)).isEmpty();
        }
    }

    @Test
    void a_corrected_reading_counts_and_its_former_value_is_kept() {
        try (RunningAccounts accounts = accounts(new TestPark(TestPark.meter()))) {
            accounts.append(wholeDay(2));
            accounts.untilBooked();
            accounts.append(List.of(quarter(5, 3.5)));
            accounts.untilBooked();
            EnergyRow hour = accounts.energy(DAY, DAY.plusDays(1), Step.HOUR).get(1);
            assertThat(hour.amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("9.5");
            assertThat(hour.quality()).isEqualTo(Quality.CORRECTED);
            assertThat(day(accounts).quality()).isEqualTo(Quality.CORRECTED);
            FormerValue former = former(accounts, TestPark.meter()).get(0);
            assertThat(former.value()).isEqualByComparingTo("8");
            assertThat(former.present()).isEqualByComparingTo("9.5");
            assertThat(former.quality()).isEqualTo(Quality.MEASURED);
            assertThat(former.presentQuality()).isEqualTo(Quality.CORRECTED);
            assertThat(former.from()).isEqualTo(Instant.ofEpochMilli(START + HOUR));
            assertThat(former.to()).isEqualTo(Instant.ofEpochMilli(START + 2 * HOUR));
            assertThat(former.replacedAt()).isAfterOrEqualTo(former.shownSince());
            assertThat(former(accounts, TestPark.meter())).hasSize(1);
            assertThat(former(accounts, TestPark.register())).isEmpty();
        }
    }

    @Test
    void a_corrected_mean_is_kept_by_hour_and_by_day_and_the_last_replaced_comes_first() {
        try (RunningAccounts accounts = accounts(new TestPark(TestPark.stack()))) {
            List<Reading> hourly = new ArrayList<>();
            for (int n = 1; n <= 24; n++) {
                hourly.add(reading(STACK, START + n * HOUR, 30));
            }
            accounts.append(hourly);
            accounts.untilBooked();
            accounts.append(List.of(reading(STACK, START + 5 * HOUR, 54)));
            accounts.untilBooked();
            List<FormerValue> former = former(accounts, TestPark.stack());
            assertThat(former).extracting(FormerValue::step).containsExactlyInAnyOrder(Step.HOUR, Step.DAY);
            for (FormerValue each : former) {
                assertThat(each.value()).isEqualByComparingTo("30");
                assertThat(each.present()).isEqualByComparingTo(each.step() == Step.HOUR ? "54" : "31");
            }
        }
    }

    /** What was replaced of a point on the day, last first. */
    private static List<FormerValue> former(RunningAccounts accounts, Point point) {
        TestPark park = new TestPark(point);
        return new FormerValues(accounts.books(), new BooksDischargeAccounts(accounts.books(), park), Clock.systemUTC())
                .of(
                        List.of(point),
                        Instant.ofEpochMilli(START),
                        Instant.ofEpochMilli(START + 24 * HOUR),
                        park.current(),
                        10);
    }

    @Test
    void a_late_reading_corrects_how_a_register_gap_was_spread() {
        List<Reading> before = List.of(
                reading(REGISTER, START, 100),
                reading(REGISTER, START + HOUR, 110),
                reading(REGISTER, START + 5 * HOUR, 150));
        try (RunningAccounts accounts = accounts(new TestPark(TestPark.register()))) {
            accounts.append(before);
            accounts.untilBooked();
            List<EnergyRow> hours = accounts.energy(DAY, DAY.plusDays(1), Step.HOUR);
            assertThat(hours.subList(0, 5))
                    .allSatisfy(h ->
                            assertThat(h.amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("10"));
            assertThat(hours.get(3).quality()).isEqualTo(Quality.ESTIMATED);
            accounts.append(List.of(reading(REGISTER, START + 2 * HOUR, 140)));
            accounts.untilBooked();
            hours = accounts.energy(DAY, DAY.plusDays(1), Step.HOUR);
            assertThat(hours.get(1).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("30");
            assertThat(hours.get(2).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("3.333");
            assertThat(day(accounts).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("50");
        }
    }

    @Test
    void a_late_register_value_leaves_later_hours_alone() {
        List<Reading> readings = new ArrayList<>();
        for (int n = 0; n <= 20 * 24; n++) {
            readings.add(reading(REGISTER, START + n * HOUR, 1_000 + n * 7));
        }
        Reading late = readings.remove(50);
        try (RunningAccounts accounts = accounts(new TestPark(TestPark.register()))) {
            accounts.append(readings);
            accounts.untilBooked();
            marks(accounts);
            accounts.append(List.of(late));
            accounts.untilBooked();
            assertThat(accounts.energy(DAY, DAY.plusDays(20), Step.DAY))
                    .allSatisfy(d ->
                            assertThat(d.amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("168"));
            assertThat(marks(accounts)).extracting(Mark::startMs).allMatch(ms -> ms <= START + 60 * HOUR);
        }
    }

    @Test
    void a_corrected_ratio_rebooks_every_hour_also_across_a_restart() {
        TestPark park = new TestPark(TestPark.meter());
        try (RunningAccounts accounts = accounts(park)) {
            accounts.append(wholeDay(2));
            accounts.untilBooked();
            PointFacts f = TestPark.meter().currentFacts();
            PointFacts corrected = new PointFacts(
                    f.validFrom(),
                    f.unit(),
                    f.kind(),
                    f.period(),
                    f.stamp(),
                    f.expectedInterval(),
                    f.maxPerHour(),
                    new BigDecimal("40"),
                    false,
                    f.registerRange(),
                    f.carrier(),
                    f.boundary(),
                    f.zone());
            park.points(TestPark.point(METER, null, corrected)).publish();
            accounts.untilBooked();
            assertThat(day(accounts).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("7680");
            park.points(TestPark.meter()).publish();
            accounts.restart();
            accounts.untilBooked();
            assertThat(day(accounts).amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("192");
        }
    }

    @Test
    void a_metered_carrier_without_readings_makes_standard_coal_missing_not_smaller() {
        try (RunningAccounts accounts = accounts(new TestPark(TestPark.meter(), TestPark.gas()))) {
            accounts.append(wholeDay(2));
            accounts.untilBooked();
            EnergyRow row = day(accounts);
            assertThat(row.amounts()).containsOnlyKeys(Carrier.ELECTRICITY);
            assertThat(row.tce()).isNull();
            assertThat(row.reasons().get("tce").text().en()).contains("natural-gas");
            assertThat(row.coverage().completeness()).isEqualTo(0.5);
            List<Reading> gas = new ArrayList<>();
            for (int n = 1; n <= 24; n++) {
                gas.add(reading(GAS, START + n * HOUR, 10));
            }
            accounts.append(gas);
            accounts.untilBooked();
            assertThat(day(accounts).tce()).isEqualByComparingTo("0.3150288");
            assertThat(day(accounts).quality()).isEqualTo(Quality.MEASURED);
        }
    }

    @Test
    void a_late_mean_of_a_stack_changes_its_hour_and_day() {
        TestPark park = new TestPark(TestPark.stack());
        try (RunningAccounts accounts = accounts(park)) {
            List<Reading> readings = new ArrayList<>();
            for (int n = 1; n <= 24; n++) {
                readings.add(reading(STACK, START + n * HOUR, 50 + n));
            }
            Reading late = readings.remove(3);
            accounts.append(readings);
            accounts.untilBooked();
            BooksDischargeAccounts discharge = new BooksDischargeAccounts(accounts.books(), park);
            Instant from = Instant.ofEpochMilli(START);
            Instant to = from.plusMillis(24 * HOUR);
            assertThat(discharge.rows(STACK, from, to, Step.HOUR)).hasSize(23);
            assertThat(discharge.rows(STACK, from, to, Step.DAY).get(0).quality())
                    .isEqualTo(Quality.PARTIAL);
            marks(accounts);
            accounts.append(List.of(late));
            accounts.untilBooked();
            DischargeRow day = discharge.rows(STACK, from, to, Step.DAY).get(0);
            assertThat(day.mean()).isEqualByComparingTo("62.5");
            assertThat(day.completeness()).isEqualTo(1.0);
            assertThat(marks(accounts))
                    .extracting(m -> m.kind() + " " + m.startMs())
                    .containsExactlyInAnyOrder("DISCHARGE_HOUR " + (START + 3 * HOUR), "DISCHARGE_DAY " + START);
            assertThat(points(accounts, new DischargeSeries(park), Mark.Kind.DISCHARGE_DAY, STACK, START)
                            .get(0)
                            .fields())
                    .containsEntry("mean", new BigDecimal("62.5"))
                    .containsEntry("unit", "mg/m3");
        }
    }

    @Test
    void hours_that_an_objection_was_right_about_count_in_no_day_whatever_still_comes() {
        TestPark park = new TestPark(TestPark.stack());
        try (RunningAccounts accounts = accounts(park)) {
            List<Reading> readings = new ArrayList<>();
            for (int n = 1; n <= 24; n++) {
                readings.add(reading(STACK, START + n * HOUR, n == 4 ? 500 : 50));
            }
            Reading late = readings.remove(9);
            accounts.append(readings);
            accounts.untilBooked();
            BooksDischargeAccounts discharge = new BooksDischargeAccounts(accounts.books(), park);
            Instant from = Instant.ofEpochMilli(START);
            Instant to = from.plusMillis(24 * HOUR);
            marks(accounts);
            TimeRange fourth = new TimeRange(START + 3 * HOUR, START + 4 * HOUR);
            accounts.books().write(tx -> {
                VoidedMeans.add(tx.handle(), STACK, fourth, "YY-2026-0001", to);
                VoidedMeans.add(tx.handle(), STACK, fourth, "YY-2026-0001", to);
                return true;
            });
            accounts.untilBooked();
            DischargeRow day = discharge.rows(STACK, from, to, Step.DAY).get(0);
            assertThat(day.mean()).isEqualByComparingTo("50");
            assertThat(day.completeness()).isEqualTo(22.0 / 24);
            assertThat(day.quality()).isEqualTo(Quality.PARTIAL);
            assertThat(discharge.rows(STACK, from, to, Step.HOUR))
                    .as("the hour's own mean is what was measured")
                    .anySatisfy(hour -> assertThat(hour.mean()).isEqualByComparingTo("500"));
            assertThat(marks(accounts))
                    .extracting(m -> m.kind() + " " + m.startMs())
                    .containsExactly("DISCHARGE_DAY " + START);

            accounts.restart();
            accounts.append(List.of(late));
            accounts.untilBooked();
            BooksDischargeAccounts again = new BooksDischargeAccounts(accounts.books(), park);
            DischargeRow later = again.rows(STACK, from, to, Step.DAY).get(0);
            assertThat(later.mean()).isEqualByComparingTo("50");
            assertThat(later.completeness()).isEqualTo(23.0 / 24);
        }
    }

    private static List<SeriesPoint> points(
            RunningAccounts accounts, SeriesSource source, Mark.Kind kind, String subject, long startMs) {
        return accounts.books().read(handle -> source.points(handle, List.of(new Mark(kind, subject, startMs, 1))));
    }

    @Test
    void intensity_is_compared_with_last_year_and_target_once_statistics_arrive() {
        TestPark park = new TestPark(TestPark.meter()).target(2025, 2026);
        park.publish();
        YearMonth base = YearMonth.of(2025, 2);
        YearMonth report = YearMonth.of(2026, 2);
        try (RunningAccounts accounts = accounts(park)) {
            accounts.append(month(base.minusMonths(1), 2));
            accounts.append(month(base, 2));
            accounts.append(month(report.minusMonths(1), 1.94));
            accounts.append(month(report, 1.94));
            accounts.untilBooked();
            BooksIntensityAccounts intensity =
                    new BooksIntensityAccounts(accounts.books(), park, Disclosures.standard(), Clock.systemUTC());
            IntensityRow before = row(intensity, report);
            assertThat(before.ofMonth().tce()).isEqualByComparingTo("0.640889088");
            assertThat(before.ofMonth().tcePer10kCny()).isNull();
            assertThat(before.ofMonth().reasons().get("ivaCny").text().en())
                    .contains("steel")
                    .contains("2026-02");
            assertThat(before.standing().verdict()).isEqualTo(IntensityRow.TargetVerdict.NOT_JUDGED);
            marks(accounts);
            park.iva(base.minusMonths(1), "10000")
                    .iva(base, "10000")
                    .iva(report.minusMonths(1), "10000")
                    .iva(report, "10000")
                    .publish();
            accounts.untilBooked();
            IntensityRow after = row(intensity, report);
            assertThat(after.yearToDate().tcePer10kCny()).isEqualByComparingTo("0.675222432");
            assertThat(after.yearToDate().changePercent()).isEqualByComparingTo("-3");
            assertThat(after.yearToDate().status()).isEqualTo(FigureStatus.ESTIMATED);
            assertThat(after.standing().targetChangePercent()).isEqualByComparingTo("-5");
            assertThat(after.standing().gapPoints()).isEqualByComparingTo("2");
            assertThat(after.standing().verdict()).isEqualTo(IntensityRow.TargetVerdict.BEHIND);
            assertThat(after.standing().mayBeHeldAgainst()).isTrue();
            long start = TestPark.TIME.startOf(report).toEpochMilli();
            assertThat(marks(accounts))
                    .extracting(m -> m.kind() + " " + m.subject() + " " + m.startMs())
                    .contains("INTENSITY_MONTH steel " + start, "INTENSITY_MONTH park " + start);
            assertThat(points(
                                    accounts,
                                    new IntensitySeries(park, Disclosures.standard(), Clock.systemUTC()),
                                    Mark.Kind.INTENSITY_MONTH,
                                    "steel",
                                    start)
                            .get(0)
                            .fields())
                    .containsKeys("tce", "ytd_change_percent", "target_change_percent", "gap_points");
        }
    }

    @Test
    void a_month_that_an_objection_was_right_about_is_not_judged_nor_a_year_to_date_with_it_until_it_is_corrected() {
        TestPark park = new TestPark(TestPark.meter()).target(2025, 2026);
        for (int year : List.of(2025, 2026)) {
            List.of(1, 2, 3).forEach(month -> park.iva(YearMonth.of(year, month), "10000"));
        }
        park.publish();
        YearMonth march = YearMonth.of(2026, 3);
        YearMonth february = YearMonth.of(2026, 2);
        try (RunningAccounts accounts = accounts(park)) {
            for (int month = 1; month <= 3; month++) {
                accounts.append(month(YearMonth.of(2025, month), 2));
                accounts.append(month(YearMonth.of(2026, month), 1.94));
            }
            accounts.untilBooked();
            assertThat(intensity(accounts, park, march).standing().verdict())
                    .isEqualTo(IntensityRow.TargetVerdict.BEHIND);
            marks(accounts);
            AwaitedCorrection wrong = new AwaitedCorrection(
                    "YY-2026-0007",
                    "steel",
                    TestPark.TIME.startOf(february),
                    TestPark.TIME.startOf(march),
                    AwaitedCorrection.Kind.READING,
                    "meter",
                    null,
                    Instant.EPOCH,
                    null);
            accounts.books().write(tx -> {
                VoidedMonths.add(tx.handle(), wrong);
                return true;
            });
            accounts.untilBooked();
            IntensityRow awaits = intensity(accounts, park, march);
            assertThat(awaits.standing().verdict()).isEqualTo(IntensityRow.TargetVerdict.NOT_JUDGED);
            assertThat(awaits.standing().reason().text().en())
                    .contains("YY-2026-0007")
                    .contains("2026-02");
            assertThat(awaits.yearToDate().changePercent())
                    .as("the figure is as computed")
                    .isEqualByComparingTo("-3");
            assertThat(marks(accounts))
                    .extracting(m -> m.kind() + " " + m.subject() + " " + m.startMs())
                    .contains("INTENSITY_MONTH steel "
                            + TestPark.TIME.startOf(march).toEpochMilli());

            accounts.restart();
            accounts.append(List.of(reading(METER, TestPark.TIME.startOf(march).toEpochMilli() - HOUR / 8, 1)));
            accounts.untilBooked();
            assertThat(intensity(accounts, park, march).standing().verdict())
                    .isEqualTo(IntensityRow.TargetVerdict.NOT_JUDGED);

            AwaitedCorrection.End end = new AwaitedCorrection.End(Instant.EPOCH, "wang", "came");
            boolean first = accounts.books().write(tx -> VoidedMonths.end(tx.handle(), wrong.objection(), end));
            boolean again = accounts.books().write(tx -> VoidedMonths.end(tx.handle(), wrong.objection(), end));
            assertThat(first).isTrue();
            assertThat(again).as("said again").isFalse();
            accounts.untilBooked();
            assertThat(intensity(accounts, park, march).standing().verdict())
                    .isEqualTo(IntensityRow.TargetVerdict.BEHIND);
        }
    }

    private static IntensityRow intensity(RunningAccounts accounts, TestPark park, YearMonth month) {
        return row(
                new BooksIntensityAccounts(accounts.books(), park, Disclosures.standard(), Clock.systemUTC()), month);
    }

    private static IntensityRow row(BooksIntensityAccounts intensity, YearMonth month) {
        return intensity
                .rows(Subject.enterprise("steel"), month, month.plusMonths(1), ElectricityBasis.EQUIVALENT)
                .get(0);
    }

    private static List<Reading> month(YearMonth month, double kwhPerQuarter) {
        List<Reading> readings = new ArrayList<>();
        long end = TestPark.TIME.startOf(month.plusMonths(1)).toEpochMilli();
        for (long t = TestPark.TIME.startOf(month).toEpochMilli() + HOUR / 4; t <= end; t += HOUR / 4) {
            readings.add(reading(METER, t, kwhPerQuarter));
        }
        return readings;
    }

    @Test
    void a_new_factor_fills_co2_and_marks_the_figures() {
        TestPark park = new TestPark(TestPark.meter());
        try (RunningAccounts accounts = accounts(park)) {
            accounts.append(wholeDay(2));
            accounts.untilBooked();
            assertThat(day(accounts).co2T()).isNull();
            marks(accounts);
            park.set(TestPark.coefficients("set-b", LocalDate.EPOCH, "0.1229", "0.5"))
                    .publish();
            accounts.untilBooked();
            assertThat(day(accounts).co2T()).isEqualByComparingTo("0.096");
            assertThat(day(accounts).coefficientSet()).isEqualTo("set-b");
            assertThat(marks(accounts)).extracting(Mark::kind).contains(Mark.Kind.ENERGY_HOUR, Mark.Kind.ENERGY_DAY);
            Map<String, Object> fields = points(accounts, new EnergySeries(park), Mark.Kind.ENERGY_DAY, "steel", START)
                    .get(0)
                    .fields();
            assertThat(fields)
                    .containsEntry("electricity_kwh", new BigDecimal("192"))
                    .containsKeys("tce", "co2_t", "completeness");
        }
    }
}
