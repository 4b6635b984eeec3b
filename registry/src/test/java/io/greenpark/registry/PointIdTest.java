package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ids of points that are given none. */
class PointIdTest {
    private static final String SITE = """
            parks: [{id: p}]
            enterprises: [{id: e, park: p, industry: food-processing}]
            """;
    private static final String ADD =
            "; add id: small letters, digits and dashes, beginning with a letter or digit, at most 64, e.g. id: ";

    private final Problems problems = new Problems();

    private Registry.Facts read(String yaml) {
        return RegistryYaml.read(
                        List.of(new RegistryDocument(Path.of("f"), "", YamlFile.parse(SITE + yaml, "f", problems))),
                        problems)
                .facts();
    }

    /** A device on line 3, its points from line 6 on, one a line. */
    private static String device(String id, String... points) {
        return Stream.of(points)
                .map(p -> "  - {" + p + ", quantity: electricity, unit: kWh, kind: register}\n")
                .collect(Collectors.joining("", "- id: " + id + "\n  enterprise: e\n  points:\n", ""));
    }

    private List<String> idsOf(String device, String... points) {
        return read("devices:\n" + device(device, points)).points().stream()
                .map(Point::id)
                .toList();
    }

    private List<String> told() {
        return problems.list().stream().map(Problems.Problem::toString).toList();
    }

    @Test
    void keys_in_chinese_give_no_id_and_need_one() {
        idsOf("m", "key: 用电量", "key: 用水量");
        String none = " gives no id, since none of its letters is one of a to z" + ADD;
        assertThat(told())
                .containsExactly(
                        "f:7: devices[m].points[0].key: \"用电量\"" + none
                                + "m-electricity (id: m- if it has readings under that one from before)",
                        "f:8: devices[m].points[1].key: \"用水量\"" + none + "m-electricity-2");
    }

    @Test
    void any_key_is_good_with_an_id_of_its_own() {
        assertThat(idsOf("m", "key: 用电量, id: m-", "key: 用水量, id: m-water", "key: 电压1, id: m-1"))
                .containsExactly("m-", "m-water", "m-1");
        assertThat(told()).isEmpty();
    }

    @Test
    void a_key_that_keeps_only_its_digits_gives_no_id() {
        idsOf("m", "key: 电压1", "key: 电压2");
        assertThat(told())
                .hasSize(2)
                .anyMatch(t ->
                        t.endsWith("e.g. id: m-electricity (id: m-1 if it has readings under that one from before)"))
                .anyMatch(t ->
                        t.endsWith("e.g. id: m-electricity-2 (id: m-2 if it has readings under that one from before)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'%'", "'  ...  '", "'→'"})
    void a_key_of_signs_alone_gives_no_id(String key) {
        idsOf("m", "key: " + key);
        assertThat(told())
                .singleElement()
                .asString()
                .contains("gives no id, since it has no letter from a to z and no digit");
    }

    @ParameterizedTest
    @CsvSource({
        "Wärme, m-w-rme",
        "用电量kWh, m-kwh",
        "A相电压, m-a",
        "1.8.0, m-1-8-0",
        "'1-0:1.8.0*255', m-1-0-1-8-0-255",
        "P_total/kW, m-p-total-kw",
        "№3, m-3",
        "ＫＷＨ1a, m-1a",
    })
    void what_other_keys_give_stays_as_it_was(String key, String id) {
        assertThat(idsOf("m", "key: '" + key + "'")).containsExactly(id);
        assertThat(told()).isEmpty();
    }

    @Test
    void ids_do_not_depend_on_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(idsOf("m", "key: KVARI")).containsExactly("m-kvari");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"kWh, kwh, m-kwh", "T-1, T_1, m-t-1", "Wärme, Wörme, m-w-rme", "用电量A, 用水量A, m-a"})
    void keys_that_give_the_same_id_are_told_what_to_do(String first, String second, String id) {
        idsOf("m", "key: " + first, "key: " + second);
        assertThat(told())
                .containsExactly("f:8: devices[m].points[1].key: \"" + second + "\" gives the id \"" + id
                        + "\", which stands already, first at f:7" + ADD + id + "-2");
    }

    @Test
    void a_key_may_not_give_the_id_of_another_device_s_point() {
        read("devices:\n" + device("m", "key: a-b") + device("m-a", "key: b"));
        assertThat(told()).singleElement().asString().contains("\"b\" gives the id \"m-a-b\", which stands already");
    }

    @Test
    void a_point_after_an_ended_one_needs_an_id() {
        idsOf("m", "key: kwh, endedAt: 2020-01-01", "key: kwh");
        assertThat(told())
                .containsExactly("f:8: devices[m].points[1].key: \"kwh\" gives the id \"m-kwh\", which stands"
                        + " already, first at f:7" + ADD + "m-kwh-2");
    }

    @Test
    void device_and_key_may_be_too_long_together() {
        String device = "d".repeat(60);
        assertThat(idsOf(device, "key: kwh")).containsExactly(device + "-kwh");
        assertThat(told()).isEmpty();
        idsOf(device, "key: kwhr", "key: kwhs");
        assertThat(told())
                .hasSize(2)
                .allMatch(t -> t.contains("\" made from device and key has 65 characters; add id: "))
                .anyMatch(t -> t.endsWith("e.g. id: " + device + "-ele"))
                .anyMatch(t -> t.endsWith("e.g. id: " + device + "-e-2"));
    }

    @Test
    void a_very_long_key_is_not_shown_whole() {
        idsOf("m", "key: " + "用电量".repeat(1000) + "x");
        assertThat(problems.list()).isEmpty();
        idsOf("m", "key: " + "用电量".repeat(1000), "key: " + "x".repeat(1000));
        assertThat(told()).hasSize(2).allMatch(t -> t.length() < 400).allMatch(t -> t.contains("...\" gives no id"));
    }

    @Test
    void one_fault_does_not_look_like_many() {
        read(
                "devices:\n" + device("M", "key: kwh") + device("n", "key: 用电量")
                        + "limits: [{id: l, point: n-, averaging: hour, upper: 5, unit: mg/m3, source: s, validFrom: 2020-01-01}]\n");
        assertThat(told())
                .hasSize(2)
                .anyMatch(t -> t.contains("devices[M].id: \"M\" is not allowed"))
                .anyMatch(t -> t.contains("devices[n].points[0].key: \"用电量\" gives no id"));
    }
}
