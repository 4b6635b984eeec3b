package io.greenpark.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.books.BooksKind;
import io.greenpark.store.books.BooksKind.BooksPlace;
import io.greenpark.store.log.LogConfig;
import io.greenpark.store.log.SqliteTelemetryLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A measured year of a real plant through log and books: every month is exact to the last digit. */
class SteelPlantTest {
    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final LocalDate END = LocalDate.of(2019, 1, 1);

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

    @Test
    void a_year_of_quarter_hours_shuffled_and_sent_twice_is_exact_over_restarts() {
        List<Reading> readings = new ArrayList<>(intervals());
        readings.addAll(intervals());
        Collections.shuffle(readings, new Random(2018));
        try (RunningAccounts accounts = new RunningAccounts(place, new TestPark(TestPark.meter()), Clock.systemUTC())) {
            int third = readings.size() / 3;
            accounts.append(readings.subList(0, third));
            accounts.restart();
            accounts.append(readings.subList(third, 2 * third));
            accounts.restart();
            accounts.append(readings.subList(2 * third, readings.size()));
            accounts.untilBooked();
            everyMonthIsExact(accounts, Quality.MEASURED);
            EnergyRow january =
                    accounts.energy(START, START.plusMonths(1), Step.MONTH).get(0);
            assertThat(january.amounts().get(Carrier.ELECTRICITY)).isEqualByComparingTo("126238.29");
            assertThat(january.tce()).isEqualByComparingTo("15.514685841");
            assertThat(january.co2T()).isNull();
            assertThat(january.reasons().get("co2T").text().en())
                    .contains("set-a")
                    .contains("CO2 factor");
            assertThat(january.status()).isEqualTo(FigureStatus.PROVISIONAL);
        }
    }

    @Test
    void a_year_of_shuffled_register_values_is_exact_over_a_restart() {
        List<Reading> readings = new ArrayList<>(registers());
        Collections.shuffle(readings, new Random(7));
        try (RunningAccounts accounts =
                new RunningAccounts(place, new TestPark(TestPark.register()), Clock.systemUTC())) {
            accounts.append(readings.subList(0, readings.size() / 2));
            accounts.restart();
            accounts.append(readings.subList(readings.size() / 2, readings.size()));
            accounts.untilBooked();
            everyMonthIsExact(accounts, Quality.MEASURED);
        }
    }

    @Test
    void a_year_of_register_values_in_order_is_exact() {
        try (RunningAccounts accounts =
                new RunningAccounts(place, new TestPark(TestPark.register()), Clock.systemUTC())) {
            accounts.append(registers());
            accounts.untilBooked();
            everyMonthIsExact(accounts, Quality.MEASURED);
        }
    }

    @Test
    void a_killed_process_loses_nothing_and_counts_nothing_twice() throws IOException {
        List<Reading> readings = new ArrayList<>(registers());
        Collections.shuffle(readings, new Random(9));
        try (SqliteTelemetryLog log =
                SqliteTelemetryLog.open(folder.resolve("log"), LogConfig.defaults(), Clock.systemUTC())) {
            for (int i = 0; i < readings.size(); i += 1_000) {
                log.append(readings.subList(i, Math.min(readings.size(), i + 1_000)))
                        .toCompletableFuture()
                        .join();
            }
        }
        for (int below : new int[] {30_000, 12_000, 3}) {
            killWhenLagFallsBelow(below);
        }
        try (RunningAccounts accounts =
                new RunningAccounts(place, new TestPark(TestPark.register()), Clock.systemUTC())) {
            accounts.untilBooked();
            everyMonthIsExact(accounts, Quality.MEASURED);
        }
    }

    private void killWhenLagFallsBelow(int readings) throws IOException {
        Process process = AccountsProcess.start(place);
        try (BufferedReader lags = process.inputReader()) {
            String lag = lags.readLine();
            while (lag != null && !(lag.matches("\\d+") && Long.parseLong(lag) < readings)) {
                lag = lags.readLine();
            }
            assertThat(lag).as("the process died by itself").isNotNull();
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private static void everyMonthIsExact(RunningAccounts accounts, Quality quality) {
        List<EnergyRow> rows = accounts.energy(START, END, Step.MONTH);
        Map<YearMonth, BigDecimal> expected = SteelYear.months();
        assertThat(rows).hasSize(12);
        BigDecimal year = BigDecimal.ZERO;
        BigDecimal tce = BigDecimal.ZERO;
        for (EnergyRow row : rows) {
            BigDecimal kwh = row.amounts().get(Carrier.ELECTRICITY);
            assertThat(kwh).as("%s", row.from()).isEqualByComparingTo(expected.get(TestPark.TIME.monthOf(row.from())));
            assertThat(row.coverage().completeness()).isEqualTo(1.0);
            assertThat(row.quality()).isEqualTo(quality);
            year = year.add(kwh);
            tce = tce.add(row.tce());
        }
        assertThat(year).isEqualByComparingTo("959636.71");
        assertThat(tce).isEqualByComparingTo("117.939351659");
        BigDecimal hours = accounts.energy(START, END, Step.HOUR).stream()
                .map(r -> r.amounts().get(Carrier.ELECTRICITY))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(hours).isEqualByComparingTo("959636.71");
    }

    private static List<Reading> intervals() {
        return SteelYear.quarters().stream()
                .map(q -> TestPark.reading(TestPark.METER, q.endMs(), q.kwh().doubleValue()))
                .toList();
    }

    /** A register that reads 1,234.56 kWh when the year begins. */
    private static List<Reading> registers() {
        List<Reading> readings = new ArrayList<>();
        BigDecimal register = new BigDecimal("1234.56");
        readings.add(TestPark.reading(
                TestPark.REGISTER, TestPark.TIME.startOf(START).toEpochMilli(), register.doubleValue()));
        for (SteelYear.Quarter q : SteelYear.quarters()) {
            register = register.add(q.kwh());
            readings.add(TestPark.reading(TestPark.REGISTER, q.endMs(), register.doubleValue()));
        }
        return readings;
    }
}
