package io.greenpark.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfluxConfigTest {
    private final Problems problems = new Problems();

    @Test
    void nothing_set_means_off() {
        InfluxConfig config = InfluxConfig.from(Settings.ofTexts(Map.of()), problems);
        assertThat(config.enabled()).isFalse();
        assertThat(config.rate()).isEqualTo(AdaptiveRateConfig.defaults());
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void every_key_is_read() {
        Settings settings = Settings.ofTexts(Map.ofEntries(
                Map.entry("url", "https://influx.example:8086"),
                Map.entry("database", "park"),
                Map.entry("retentionPolicy", "year"),
                Map.entry("username", "u"),
                Map.entry("password", "pass-1"),
                Map.entry("batch", "90"),
                Map.entry("minBatch", "9"),
                Map.entry("requests", "3"),
                Map.entry("slowAfter", "4s"),
                Map.entry("firstPause", "5s"),
                Map.entry("longestPause", "6s"),
                Map.entry("gzip", "true"),
                Map.entry("connectTimeout", "1s"),
                Map.entry("requestTimeout", "2s"),
                Map.entry("createDatabase", "false")));
        InfluxConfig config = InfluxConfig.from(settings, problems);
        settings.reportUnknown(problems);
        assertThat(problems.list()).isEmpty();
        assertThat(config)
                .isEqualTo(new InfluxConfig(
                        "https://influx.example:8086",
                        "park",
                        "year",
                        new InfluxConfig.Access("u", "pass-1", null),
                        new AdaptiveRateConfig(
                                90, 9, 3, Duration.ofSeconds(4), Duration.ofSeconds(5), Duration.ofSeconds(6)),
                        true,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        false));
        assertThat(config.toString()).doesNotContain("pass-1");
    }

    @Test
    void a_token_is_read_and_never_shown() {
        InfluxConfig config = InfluxConfig.from(
                Settings.ofTexts(Map.of("url", "http://influx.example:8086", "token", "s3cret==")), problems);
        assertThat(problems.list()).isEmpty();
        assertThat(config.access().token()).isEqualTo("s3cret==");
        assertThat(config.toString()).contains("by token").doesNotContain("s3cret");
    }

    @Test
    void a_bad_token_is_a_problem_that_does_not_show_it() {
        InfluxConfig.from(Settings.ofTexts(Map.of("token", "s3\ncret", "username", "u")), problems);
        assertThat(problems.list()).hasSize(2);
        assertThat(problems.list().get(0).toString())
                .isEqualTo("token: is set beside username; accepted: a token (2.x, 3 Core) or a user with a password"
                        + " (1.x); remove one");
        assertThat(problems.list().get(1).toString())
                .startsWith("token: cannot be sent; accepted: letters, digits and signs of ASCII")
                .doesNotContain("cret");
    }

    @Test
    void the_smallest_batch_is_at_most_the_largest() {
        InfluxConfig.from(Settings.ofTexts(Map.of("batch", "50", "minBatch", "51")), problems);
        assertThat(problems.list().get(0).toString()).isEqualTo("minBatch: \"51\" is not allowed; accepted: 1..50");
    }

    @Test
    void a_user_in_the_url_is_a_problem_that_does_not_show_it() {
        InfluxConfig.from(Settings.ofTexts(Map.of("url", "http://admin:s3cret@localhost:8086")), problems);
        assertThat(problems.list().get(0).toString())
                .contains("set influx.username and influx.password")
                .doesNotContain("s3cret");
    }

    @Test
    void a_malformed_url_is_a_problem() {
        assertThat(InfluxConfig.from(Settings.ofTexts(Map.of("url", "localhost:8086")), problems)
                        .enabled())
                .isFalse();
        assertThat(problems.list().get(0).toString())
                .isEqualTo("url: \"localhost:8086\" is not allowed;"
                        + " accepted: an http or https URL, e.g. http://127.0.0.1:8086");
    }
}
