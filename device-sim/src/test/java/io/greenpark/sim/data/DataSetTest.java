package io.greenpark.sim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.greenpark.park.time.ParkTime;
import io.greenpark.sim.table.DataFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
    private static final ParkTime PARK = ParkTime.shanghai();

    @Test
    void the_steel_plant_has_a_value_at_the_end_of_every_quarter_hour() {
        List<Measured> rows = DataSet.STEEL_PLANT.read();
        assertThat(rows).hasSize(35_040);
        Instant expected = Instant.parse("2017-12-31T16:15:00Z");
        for (Measured row : rows) {
            assertThat(row.at()).isEqualTo(expected);
            expected = expected.plus(Duration.ofMinutes(15));
        }
        assertThat(rows.get(rows.size() - 1).at()).isEqualTo(Instant.parse("2018-12-31T16:00:00Z"));
        assertThat(rows.get(95).values()).containsEntry("kwh", new BigDecimal("3.42"));
    }

    @Test
    void the_steel_plants_months_equal_sums_taken_straight_from_the_file() throws IOException {
        Map<YearMonth, BigDecimal> months = new TreeMap<>();
        for (Measured row : DataSet.STEEL_PLANT.read()) {
            months.merge(
                    PARK.monthOf(row.at().minusMillis(1)),
                    Objects.requireNonNull(row.values().get("kwh")),
                    BigDecimal::add);
        }
        assertThat(months).isEqualTo(straightSums());
        assertThat(months).containsEntry(YearMonth.of(2018, 1), new BigDecimal("126238.29"));
        assertThat(months.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("959636.71");
    }

    /** Knows nothing of time: the month is in the text of each line. */
    private static Map<YearMonth, BigDecimal> straightSums() throws IOException {
        Map<YearMonth, BigDecimal> sums = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(DataSetTest.class.getResourceAsStream("steel-industry-energy.csv.gz"))),
                StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                YearMonth month =
                        YearMonth.of(Integer.parseInt(line.substring(6, 10)), Integer.parseInt(line.substring(3, 5)));
                sums.merge(month, new BigDecimal(line.split(",", -1)[1]), BigDecimal::add);
            }
        }
        return sums;
    }

    @Test
    void the_gas_turbines_rows_are_consecutive_hours_of_each_year() {
        List<Measured> rows = DataSet.GAS_TURBINE.read();
        assertThat(rows).hasSize(7_411 + 7_628);
        assertThat(rows.get(0).at()).isEqualTo(Instant.parse("2010-12-31T16:00:00Z"));
        assertThat(rows.get(7_410).at())
                .isEqualTo(Instant.parse("2010-12-31T16:00:00Z").plus(Duration.ofHours(7_410)));
        assertThat(rows.get(7_411).at()).isEqualTo(Instant.parse("2011-12-31T16:00:00Z"));
        assertThat(rows.get(0).values())
                .containsEntry("NOX", new BigDecimal("81.952"))
                .containsEntry("CO", new BigDecimal("0.32663"));
    }

    @Test
    void the_waste_water_days_are_sorted_and_start_at_local_midnight_through_summer_time() {
        List<Measured> rows = DataSet.WASTE_WATER.read();
        assertThat(rows).hasSize(527).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(rows).allSatisfy(row -> assertThat(row.at()).isEqualTo(PARK.startOf(PARK.dayOf(row.at()))));
        assertThat(rows.stream()
                        .map(row -> Duration.between(
                                        row.at(),
                                        PARK.startOf(PARK.dayOf(row.at()).plusDays(1)))
                                .toHours())
                        .distinct())
                .contains(23L, 24L, 25L);
        assertThat(PARK.dayOf(rows.get(0).at())).isEqualTo(LocalDate.of(1990, 1, 1));
        assertThat(PARK.dayOf(rows.get(526).at())).isEqualTo(LocalDate.of(1991, 10, 30));
    }

    @Test
    void a_missing_value_of_the_waste_water_plant_has_no_entry() {
        Measured first = DataSet.WASTE_WATER.read().stream()
                .filter(row -> PARK.dayOf(row.at()).equals(LocalDate.of(1990, 3, 1)))
                .findFirst()
                .orElseThrow();
        assertThat(first.values())
                .containsEntry("Q-E", new BigDecimal("44101"))
                .containsEntry("DQO-S", new BigDecimal("84"))
                .doesNotContainKey("DBO-S");
    }

    @Test
    void a_file_of_ones_own_is_read_the_same_way_and_a_bad_line_is_named(@TempDir Path dir) throws IOException {
        Path good = Files.writeString(dir.resolve("good.csv"), "\uFEFFdate,Usage_kWh\r\n31/12/2018 00:00,1.50\r\n\r\n");
        assertThat(DataSet.STEEL_PLANT.readFiles(List.of(good)))
                .containsExactly(
                        new Measured(Instant.parse("2018-12-31T16:00:00Z"), Map.of("kwh", new BigDecimal("1.50"))));

        Path bad =
                Files.writeString(dir.resolve("bad.csv"), "date,Usage_kWh\n01/01/2018 00:15,1\n13/31/2018 00:15,1\n");
        assertThatThrownBy(() -> DataSet.STEEL_PLANT.readFiles(List.of(bad)))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("bad.csv:3: time \"13/31/2018 00:15\"; expected day first");

        Path timeless = Files.writeString(dir.resolve("stack.csv"), "CO,NOX,TEY\n1,2,3\n");
        assertThatThrownBy(() -> DataSet.GAS_TURBINE.readFiles(List.of(timeless)))
                .hasMessageContaining("put the year into the file's name");
    }
}
