package io.greenpark.store.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.store.config.Problems;
import io.greenpark.store.config.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfluxConfigTest {
    private final Problems problems = new Problems();

    @Test
    void nothing_set_means_off() {
        InfluxConfig config = InfluxConfig.from(Settings.ofTexts(Map.of()), problems);
        assertThat(config.enabled()).isFalse();
        assertThat(config.batch()).isEqualTo(5_000);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void every_key_is_read() {
        Settings settings = Settings.ofTexts(Map.of(
                "url", "https://influx.example:8086",
                "database", "park",
                "username", "u",
                "password", "p",
                "token", "t",
                "batch", "9",
                "gzip", "true",
                "connectTimeout", "1s",
                "requestTimeout", "2s",
                "createDatabase", "false"));
        InfluxConfig config = InfluxConfig.from(settings, problems);
        settings.reportUnknown(problems);
        assertThat(problems.list()).isEmpty();
        assertThat(config)
                .isEqualTo(new InfluxConfig(
                        "https://influx.example:8086",
                        "park",
                        "u",
                        "p",
                        "t",
                        9,
                        true,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        false));
        assertThat(config.toString()).doesNotContain("password").doesNotContain("token");
    }

    @Test
    void a_url_that_is_none_is_a_problem() {
        assertThat(InfluxConfig.from(Settings.ofTexts(Map.of("url", "localhost:8086")), problems)
                        .enabled())
                .isFalse();
        assertThat(problems.list().get(0).toString())
                .isEqualTo("url: \"localhost:8086\" is not allowed;"
                        + " accepted: an http or https URL, e.g. http://127.0.0.1:8086");
    }
}
