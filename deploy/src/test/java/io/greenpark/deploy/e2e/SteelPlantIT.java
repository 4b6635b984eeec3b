package io.greenpark.deploy.e2e;

import io.greenpark.park.Await;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steel plant's year, replayed with the real command into the real process: every month of the books equals, to the
 * last digit, a sum taken straight from the file.
 */
class SteelPlantIT {
    @TempDir
    Path folder;

    @Test
    void the_year_through_mqtt_is_exact_also_after_an_ordinary_end() throws Exception {
        MeasuredYear.copyTo(folder.resolve("data"));
        try (GreenparkProcess greenpark =
                MeasuredYear.greenpark(folder.resolve("data")).start()) {
            SteelYear.assertBooked(greenpark, MeasuredYear.PLANT);
        }
    }

    @Test
    void shuffling_duplicates_and_kills_change_nothing() throws Exception {
        try (GreenparkProcess greenpark = greenpark().start();
                ReplayProcess replay = ReplayProcess.start(
                        greenpark, "steel-plant", "--via", "mqtt", "--shuffle", "--twice", "--wait")) {
            for (String reached : List.of("100000", "300000", "600000")) {
                Await.until(
                        "the books hold " + reached + " kWh",
                        () -> SteelYear.bookedKwh(greenpark, "steel-plant").compareTo(new BigDecimal(reached)) >= 0);
                greenpark.kill();
                greenpark.start();
            }
            replay.finish();
            SteelYear.assertBooked(greenpark, "steel-plant");
        }
    }

    @Test
    void the_year_as_registers_is_exact() throws Exception {
        try (GreenparkProcess greenpark = greenpark().start()) {
            replay(greenpark, "--via", "mqtt", "--register", "--wait");
            SteelYear.assertBooked(greenpark, "steel-plant-register");
        }
    }

    @Test
    void the_year_through_coap_is_exact() throws Exception {
        try (GreenparkProcess greenpark = greenpark().start()) {
            replay(greenpark, "--via", "coap", "--wait");
            SteelYear.assertBooked(greenpark, "steel-plant");
        }
    }

    private GreenparkProcess greenpark() throws Exception {
        return new GreenparkProcess(GreenparkProcess.conf("real-plants.yaml"), folder.resolve("data"), List.of());
    }

    private static void replay(GreenparkProcess greenpark, String... words) throws Exception {
        try (ReplayProcess replay = ReplayProcess.start(greenpark, "steel-plant", words)) {
            replay.finish();
        }
    }
}
