package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.METER;
import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.intensity.BooksIntensityAccounts;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Acceptance;
import io.greenpark.park.registry.Acceptance.Stage;
import io.greenpark.park.registry.Acceptance.State;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.PeriodState;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import io.greenpark.store.books.Mark;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the books say of intensity, a row per month, is what rules, console and series read. */
class IntensityBooksTest {
    private static final long HOUR = 3_600_000;
    private static final YearMonth BASE = YearMonth.of(2025, 2);
    private static final YearMonth REPORT = YearMonth.of(2026, 2);
    private static final String CONSUMER = "test";
    private static final String FORGET = "UPDATE intensity_month SET iva = NULL, change = NULL, completeness = NULL,"
            + " base_completeness = NULL, month_status = NULL, reasons = NULL, ytd_iva = NULL, ytd_completeness = NULL,"
            + " ytd_base_completeness = NULL, ytd_reasons = NULL, target = NULL, base_year = NULL,"
            + " change_to_date = NULL, gap = NULL, may_judge = NULL, verdict_reason = NULL";

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
        park = new TestPark(TestPark.meter()).target(2025, 2026);
        park.iva(BASE.minusMonths(1), "10000").iva(BASE, "10000");
        park.iva(REPORT.minusMonths(1), "10000").iva(REPORT, "10000").publish();
    }

    @AfterEach
    void leavePlace() {
        place.close();
    }

    private RunningAccounts booked(String now) {
        RunningAccounts accounts = new RunningAccounts(place, park, at(now));
        accounts.books().write(tx -> {
            tx.marks().subscribe(CONSUMER, EnumSet.of(Mark.Kind.INTENSITY_MONTH));
            return true;
        });
        accounts.append(month(BASE.minusMonths(1), 2));
        accounts.append(month(BASE, 2));
        accounts.append(month(REPORT.minusMonths(1), 1.94));
        accounts.append(month(REPORT, 1.94));
        accounts.untilBooked();
        return accounts;
    }

    private static Clock at(String now) {
        return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }

    private static List<Reading> month(YearMonth month, double kwhPerHour) {
        List<Reading> readings = new ArrayList<>();
        long end = TestPark.TIME.startOf(month.plusMonths(1)).toEpochMilli();
        for (long t = TestPark.TIME.startOf(month).toEpochMilli() + HOUR / 4; t <= end; t += HOUR / 4) {
            readings.add(reading(METER, t, kwhPerHour));
        }
        return readings;
    }

    private List<IntensityRow> rows(RunningAccounts accounts, Subject subject, String now) {
        return new BooksIntensityAccounts(accounts.books(), park, Disclosures.standard(), at(now))
                .rows(subject, YearMonth.of(2024, 11), YearMonth.of(2026, 6), ElectricityBasis.EQUIVALENT);
    }

    private IntensityRow report(RunningAccounts accounts, String now) {
        return rows(accounts, Subject.enterprise("steel"), now).stream()
                .filter(row -> row.month().equals(REPORT))
                .findFirst()
                .orElseThrow();
    }

    private static List<Mark> marks(RunningAccounts accounts) {
        return accounts.books().write(tx -> {
            List<Mark> marks = tx.marks().pending(CONSUMER, EnumSet.of(Mark.Kind.INTENSITY_MONTH), 1_000);
            tx.marks().done(CONSUMER, marks);
            return marks;
        });
    }

    private static void execute(RunningAccounts accounts, String sql) {
        accounts.books().write(tx -> tx.handle().execute(sql));
    }

    private static long number(RunningAccounts accounts, String sql) {
        return accounts.books()
                .<Long, RuntimeException>read(
                        handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void rows_of_the_books_say_all_that_was_computed() {
        try (RunningAccounts accounts = booked("2026-03-10T04:00:00Z")) {
            List<Subject> subjects =
                    List.of(Subject.enterprise("steel"), Subject.park("park"), Subject.district("district"));
            List<List<IntensityRow>> read = subjects.stream()
                    .map(s -> rows(accounts, s, "2026-03-10T04:00:00Z"))
                    .toList();
            assertThat(number(accounts, "SELECT count(*) AS n FROM intensity_month WHERE reasons IS NOT NULL"))
                    .isPositive();
            execute(accounts, FORGET);
            for (int i = 0; i < subjects.size(); i++) {
                assertThat(rows(accounts, subjects.get(i), "2026-03-10T04:00:00Z"))
                        .usingRecursiveComparison()
                        .withEqualsForType((a, b) -> a.compareTo(b) == 0, BigDecimal.class)
                        .isEqualTo(read.get(i));
            }
        }
    }

    @Test
    void rows_of_an_earlier_version_are_completed_and_nothing_is_marked() {
        try (RunningAccounts accounts = booked("2026-03-10T04:00:00Z")) {
            assertThat(marks(accounts)).isNotEmpty();
            execute(accounts, FORGET);
            // As it was written while its month ran.
            execute(
                    accounts,
                    "UPDATE intensity_month SET status = 'PROVISIONAL', verdict = 'NOT_JUDGED'"
                            + " WHERE scope = 'ENTERPRISE' AND verdict IS NOT NULL");
            execute(accounts, "INSERT INTO account_intensity_work (enterprise, month_ms) VALUES ('steel', 0)");
            accounts.restart();
            accounts.untilBooked();
            assertThat(number(accounts, "SELECT count(*) AS n FROM intensity_month WHERE reasons IS NULL"))
                    .isZero();
            assertThat(marks(accounts)).isEmpty();
            assertThat(report(accounts, "2026-03-10T04:00:00Z").standing().verdict())
                    .isEqualTo(TargetVerdict.BEHIND);
        }
    }

    @Test
    void rows_of_an_earlier_version_that_come_out_differently_are_marked() {
        try (RunningAccounts accounts = booked("2026-03-10T04:00:00Z")) {
            marks(accounts);
            execute(accounts, FORGET);
            execute(accounts, "UPDATE intensity_month SET tce = '7' WHERE scope = 'ENTERPRISE' AND tce IS NOT NULL");
            execute(accounts, "INSERT INTO account_intensity_work (enterprise, month_ms) VALUES ('steel', 0)");
            accounts.restart();
            accounts.untilBooked();
            assertThat(marks(accounts))
                    .extracting(Mark::subject)
                    .containsOnly("steel")
                    .hasSize(4);
        }
    }

    @Test
    void a_month_is_judged_once_it_is_over_without_being_booked_again() {
        try (RunningAccounts accounts = booked("2026-02-28T15:00:00Z")) {
            IntensityRow running = report(accounts, "2026-02-28T15:59:59Z");
            assertThat(running.standing().verdict()).isEqualTo(TargetVerdict.NOT_JUDGED);
            assertThat(running.standing().reason()).isEqualTo(Reason.of(Cause.PERIOD_NOT_OVER));
            assertThat(running.yearToDate().status()).isEqualTo(FigureStatus.PROVISIONAL);
            IntensityRow over = report(accounts, "2026-02-28T16:00:00Z");
            assertThat(over.standing().verdict()).isEqualTo(TargetVerdict.BEHIND);
            assertThat(over.standing().reason()).isNull();
            assertThat(over.yearToDate().status()).isEqualTo(FigureStatus.ESTIMATED);
        }
    }

    @Test
    void january_alone_is_compared_with_nothing_and_judged_with_february() {
        String now = "2026-03-10T04:00:00Z";
        try (RunningAccounts accounts = booked(now)) {
            IntensityRow january = rows(accounts, Subject.enterprise("steel"), now).stream()
                    .filter(row -> row.month().equals(REPORT.minusMonths(1)))
                    .findFirst()
                    .orElseThrow();
            Reason why = Reason.of(Cause.JANUARY_WITH_FEBRUARY);
            assertThat(january.standing().verdict()).isEqualTo(TargetVerdict.NOT_JUDGED);
            assertThat(january.standing().reason()).isEqualTo(why);
            assertThat(january.standing().changePercent()).isNull();
            assertThat(january.standing().gapPoints()).isNull();
            assertThat(january.yearToDate().changePercent()).isNull();
            assertThat(january.yearToDate().reasons()).containsEntry("changePercent", why);
            assertThat(january.yearToDate().tcePer10kCny()).isPositive();
            assertThat(report(accounts, now).standing().verdict()).isEqualTo(TargetVerdict.BEHIND);
        }
    }

    @Test
    void what_rests_on_a_meter_that_is_not_accepted_is_told_and_judged_from_its_acceptance_on() {
        String now = "2026-03-10T04:00:00Z";
        park.accepted(Acceptance.pending()).publish();
        try (RunningAccounts accounts = booked(now)) {
            marks(accounts);
            IntensityRow held = report(accounts, now);
            assertThat(held.yearToDate().tcePer10kCny()).isPositive();
            assertThat(held.standing().gapPoints()).isPositive();
            assertThat(held.standing().verdict()).isEqualTo(TargetVerdict.NOT_JUDGED);
            assertThat(held.standing().reason())
                    .isEqualTo(Reason.notAccepted(List.of("d-" + METER)).ofEnterprise("steel", REPORT.minusMonths(1)));

            // From the base year on, so that both sides of the comparison are accepted.
            park.accepted(from(TestPark.TIME.startOf(BASE.minusMonths(1)))).publish();
            accounts.untilBooked();
            assertThat(report(accounts, now).standing().verdict()).isEqualTo(TargetVerdict.BEHIND);
            assertThat(marks(accounts)).extracting(Mark::subject).contains("steel");

            park.accepted(from(TestPark.TIME.startOf(REPORT.minusMonths(1)))).publish();
            accounts.untilBooked();
            assertThat(report(accounts, now).standing().reason().cause()).isEqualTo(Cause.BASE_YEAR);
        }
    }

    private static Acceptance from(Instant time) {
        return new Acceptance(
                List.of(new Stage(Acceptance.EVER, State.PENDING, null), new Stage(time, State.ACCEPTED, 1L)));
    }

    @Test
    void months_that_run_or_have_not_come_say_so() {
        String now = "2026-03-10T04:00:00Z";
        try (RunningAccounts accounts = booked(now)) {
            assertThat(rows(accounts, Subject.enterprise("steel"), now))
                    .filteredOn(row -> !row.month().isBefore(REPORT))
                    .extracting(IntensityRow::period)
                    .containsExactly(PeriodState.OVER, PeriodState.RUNNING, PeriodState.FUTURE, PeriodState.FUTURE);
        }
    }

    private static List<BigDecimal> figures(IntensityRow row) {
        List<BigDecimal> figures = new ArrayList<>();
        for (IntensityRow.PeriodIntensity p : List.of(row.ofMonth(), row.yearToDate())) {
            figures.add(p.ivaCny());
            figures.add(p.tcePer10kCny());
            figures.add(p.changePercent());
        }
        figures.add(row.standing().changePercent());
        figures.add(row.standing().gapPoints());
        return figures;
    }

    @Test
    void what_may_be_told_in_sums_only_is_kept_in_the_books_and_withheld_from_readers() {
        park.use(AllowedUse.AGGREGATE_ONLY).publish();
        String now = "2026-03-10T04:00:00Z";
        try (RunningAccounts accounts = booked(now)) {
            assertThat(number(accounts, "SELECT count(*) AS n FROM intensity_month WHERE iva IS NOT NULL"))
                    .isPositive();
            IntensityRow row = report(accounts, now);
            assertThat(figures(row)).containsOnlyNulls();
            assertThat(row.ofMonth().tce()).isPositive();
            assertThat(row.ofMonth().reasons().get("ivaCny")).isEqualTo(Reason.of(Cause.WITHHELD));
            assertThat(row.standing().verdict()).isEqualTo(TargetVerdict.NOT_JUDGED);
            assertThat(row.standing().reason()).isEqualTo(Reason.of(Cause.WITHHELD));
            for (Subject area : List.of(Subject.park("park"), Subject.district("district"))) {
                assertThat(rows(accounts, area, now))
                        .as("an area of one enterprise")
                        .allSatisfy(r -> assertThat(r.ofMonth().ivaCny()).isNull());
            }
        }
    }

    @Test
    void what_is_shown_but_not_judged_is_shown_to_officers() {
        park.use(AllowedUse.SHOW_OWN).publish();
        String now = "2026-03-10T04:00:00Z";
        try (RunningAccounts accounts = booked(now)) {
            IntensityRow row = report(accounts, now);
            assertThat(figures(row)).doesNotContainNull();
            assertThat(row.standing().mayBeHeldAgainst()).isFalse();
        }
    }

    @Test
    void another_use_marks_the_months_although_no_figure_changes() {
        try (RunningAccounts accounts = booked("2026-03-10T04:00:00Z")) {
            marks(accounts);
            park.use(AllowedUse.AGGREGATE_ONLY).publish();
            accounts.untilBooked();
            assertThat(marks(accounts)).extracting(Mark::subject).contains("steel", "park", "district");
            accounts.restart();
            accounts.untilBooked();
            assertThat(marks(accounts)).as("nothing changed since").isEmpty();
        }
    }

    @Test
    void uses_that_earlier_books_do_not_know_mark_nothing() {
        park.use(AllowedUse.AGGREGATE_ONLY).publish();
        try (RunningAccounts accounts = booked("2026-03-10T04:00:00Z")) {
            marks(accounts);
            execute(accounts, "DELETE FROM account_basis WHERE subject LIKE 'use:%'");
            accounts.restart();
            accounts.untilBooked();
            assertThat(marks(accounts)).isEmpty();
            assertThat(number(accounts, "SELECT count(*) AS n FROM account_basis WHERE subject LIKE 'use:%'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void kept_figures_of_before_a_change_are_not_told_until_they_are_recomputed() {
        park.use(AllowedUse.AGGREGATE_ONLY).publish();
        String now = "2026-03-10T04:00:00Z";
        try (RunningAccounts accounts = booked(now)) {
            execute(accounts, "UPDATE intensity_month SET iva = '12345', ytd_iva = '12345' WHERE iva IS NOT NULL");
            Disclosures disclosures = Disclosures.standard();
            disclosures.of(park.current());
            park.use(AllowedUse.JUDGE);
            IntensityRow row = new BooksIntensityAccounts(
                            accounts.books(), RegistrySource.fixed(park.next()), disclosures, at(now))
                    .rows(Subject.enterprise("steel"), REPORT, REPORT.plusMonths(1), ElectricityBasis.EQUIVALENT)
                    .get(0);
            assertThat(figures(row)).containsOnlyNulls();
            assertThat(row.ofMonth().reasons().get("ivaCny")).isEqualTo(Reason.of(Cause.REGISTRY_CHANGED));
        }
    }

    @ParameterizedTest
    @EnumSource(AllowedUse.class)
    void many_at_once_are_told_as_each_by_itself(AllowedUse use) {
        park.use(use).publish();
        String now = "2026-03-10T04:00:00Z";
        try (RunningAccounts accounts = booked(now)) {
            List<Subject> subjects =
                    List.of(Subject.district("district"), Subject.park("park"), Subject.enterprise("steel"));
            BooksIntensityAccounts intensity =
                    new BooksIntensityAccounts(accounts.books(), park, Disclosures.standard(), at(now));
            Map<Subject, List<IntensityRow>> together = intensity.rows(
                    subjects, YearMonth.of(2024, 11), YearMonth.of(2026, 6), ElectricityBasis.EQUIVALENT);
            assertThat(together.keySet()).containsExactlyElementsOf(subjects);
            together.forEach(
                    (subject, rows) -> assertThat(rows).as(subject.toString()).isEqualTo(rows(accounts, subject, now)));
        }
    }

    @Test
    void a_new_meter_that_is_silent_makes_the_figures_missing() {
        try (RunningAccounts accounts = booked("2026-03-10T04:00:00Z")) {
            marks(accounts);
            park.points(TestPark.meter(), TestPark.gas()).publish();
            accounts.untilBooked();
            assertThat(report(accounts, "2026-03-10T04:00:00Z").ofMonth().reasons())
                    .containsEntry(
                            "tce", Reason.noReadingsOf(Carrier.NATURAL_GAS).ofEnterprise("steel", REPORT));
            assertThat(marks(accounts)).extracting(Mark::subject).contains("steel", "park", "district");
        }
    }
}
