package io.greenpark.config.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private ConfigFile read(String text, String... sets) throws IOException {
        Path file = Files.writeString(folder.resolve("greenpark.yaml"), text);
        return ConfigFile.read(file, List.of(sets), problems);
    }

    private List<String> told() {
        return problems.list().stream()
                .map(p -> p.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void settings_keep_their_lines() throws IOException {
        Settings settings =
                read("mqtt:\n  port: 70000\nbrokers:\n  - url: tcp://a\n").settings();
        settings.integer("mqtt.port", 1883, 0, 65_535, problems);
        assertThat(told()).containsExactly("greenpark.yaml:2: mqtt.port: \"70000\" is not allowed; accepted: 0..65535");
        assertThat(settings.sections("brokers").get(0).text("url", "")).isEqualTo("tcp://a");
    }

    @Test
    void a_set_option_replaces_its_key_and_all_below() throws IOException {
        Settings settings = read("mqtt: {port: 1}\nlist: [a, b]\n", "mqtt.port=2", "list=c, d", "new.key=e=f")
                .settings();
        assertThat(settings.text("mqtt.port", "")).isEqualTo("2");
        assertThat(settings.texts("list")).containsExactly("c", "d");
        assertThat(settings.text("new.key", "")).isEqualTo("e=f");
        settings.reportUnknown(problems);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_set_option_reaches_into_lists() throws IOException {
        Settings settings = read(
                        "brokers:\n- {url: a, topics: [t]}\n- {url: b}\n",
                        "brokers.1.url=c",
                        "brokers.0.topics.0=u",
                        "brokers.2.url=d")
                .settings();
        assertThat(settings.sections("brokers")).extracting(s -> s.text("url")).containsExactly("a", "c", "d");
        assertThat(settings.texts("brokers.0.topics")).containsExactly("u");
        assertThat(settings.place("brokers.0.url")).endsWith("greenpark.yaml:2");
        assertThat(settings.place("brokers.1.url")).isEqualTo("--set");
        settings.reportUnknown(problems);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_set_option_replaces_a_whole_section() throws IOException {
        Settings settings = read("mqtt: {prot: 1}\n", "mqtt=2").settings();
        settings.integer("mqtt.port", 1883, 0, 65_535, problems);
        settings.reportUnknown(problems);
        assertThat(told()).containsExactly("--set: mqtt: unknown key; remove it");
    }

    @Test
    void a_dotted_key_is_the_path_it_names() throws IOException {
        Settings settings = read("mqtt.host: b\nmqtt: {port: 1}\nalerts: {outbox.every: 2}\n")
                .settings();
        assertThat(settings.section("mqtt").text("port")).isEqualTo("1");
        assertThat(settings.section("mqtt").text("host")).isEqualTo("b");
        assertThat(settings.section("alerts").section("outbox").text("every")).isEqualTo("2");
        assertThat(settings.keys()).containsExactlyInAnyOrder("mqtt.port", "mqtt.host", "alerts.outbox.every");
    }

    @Test
    void a_list_or_mapping_in_place_of_a_value_is_told_with_its_line() throws IOException {
        Settings settings =
                read("mqtt:\n  port: [1]\n  host: {a: b}\nlist: []\n").settings();
        settings.section("mqtt").integer("port", 1883, 0, 65_535, problems);
        settings.section("mqtt").text("host", "");
        assertThat(settings.texts("list")).isEmpty();
        settings.reportUnknown(problems);
        assertThat(told())
                .containsExactly(
                        "greenpark.yaml:2: mqtt.port: a list stands where a plain value is expected",
                        "greenpark.yaml:3: mqtt.host: a mapping stands where a plain value is expected");
    }

    @Test
    void an_unknown_section_is_told_key_by_key() throws IOException {
        Settings settings = read("mqttt:\n  port: 1\n  what:\n").settings();
        settings.section("mqtt").integer("port", 1883, 0, 65_535, problems);
        settings.reportUnknown(problems);
        assertThat(told()).containsExactly("greenpark.yaml:2: mqttt.port: unknown key; did you mean \"mqtt.port\"?");
    }

    @Test
    void an_unknown_set_option_is_a_fault() throws IOException {
        Settings settings =
                read("", "mqtt.prot=1884", "nonsense", "registry.parks=x").settings();
        settings.integer("mqtt.port", 1883, 0, 65_535, problems);
        settings.reportUnknown(problems);
        assertThat(told())
                .containsExactly(
                        "--set: nonsense: is not of the form key=value, e.g. --set mqtt.port=1884",
                        "--set: registry.parks: the registry is not set on the command line; edit its file",
                        "--set: mqtt.prot: unknown key; did you mean \"mqtt.port\"?");
    }

    @Test
    void a_key_without_a_value_is_not_set() throws IOException {
        Settings settings = read("influx:\n  url:\nmqtt:\n").settings();
        assertThat(settings.textOrNull("influx.url")).isNull();
        settings.reportUnknown(problems);
        assertThat(told()).isEmpty();
    }

    @Test
    void the_registry_is_inline_or_in_files_beside_the_configuration() throws IOException {
        Files.createDirectory(folder.resolve("sites"));
        Files.writeString(folder.resolve("sites/a.yaml"), "parks: []\n");
        ConfigFile config = read("registry-files: [sites/a.yaml]\nregistry: {parks: []}\n");
        assertThat(config.registry(problems))
                .extracting(d -> folder.relativize(d.file()).toString())
                .containsExactly("greenpark.yaml", "sites/a.yaml");
        config.settings().reportUnknown(problems);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_missing_registry_file_is_named_with_what_to_do() throws IOException {
        ConfigFile config = read("registry-files: [gone.yaml]\n");
        assertThat(config.registry(problems)).isEmpty();
        assertThat(told())
                .containsExactly("gone.yaml: file: there is no such file; give the path of a readable YAML file");
        assertThat(config.files()).hasSize(2);
    }

    @Test
    void a_duplicate_key_is_reported_with_both_lines() throws IOException {
        read("mqtt:\n  port: 1\n  host: a\n  port: 2\n");
        assertThat(told())
                .singleElement()
                .asString()
                .matches("greenpark.yaml:4: mqtt.port: stands twice, first at .*greenpark.yaml:2; keep one");
    }

    @Test
    void a_tab_is_named_with_its_line() throws IOException {
        read("mqtt:\n\tport: 1\n");
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("greenpark.yaml:2: file: is not YAML: ")
                .endsWith("indent with spaces, not tabs");
    }

    @Test
    void broken_yaml_is_named_with_its_line() throws IOException {
        read("mqtt:\n  port: 1\n host: b\n");
        assertThat(told()).singleElement().asString().startsWith("greenpark.yaml:3: file: is not YAML: ");
    }

    @Test
    void another_encoding_and_a_missing_file_are_different_faults() throws IOException {
        Files.write(folder.resolve("gbk.yaml"), "名: 称".getBytes("GBK"));
        ConfigFile.read(folder.resolve("gbk.yaml"), List.of(), problems);
        assertThat(told()).containsExactly("gbk.yaml: file: is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void an_anchor_inside_itself_is_no_endless_tree() throws IOException {
        read("a: &a\n  b: *a\n  c: 1\n");
        assertThat(told().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void anchors_are_supported() throws IOException {
        Settings settings = read("a: &x {port: 1}\nb: *x\n").settings();
        assertThat(settings.text("b.port", "")).isEqualTo("1");
    }

    @Test
    void a_list_in_place_of_the_whole_is_a_fault() throws IOException {
        read("- a\n");
        assertThat(told())
                .containsExactly("greenpark.yaml:1: file: a list stands where \"key: value\" lines are expected");
    }

    @Test
    void a_secret_comes_from_the_environment_a_file_or_the_text_itself() throws IOException {
        Files.write(folder.resolve("password"), "s3cret\n".getBytes(StandardCharsets.UTF_8));
        Settings settings = read("a: ${PATH}\nb: file:password\nc: plain\nd:\n").settings();
        assertThat(settings.secret("a", problems)).isEqualTo(System.getenv("PATH"));
        assertThat(settings.secret("b", problems)).isEqualTo("s3cret");
        assertThat(settings.secret("c", problems)).isEqualTo("plain");
        assertThat(settings.secret("d", problems)).isNull();
        assertThat(told()).isEmpty();
    }

    @Test
    void a_secret_that_cannot_be_found_is_a_fault() throws IOException {
        Settings settings =
                read("a: ${GREENPARK_NO_SUCH_THING}\nb: file:gone\n").settings();
        assertThat(settings.secret("a", problems)).isNull();
        assertThat(settings.secret("b", problems)).isNull();
        assertThat(told())
                .containsExactly(
                        "greenpark.yaml:1: a: the environment variable \"GREENPARK_NO_SUCH_THING\" is not set; set it",
                        "greenpark.yaml:2: b: the secret's file \"gone\" cannot be read;"
                                + " give the path of a readable file");
    }
}
