package io.greenpark.accounting;

import static io.greenpark.accounting.TestPark.METER;
import static io.greenpark.accounting.TestPark.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.series.IntensitySeries;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import io.greenpark.store.books.Mark;
import io.greenpark.store.series.GuardedSeries;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which fields that InfluxDB has may not be there: those the rule withholds, not those the books lack for other reasons. */
class WithheldFieldsTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-10T04:00:00Z"), ZoneOffset.UTC);
    private static final YearMonth BASE = YearMonth.of(2025, 2);
    private static final YearMonth REPORT = YearMonth.of(2026, 2);
    private static final YearMonth FORMER = YearMonth.of(2023, 1);
    private static final YearMonth LATER = YearMonth.of(2026, 12);
    private static final String[] NEVER = {"iva_cny", "ytd_iva_cny"};

    @TempDir
    Path folder;

    private BooksPlace place;
    private RunningAccounts accounts;

    @BeforeEach
    void book() {
        place = BooksKind.SQLITE.fresh(folder);
        TestPark park = park(LATER, "10000").target(2025, 2026);
        park.publish();
        accounts = new RunningAccounts(place, park, NOW);
        accounts.append(month(BASE.minusMonths(1), 2));
        accounts.append(month(BASE, 2));
        accounts.append(month(REPORT.minusMonths(1), 1.94));
        accounts.append(month(REPORT, 1.94));
        accounts.untilBooked();
    }

    @AfterEach
    void close() {
        accounts.close();
        place.close();
    }

    /** Of one month a value for sums only, else values to be judged. */
    private static TestPark park(YearMonth guarded, String report) {
        TestPark park = new TestPark(TestPark.meter()).iva(guarded, "10000").use(AllowedUse.AGGREGATE_ONLY);
        park.iva(BASE.minusMonths(1), "10000").iva(REPORT.minusMonths(1), "10000");
        return park.iva(BASE, "10000").iva(REPORT, report);
    }

    private static List<Reading> month(YearMonth month, double kwh) {
        List<Reading> readings = new ArrayList<>();
        long quarter = Duration.ofMinutes(15).toMillis();
        for (long t = ms(month) + quarter; t <= ms(month.plusMonths(1)); t += quarter) {
            readings.add(reading(METER, t, kwh));
        }
        return readings;
    }

    private static long ms(YearMonth month) {
        return TestPark.TIME.startOf(month).toEpochMilli();
    }

    private static IntensitySeries series(TestPark park) {
        return new IntensitySeries(RegistrySource.fixed(park.next()), Disclosures.standard(), NOW);
    }

    private Set<String> written(TestPark park) {
        Mark mark = new Mark(Mark.Kind.INTENSITY_MONTH, "steel", ms(REPORT), 0);
        return accounts.books()
                .read(handle -> series(park).points(handle, List.of(mark)))
                .get(0)
                .fields()
                .keySet();
    }

    private Set<String> withheld(TestPark park, String enterprise, YearMonth month) {
        Set<String> fields = GuardedSeries.ALL.get(0).fields();
        return accounts.books()
                .read(handle ->
                        series(park).withheld(handle, Mark.Kind.INTENSITY_MONTH, enterprise, Map.of(ms(month), fields)))
                .getOrDefault(ms(month), Set.of());
    }

    @Test
    void a_corrected_statistic_withholds_nothing_while_another_one_is_guarded() {
        TestPark same = park(LATER, "10000").target(2025, 2026);
        assertThat(written(same)).contains("tce_per_10k_cny", "gap_points");
        TestPark corrected = park(LATER, "9000").target(2025, 2026);
        assertThat(written(corrected)).as("not recomputed yet").doesNotContain("tce_per_10k_cny", "gap_points");
        assertThat(withheld(corrected, "steel", REPORT)).containsExactlyInAnyOrder(NEVER);
    }

    @Test
    void a_removed_target_withholds_nothing_unless_an_earlier_year_is_guarded() {
        assertThat(withheld(park(LATER, "10000"), "steel", REPORT)).containsExactlyInAnyOrder(NEVER);
        assertThat(withheld(park(FORMER, "10000"), "steel", REPORT)).contains("gap_points");
        assertThat(withheld(park(FORMER, "10000").target(2025, 2026), "steel", REPORT))
                .doesNotContain("gap_points");
    }

    @Test
    void what_follows_from_a_guarded_statistic_is_withheld() {
        TestPark park = park(LATER, "10000").target(2025, 2026);
        assertThat(withheld(park, "steel", LATER))
                .containsExactlyInAnyOrderElementsOf(GuardedSeries.ALL.get(0).fields());
        assertThat(withheld(park, "steel", LATER.plusYears(1)))
                .contains("change_percent", "ytd_change_percent")
                .doesNotContain("tce_per_10k_cny", "ytd_tce_per_10k_cny");
    }

    @Test
    void of_an_enterprise_that_left_nothing_may_be_told() {
        assertThat(withheld(park(LATER, "10000"), "left", REPORT))
                .isEqualTo(GuardedSeries.ALL.get(0).fields());
    }
}
