package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.REGISTER;
import static io.greenpark.accounting.TestPark.TIME;
import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.BooksIntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured and what is estimated is told apart from the readings to the standing, and the measured decides. */
class MeasuredAndEstimatedTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-10T04:00:00Z"), ZoneOffset.UTC);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private BooksPlace place;
    private TestPark park;

    BooksKind kind() {
        return BooksKind.SQLITE;
    }

    @BeforeEach
    void findPlace() {
        place = kind().fresh(folder);
        park = new TestPark(TestPark.point(
                        REGISTER,
                        null,
                        TestPark.facts(PointKind.REGISTER, Unit.KWH, Duration.ZERO, DAY, Carrier.ELECTRICITY)))
                .target(2025, 2026);
        for (YearMonth month = YearMonth.of(2025, 1);
                month.isBefore(YearMonth.of(2026, 6));
                month = month.plusMonths(1)) {
            park.iva(month, "1000");
        }
        park.publish();
    }

    @AfterEach
    void leavePlace() {
        place.close();
    }

    private static long start(String day) {
        return TIME.startOf(LocalDate.parse(day)).toEpochMilli();
    }

    private static Stream<Reading> readAt(String day, double value) {
        return Stream.of(reading(REGISTER, start(day), value));
    }

    /** Readings at the begin of every day, 24 kWh apart. */
    private static Stream<Reading> daily(String from, String to, double first) {
        LocalDate begin = LocalDate.parse(from);
        return begin.datesUntil(LocalDate.parse(to).plusDays(1))
                .map(d -> reading(
                        REGISTER, TIME.startOf(d).toEpochMilli(), first + 24 * (d.toEpochDay() - begin.toEpochDay())));
    }

    @SafeVarargs
    private RunningAccounts booked(Stream<Reading>... readings) {
        RunningAccounts accounts = new RunningAccounts(place, park, NOW);
        accounts.append(Stream.of(readings).flatMap(r -> r).toList());
        accounts.untilBooked();
        return accounts;
    }

    private static EnergyRow energy(RunningAccounts accounts, String day, Step step) {
        LocalDate from = LocalDate.parse(day);
        return accounts.energy(from, from.plusDays(1), step).get(0);
    }

    private IntensityRow intensity(RunningAccounts accounts, String month) {
        YearMonth of = YearMonth.parse(month);
        return new BooksIntensityAccounts(accounts.books(), park, Disclosures.standard(), NOW)
                .rows(Subject.enterprise("steel"), of, of.plusMonths(1), ElectricityBasis.EQUIVALENT)
                .get(0);
    }

    private TargetStanding standing(RunningAccounts accounts, String month) {
        return intensity(accounts, month).standing();
    }

    @Test
    void a_meter_read_once_a_day_has_measured_days_and_months_and_estimated_hours() {
        try (RunningAccounts accounts = booked(daily("2026-03-01", "2026-04-01", 1_000))) {
            EnergyRow hour = energy(accounts, "2026-03-05", Step.HOUR);
            assertThat(hour.quality()).isEqualTo(Quality.ESTIMATED);
            assertThat(hour.coverage()).isEqualTo(new Coverage(1, 0));
            assertThat(hour.estimated().get(Carrier.ELECTRICITY)).isEqualByComparingTo("1");
            EnergyRow day = energy(accounts, "2026-03-05", Step.DAY);
            assertThat(day.quality()).isEqualTo(Quality.MEASURED);
            assertThat(day.coverage()).isEqualTo(new Coverage(1, 1));
            assertThat(day.estimated()).isEmpty();
            EnergyRow month = energy(accounts, "2026-03-01", Step.MONTH);
            assertThat(month.quality()).isEqualTo(Quality.MEASURED);
            assertThat(month.amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("744");
        }
    }

    @Test
    void only_what_lies_across_an_end_is_estimated() {
        try (RunningAccounts accounts =
                booked(daily("2026-02-01", "2026-02-21", 0), daily("2026-03-28", "2026-05-01", 1_320))) {
            EnergyRow february = energy(accounts, "2026-02-01", Step.MONTH);
            assertThat(february.quality()).isEqualTo(Quality.ESTIMATED);
            assertThat(february.estimated().get(Carrier.ELECTRICITY)).isEqualByComparingTo("192");
            assertThat(february.coverage().measured()).isCloseTo(20 / 28.0, within(1e-9));
            assertThat(energy(accounts, "2026-04-01", Step.MONTH).quality()).isEqualTo(Quality.MEASURED);
            assertThat(energy(accounts, "2026-03-10", Step.DAY).quality()).isEqualTo(Quality.ESTIMATED);
        }
    }

    @Test
    void a_base_of_two_readings_a_year_apart_judges_nobody_before_the_year_is_over() {
        try (RunningAccounts accounts =
                booked(readAt("2025-01-01", 10_000), daily("2026-01-01", "2026-05-31", 16_000))) {
            TargetStanding february = standing(accounts, "2026-02");
            assertThat(february.changePercent()).isPositive();
            assertThat(february.verdict()).isEqualTo(TargetVerdict.NOT_JUDGED);
            assertThat(february.reason())
                    .isEqualTo(Reason.tooMuchEstimated(0, 100, 90).ofBaseYear());
            assertThat(intensity(accounts, "2026-02").yearToDate().coverage()).isEqualTo(new Coverage(1, 1));
            assertThat(intensity(accounts, "2026-02").yearToDate().baseCoverage())
                    .isEqualTo(new Coverage(1, 0));
            assertThat(intensity(accounts, "2025-12").yearToDate().coverage())
                    .as("readings bound the whole year")
                    .isEqualTo(new Coverage(1, 1));
            assertThat(intensity(accounts, "2025-12").ofMonth().coverage()).isEqualTo(new Coverage(1, 0));
        }
    }

    @Test
    void a_gap_of_weeks_counts_as_estimated_until_the_period_has_passed_it() {
        try (RunningAccounts accounts =
                booked(daily("2025-01-01", "2025-02-21", 0), daily("2025-03-28", "2026-05-31", 2_000))) {
            assertThat(standing(accounts, "2026-02").reason())
                    .isEqualTo(Reason.tooMuchEstimated(86, 14, 90).ofBaseYear());
            assertThat(standing(accounts, "2026-04").verdict()).isNotEqualTo(TargetVerdict.NOT_JUDGED);
        }
    }

    @Test
    void what_was_estimated_is_measured_once_readings_of_the_time_between_arrive() {
        try (RunningAccounts accounts =
                booked(readAt("2025-01-01", 10_000), daily("2026-01-01", "2026-05-31", 18_760))) {
            assertThat(standing(accounts, "2026-02").verdict()).isEqualTo(TargetVerdict.NOT_JUDGED);
            accounts.append(daily("2025-01-02", "2025-12-31", 10_024).toList());
            accounts.untilBooked();
            assertThat(standing(accounts, "2026-02").verdict()).isEqualTo(TargetVerdict.BEHIND);
            assertThat(intensity(accounts, "2026-02").yearToDate().baseCoverage())
                    .isEqualTo(new Coverage(1, 1));
        }
    }

    @Test
    void the_month_before_learns_that_its_estimates_end_with_it() {
        try (RunningAccounts accounts = booked(daily("2025-01-01", "2026-02-11", 0), readAt("2026-04-10", 11_136))) {
            assertThat(intensity(accounts, "2026-03").yearToDate().coverage().measured())
                    .isCloseTo(41 / 90.0, within(1e-9));
            accounts.append(readAt("2026-04-01", 10_920).toList());
            accounts.untilBooked();
            assertThat(intensity(accounts, "2026-03").yearToDate().coverage()).isEqualTo(new Coverage(1, 1));
        }
    }

    @Test
    void figures_of_an_earlier_version_stay_what_they_were_called() {
        try (RunningAccounts accounts =
                booked(daily("2025-01-01", "2025-02-21", 0), daily("2025-03-28", "2026-05-31", 2_000))) {
            String columns = Stream.of("estimated", "day_estimated", "month_estimated")
                    .map(c -> c + "_ms = NULL, " + c + "_amount = NULL")
                    .collect(Collectors.joining(", "));
            List<String> forget = List.of(
                    "UPDATE energy_day SET unsplit = estimated, " + columns,
                    "UPDATE energy_month SET unsplit = estimated, " + columns,
                    "UPDATE intensity_month SET measured = NULL, base_measured = NULL, ytd_measured = NULL,"
                            + " ytd_base_measured = NULL");
            forget.forEach(sql -> accounts.books().write(tx -> tx.handle().execute(sql)));
            TargetStanding before = standing(accounts, "2026-02");
            accounts.restart();
            accounts.untilBooked();
            assertThat(energy(accounts, "2025-02-01", Step.MONTH).quality()).isEqualTo(Quality.ESTIMATED);
            assertThat(intensity(accounts, "2025-02").yearToDate().coverage()).isEqualTo(new Coverage(1, 1));
            assertThat(standing(accounts, "2026-02")).isEqualTo(before);
            accounts.append(daily("2026-06-01", "2026-06-02", 12_320).toList());
            accounts.untilBooked();
            assertThat(standing(accounts, "2026-06").reason()).isNotEqualTo(before.reason());
            assertThat(energy(accounts, "2025-03-01", Step.MONTH).coverage()).isEqualTo(new Coverage(1, 1));
        }
    }
}
