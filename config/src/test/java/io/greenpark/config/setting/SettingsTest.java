package io.greenpark.config.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Problems problems = new Problems();

    private Settings closed(String yaml) {
        return Settings.closed(Objects.requireNonNull(YamlFile.parse(yaml, "f", problems)), problems);
    }

    private List<String> told() {
        return problems.list().stream().map(Problems.Problem::toString).toList();
    }

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

    @Test
    void a_default_fills_in_what_is_not_given_and_reads_of_it_count() {
        Settings settings = Settings.ofTexts(Map.of("http.port", "1", "http.host", "a"));
        Settings filled = settings.withDefaults(
                Map.of("http.port", new YamlTree.Scalar("2", "d"), "http.tls.key", new YamlTree.Scalar("k", "d")));
        assertThat(filled.keys()).containsExactlyInAnyOrder("http.port", "http.host", "http.tls.key");
        assertThat(filled.section("http").text("port")).isEqualTo("1");
        assertThat(filled.section("http").text("host")).isEqualTo("a");
        assertThat(filled.section("http").section("tls").text("key")).isEqualTo("k");
        assertThat(filled.place("http.tls.key")).isEqualTo("d");
        assertThat(settings.asked()).containsExactlyInAnyOrder("http.port", "http.host", "http.tls.key");
    }

    @Test
    void a_mapping_or_list_in_place_of_a_value_is_a_fault() {
        Settings settings = Settings.ofTexts(Map.of("mqtt.port.a", "1", "mqtt.host.b", "c"));
        assertThat(settings.integer("mqtt.port", 1883, 1, 65_535, problems)).isEqualTo(1883);
        assertThat(settings.text("mqtt.host", "d")).isEqualTo("d");
        settings.reportUnknown(problems);
        assertThat(told())
                .containsExactly(
                        "mqtt.port: a mapping stands where a plain value is expected",
                        "mqtt.host: a mapping stands where a plain value is expected");
    }

    @Test
    void a_closed_mapping_tells_what_is_allowed() {
        Settings settings = closed("nmae: a\nzzzzzzzz: b\nempty:\n");
        settings.text("name");
        settings.flag("flag", false);
        settings.reportUnknown();
        assertThat(told())
                .containsExactly(
                        "f:1: nmae: unknown key; did you mean \"name\"?",
                        "f:2: zzzzzzzz: unknown key; allowed: name, flag",
                        "f:3: empty: unknown key; allowed: name, flag");
        assertThat(settings.sound()).isFalse();
    }

    @Test
    void a_key_that_must_be_there_is_missing_also_where_it_has_no_value() {
        Settings settings = closed("a: {id: }\n");
        Settings a = Objects.requireNonNull(settings.below("a"));
        assertThat(a.requiredText("id", "an id")).isNull();
        assertThat(a.required("n", Accepted.integer(1, 2))).isNull();
        assertThat(told())
                .containsExactly("f:1: a.id: is missing; accepted: an id", "f:1: a.n: is missing; accepted: 1..2");
    }

    @Test
    void entries_of_a_list_go_by_their_id_and_their_faults_are_those_of_the_whole() {
        Settings settings = closed("devices:\n- id: m\n  n: x\n- n: 3\n- b\n");
        List<Settings> devices = settings.list("devices");
        assertThat(settings.sound()).isFalse();
        assertThat(devices).hasSize(2);
        assertThat(devices.get(0).value("n", Accepted.integer(1, 9))).isNull();
        assertThat(devices.get(1).value("n", Accepted.integer(1, 9), 1)).isEqualTo(3);
        assertThat(devices.get(1).fullKey("n")).isEqualTo("devices[1].n");
        assertThat(devices).extracting(Settings::sound).containsExactly(false, true);
        assertThat(told())
                .containsExactly(
                        "f:5: devices[2]: \"b\" stands where a mapping is expected",
                        "f:3: devices[m].n: \"x\" is not allowed; accepted: 1..9");
    }

    @Test
    void another_shape_than_a_mapping_or_list_is_a_fault() {
        Settings settings = closed("a: [1]\nb: {c: 1}\nd: 1\n");
        assertThat(settings.below("a")).isNull();
        assertThat(settings.list("b")).isEmpty();
        assertThat(settings.below("gone")).isNull();
        assertThat(settings.list("gone")).isEmpty();
        assertThat(settings.text("a")).isNull();
        assertThat(told())
                .containsExactly(
                        "f:1: a: a list stands where a mapping is expected",
                        "f:2: b: a mapping stands where a list (\"- ...\" lines) is expected",
                        "f:1: a: a list stands where a plain value is expected");
    }

    @Test
    void a_closed_mapping_takes_over_what_does_not_stand_in_it() {
        Settings base = closed("unit: kWh\nratio: 10\nzone: Asia/Shanghai\n");
        Settings entry = closed("ratio: 20\nzone:\n");
        Settings merged = entry.withDefaults(base, List.of("unit", "ratio", "zone"));
        assertThat(merged.text("unit")).isEqualTo("kWh");
        assertThat(merged.text("ratio")).isEqualTo("20");
        assertThat(merged.text("zone")).isNull();
        assertThat(merged.names()).containsExactly("ratio", "zone", "unit");
    }

    @Test
    void a_secret_that_is_not_found_makes_its_mapping_unsound() {
        Settings settings = closed("webhook: ${GREENPARK_NO_SUCH_THING}\n");
        assertThat(settings.secret("webhook")).isNull();
        assertThat(settings.sound()).isFalse();
        assertThat(told())
                .containsExactly(
                        "f:1: webhook: the environment variable \"GREENPARK_NO_SUCH_THING\" is not set; set it");
    }
}
