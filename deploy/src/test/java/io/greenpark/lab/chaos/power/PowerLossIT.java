package io.greenpark.lab.chaos.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.lab.chaos.ChaosOptions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 leaves the page cache and proves nothing about power; this does. */
class PowerLossIT {
    private static final int MOMENTS = 20;

    @TempDir
    Path folder;

    @Test
    void everything_acknowledged_survives_a_loss_of_power() throws Exception {
        ChaosOptions options = new ChaosOptions(0, Duration.ofSeconds(3), false, false, 20_261_126, 300, 1, folder);
        PowerLossResult result = PowerLossRun.run(
                options,
                MOMENTS,
                2,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                Clock.systemUTC());
        assertThat(result.passed()).as(PowerLossReport.of(result)).isTrue();
        assertThat(result.order().acknowledgements()).isGreaterThan(100);
        assertThat(result.cuts()).hasSize(MOMENTS);
        assertThat(result.cuts()).anySatisfy(c -> assertThat(c.log().expected()).isPositive());
    }
}
