package io.greenpark.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogConfigTest {
    private final Problems problems = new Problems();

    @Test
    void nothing_set_means_the_defaults() {
        assertThat(LogConfig.from(Settings.ofTexts(Map.of()), problems)).isEqualTo(LogConfig.defaults());
    }

    @Test
    void every_key_is_read() {
        Settings settings = Settings.ofTexts(Map.of(
                "keep", "7d",
                "maxFileSize", "64MB",
                "maxInFlightReadings", "5000",
                "maxBatch", "100",
                "minFreeDisk", "1GB",
                "cacheReadings", "0"));
        assertThat(LogConfig.from(settings, problems))
                .isEqualTo(new LogConfig(Duration.ofDays(7), 64L << 20, 5_000, 100, 1L << 30, 0));
        settings.reportUnknown(problems);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void a_value_out_of_range_is_refused_by_name() {
        LogConfig.from(
                Settings.ofTexts(Map.of(
                        "keep", "1h",
                        "maxFileSize", "1MB",
                        "maxInFlightReadings", "5",
                        "maxBatch", "0",
                        "minFreeDisk", "-1",
                        "cacheReadings", "many")),
                problems);
        assertThat(problems.list())
                .extracting(Problems.Problem::key)
                .containsExactly(
                        "keep", "maxFileSize", "maxInFlightReadings", "maxBatch", "minFreeDisk", "cacheReadings");
    }
}
