package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.greenpark.store.Await;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steel plant's year, replayed with the real command into the real process: every month of the books equals, to the
 * last digit, a sum taken straight from the file.
 */
class SteelPlantIT {
    private static final BigDecimal YEAR_KWH = new BigDecimal("959636.71");

    @TempDir
    Path folder;

    @Test
    void the_year_through_mqtt_is_booked_to_the_last_digit() throws Exception {
        try (GreenparkProcess greenpark = greenpark()) {
            greenpark.start();
            replay(greenpark, "steel-plant", "--via", "mqtt", "--wait");
            assertYear(greenpark, "steel-plant");
        }
    }

    @Test
    void shuffled_sent_twice_and_killed_three_times_it_is_the_same() throws Exception {
        try (GreenparkProcess greenpark = greenpark()) {
            greenpark.start();
            Process replay = start(greenpark, "steel-plant", "--via", "mqtt", "--shuffle", "--twice", "--wait");
            for (String reached : List.of("100000", "300000", "600000")) {
                Await.until(
                        "the books hold " + reached + " kWh",
                        () -> kwh(greenpark).compareTo(new BigDecimal(reached)) >= 0);
                greenpark.kill();
                greenpark.start();
            }
            finish(replay);
            assertYear(greenpark, "steel-plant");
        }
    }

    @Test
    void as_registers_it_is_the_same() throws Exception {
        try (GreenparkProcess greenpark = greenpark()) {
            greenpark.start();
            replay(greenpark, "steel-plant", "--via", "mqtt", "--register", "--wait");
            assertYear(greenpark, "steel-plant-register");
        }
    }

    @Test
    void through_coap_it_is_the_same() throws Exception {
        try (GreenparkProcess greenpark = greenpark()) {
            greenpark.start();
            replay(greenpark, "steel-plant", "--via", "coap", "--wait");
            assertYear(greenpark, "steel-plant");
        }
    }

    private GreenparkProcess greenpark() throws Exception {
        return new GreenparkProcess(GreenparkProcess.conf("real-plants.yaml"), folder.resolve("data"), List.of());
    }

    private void replay(GreenparkProcess greenpark, String... words) throws Exception {
        finish(start(greenpark, words));
    }

    private Process start(GreenparkProcess greenpark, String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("replay"));
        line.addAll(List.of(words));
        line.addAll(greenpark.settings());
        return GreenparkProcess.command(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("replay.txt").toFile())
                .start();
    }

    private void finish(Process replay) throws Exception {
        boolean ended = replay.waitFor(300, TimeUnit.SECONDS);
        String output = Files.readString(folder.resolve("replay.txt"));
        assertThat(ended).as("replay ended; it printed:%n%s", output).isTrue();
        assertThat(replay.exitValue()).as(output).isZero();
    }

    private static BigDecimal kwh(GreenparkProcess greenpark) {
        try {
            return months(greenpark, "steel-plant").values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, BigDecimal> months(GreenparkProcess greenpark, String enterprise) throws Exception {
        Map<String, BigDecimal> months = new TreeMap<>();
        for (JsonNode row : rows(greenpark, enterprise)) {
            if (row.hasNonNull("electricityKwh")) {
                months.put(
                        row.get("from").asText().substring(0, 7),
                        new BigDecimal(row.get("electricityKwh").asText()));
            }
        }
        return months;
    }

    private static JsonNode rows(GreenparkProcess greenpark, String enterprise) throws Exception {
        return greenpark
                .api("/api/v1/enterprises/" + enterprise + "/energy?from=2018-01-01&to=2019-01-01&step=month")
                .get("rows");
    }

    private static void assertYear(GreenparkProcess greenpark, String enterprise) throws Exception {
        Map<String, BigDecimal> booked = months(greenpark, enterprise);
        Map<String, BigDecimal> straight = StraightSum.steelKwhByMonth();
        assertThat(booked.keySet()).isEqualTo(straight.keySet());
        booked.forEach((month, kwh) -> assertThat(kwh).as(month).isEqualByComparingTo(straight.get(month)));
        assertThat(booked.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(YEAR_KWH);
        BigDecimal tce = BigDecimal.ZERO;
        for (JsonNode row : rows(greenpark, enterprise)) {
            tce = tce.add(new BigDecimal(row.get("tce").asText()));
            assertThat(row.get("co2T").isNull()).isTrue();
            assertThat(row.get("reasons").has("co2T")).isTrue();
            assertThat(row.get("completeness").asDouble()).isEqualTo(1.0);
        }
        assertThat(tce).isEqualByComparingTo("117.939351659");
    }
}
