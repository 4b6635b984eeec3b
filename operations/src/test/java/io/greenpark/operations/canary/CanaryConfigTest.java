package io.greenpark.operations.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanaryConfigTest {
    private final Problems problems = new Problems();

    private CanaryConfig read(Map<String, String> texts) {
        return CanaryConfig.from(Settings.ofTexts(texts).section("canary"), problems);
    }

    @Test
    void by_default_a_probe_is_sent_every_minute() {
        assertThat(read(Map.of())).isEqualTo(new CanaryConfig(true, Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    @Test
    void every_key_is_read() {
        assertThat(read(Map.of("canary.enabled", "false", "canary.every", "5m", "canary.within", "30s")))
                .isEqualTo(new CanaryConfig(false, Duration.ofMinutes(5), Duration.ofSeconds(30)));
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void every_fault_is_reported() {
        read(Map.of("canary.enabled", "perhaps", "canary.every", "1s", "canary.within", "2h"));
        assertThat(problems.list())
                .extracting(Problems.Problem::key)
                .containsExactlyInAnyOrder("canary.enabled", "canary.every", "canary.within");
    }
}
