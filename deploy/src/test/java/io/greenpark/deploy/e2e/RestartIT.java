package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ordinary stop and start, as an upgrade or a changed configuration needs, while a device sends. */
class RestartIT {
    /** The exit code of the JVM after a SIGTERM. */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource({"mqtt", "coap"})
    void nothing_is_lost_or_duplicated_by_a_restart(String door) throws Exception {
        Path config = GreenparkProcess.conf("real-plants.yaml");
        try (GreenparkProcess greenpark = new GreenparkProcess(config, dir.resolve("data"), List.of()).start();
                ReplayProcess device = ReplayProcess.start(greenpark, "steel-plant", "--via", door, "--wait")) {
            Await.until(
                    "a part of the year is acknowledged",
                    Duration.ofMinutes(2),
                    () -> device.acknowledgedPercent() >= 20);
            assertThat(greenpark.terminate()).isIn(0, ENDED_BY_SIGTERM);
            assertThat(greenpark.printed()).doesNotContain("did not close cleanly");
            greenpark.start();
            device.finish();
            SteelYear.assertBooked(greenpark, "steel-plant");
        }
    }
}
