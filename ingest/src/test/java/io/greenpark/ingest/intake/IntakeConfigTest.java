package io.greenpark.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeConfigTest {
    private final Problems problems = new Problems();

    @Test
    void by_default_a_clock_may_run_five_minutes_ahead() {
        IntakeConfig config = IntakeConfig.from(Settings.ofTexts(Map.of()), problems);
        assertThat(config).isEqualTo(IntakeConfig.DEFAULT);
        assertThat(config.clockTolerance()).isEqualTo(Duration.ofMinutes(5));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void every_key_is_read() {
        Settings settings = Settings.ofTexts(
                Map.of("clockTolerance", "1m", "maxInFlight", "2000", "maxInFlightPerConnection", "3"));
        assertThat(IntakeConfig.from(settings, problems)).isEqualTo(new IntakeConfig(Duration.ofMinutes(1), 2_000, 3));
        settings.reportUnknown(problems);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_tolerance_of_days_is_refused() {
        IntakeConfig.from(Settings.ofTexts(Map.of("clockTolerance", "2d")), problems);
        assertThat(problems.list().get(0).toString())
                .startsWith("clockTolerance: \"2d\" is not allowed; accepted: 0h..1d");
    }
}
