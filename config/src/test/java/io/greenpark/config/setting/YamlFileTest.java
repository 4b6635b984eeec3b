package io.greenpark.config.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {
    private final Problems problems = new Problems();

    /** The parser throws at most of these what is none of its own exceptions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\nb: \"\\u",
                "a: 1\nb: \"\\x",
                "a: 1\nb: \"\\U",
                "a: 1\nb: \"\\u12",
                "a: 1\nb: \"\\uD83D\\u",
                "a: 1\nb: \"\\UFFFFFFFF\"",
                "a: 1\nb: \"\\U00E30EEE\"",
                "a: 1\nb: !%",
                "a: 1\nb: !<%E4%",
                "a: 1\nb: !<%FF%FE> c",
                "a: 1\nb: |99999999999\n",
                "a: 1\nb: &",
                "a: 1\nb: *"
            })
    void a_broken_text_is_a_problem_at_its_line(String text) {
        assertThat(YamlFile.parse(text, "f.yaml", problems)).isNull();
        assertThat(problems.list()).singleElement().satisfies(p -> assertThat(p.toString())
                .startsWith("f.yaml:2: file: is not YAML: ")
                .doesNotContain("Exception"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%YAML 1.9224775801\n---\na: 1\n", "%YAML 9224775801.1\n---\na: 1\n", "%YAML \n---\na: 1\n", "%"
            })
    void a_broken_directive_is_a_problem_at_its_line(String text) {
        assertThat(YamlFile.parse(text, "f.yaml", problems)).isNull();
        assertThat(problems.list()).singleElement().satisfies(p -> assertThat(p.toString())
                .startsWith("f.yaml:1: file: is not YAML: ")
                .doesNotContain("Exception"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void a_text_nested_without_end_is_a_problem_at_its_line(String level) {
        char[] deep = level.repeat(200_000).toCharArray();
        assertThat(YamlFile.parse("a: 1\nb:\n  " + new String(deep), "f.yaml", problems))
                .isNull();
        assertThat(problems.list()).singleElement().satisfies(p -> assertThat(p.toString())
                .startsWith("f.yaml:3: file: ")
                .contains("100"));
    }

    @Test
    void a_text_as_deep_as_allowed_is_read() {
        String[] deep = new String[98];
        Arrays.fill(deep, "[");
        String open = String.join("", deep);
        assertThat(YamlFile.parse("a: " + open + "1" + open.replace('[', ']'), "f.yaml", problems))
                .isNotNull();
        assertThat(problems.list()).isEmpty();
    }
}
