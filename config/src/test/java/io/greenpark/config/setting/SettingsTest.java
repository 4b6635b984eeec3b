package io.greenpark.config.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Problems problems = new Problems();

    @Test
    void a_value_that_is_not_set_takes_its_default() {
        Settings settings = Settings.ofTexts(Map.of());
        assertThat(settings.integer("mqtt.port", 1883, 1, 65_535, problems)).isEqualTo(1883);
        assertThat(settings.textOrNull("influx.url")).isNull();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void every_fault_names_key_value_and_what_is_allowed() {
        Settings settings = Settings.ofTexts(Map.of("mqtt.port", "70000", "log.keep", "soon", "mail.tls", "yes"));
        settings.integer("mqtt.port", 1883, 1, 65_535, problems);
        settings.duration("log.keep", Duration.ofDays(30), Duration.ofDays(1), Duration.ofDays(3650), problems);
        settings.flag("mail.tls", true, problems);
        assertThat(problems.list())
                .extracting(Problems.Problem::toString)
                .containsExactly(
                        "mqtt.port: \"70000\" is not allowed; accepted: 1..65535",
                        "log.keep: \"soon\" is not allowed; accepted: 1d..3650d, e.g. 30d",
                        "mail.tls: \"yes\" is not allowed; accepted: true or false");
    }

    @Test
    void an_unknown_key_is_a_fault_and_the_nearest_known_one_is_named() {
        Settings settings = Settings.ofTexts(Map.of("mqtt.prot", "1883"));
        settings.integer("mqtt.port", 1883, 1, 65_535, problems);
        settings.reportUnknown(problems);
        assertThat(problems.list().get(0).message()).isEqualTo("unknown key; did you mean \"mqtt.port\"?");
    }

    @Test
    void a_section_sees_its_own_keys_and_its_reads_count_for_the_whole() {
        Settings settings = Settings.ofTexts(Map.of("brokers.0.url", "tcp://a", "brokers.1.url", "tcp://b"));
        assertThat(settings.sections("brokers"))
                .extracting(s -> s.text("url", ""))
                .containsExactly("tcp://a", "tcp://b");
        settings.reportUnknown(problems);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void sizes_and_durations_carry_their_unit() {
        Settings settings = Settings.ofTexts(Map.of("a", "64KB", "b", "90s"));
        assertThat(settings.bytes("a", 1, 1, 1 << 20, problems)).isEqualTo(65_536);
        assertThat(settings.duration("b", Duration.ofSeconds(1), Duration.ZERO, Duration.ofHours(1), problems))
                .isEqualTo(Duration.ofSeconds(90));
    }
}
