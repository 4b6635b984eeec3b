package io.greenpark.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLetterConfigTest {
    private final Problems problems = new Problems();

    @Test
    void nothing_set_means_the_defaults() {
        assertThat(DeadLetterConfig.from(Settings.ofTexts(Map.of()), problems)).isEqualTo(DeadLetterConfig.defaults());
    }

    @Test
    void every_key_is_read() {
        Settings settings = Settings.ofTexts(Map.of(
                "keep", "7d", "maxPerSender", "5", "maxStrangerRows", "60", "maxRows", "1000", "maxInFlight", "200"));
        assertThat(DeadLetterConfig.from(settings, problems))
                .isEqualTo(new DeadLetterConfig(Duration.ofDays(7), 5, 60, 1_000, 200));
        settings.reportUnknown(problems);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void a_value_out_of_range_is_refused_by_name() {
        DeadLetterConfig.from(
                Settings.ofTexts(Map.of(
                        "keep", "1m", "maxPerSender", "0", "maxStrangerRows", "1", "maxRows", "1", "maxInFlight", "x")),
                problems);
        assertThat(problems.list())
                .extracting(Problems.Problem::key)
                .containsExactly("keep", "maxPerSender", "maxStrangerRows", "maxRows", "maxInFlight");
    }
}
