package io.greenpark.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.config.setting.ConfigFile.RegistryDocument;
import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.YamlFile;
import io.greenpark.park.unit.Carrier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds {@code docs/registry.md} to what the program reads. */
class RegistryDocTest {
    private static final Path DOC = Path.of("../docs/registry.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([^|]*) \\| ([^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final Problems problems = new Problems();

    private RegistryYaml.Content example(String name) throws IOException {
        Matcher m = Pattern.compile("<!-- registry: " + name + " -->\n```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOC));
        assertThat(m.find()).as("example " + name).isTrue();
        return RegistryYaml.read(
                List.of(new RegistryDocument(DOC, "", YamlFile.parse(m.group(1), "registry.md", problems))), problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "credential"})
    void the_examples_have_no_fault(String name) throws IOException {
        example(name);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void the_complete_example_has_something_of_everything() throws IOException {
        var facts = example("complete").facts();
        assertThat(List.of(
                        facts.parks(),
                        facts.enterprises(),
                        facts.outlets(),
                        facts.gateways(),
                        facts.devices(),
                        facts.points(),
                        facts.statistics(),
                        facts.bills(),
                        facts.coefficientSets(),
                        facts.targets(),
                        facts.limits()))
                .noneMatch(List::isEmpty);
    }

    /** An entry with a key that no one knows is answered with all keys that are known: the table must name just these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "parks",
                "enterprises",
                "outlets",
                "gateways",
                "devices",
                "statistics",
                "bills",
                "coefficientSets",
                "targets",
                "limits"
            })
    void the_table_names_every_key_of_a_section_and_no_other(String section) throws IOException {
        assertThat(keysInTable(section)).isEqualTo(knownKeys(section + ": [{zzzzzzzzzzzzzzzzzzzz: 1}]", section));
    }

    @Test
    void the_table_names_every_key_of_a_point_and_no_other() throws IOException {
        assertThat(keysInTable("points"))
                .isEqualTo(knownKeys("devices: [{id: d, points: [{zzzzzzzzzzzzzzzzzzzz: 1}]}]", "points"));
    }

    @Test
    void the_table_names_every_carrier() throws IOException {
        String doc = Files.readString(DOC);
        assertThat(Carrier.values()).allSatisfy(c -> assertThat(doc).contains("`" + c.code() + "`"));
    }

    private Set<String> knownKeys(String yaml, String section) {
        RegistryYaml.read(List.of(new RegistryDocument(DOC, "", YamlFile.parse(yaml, "f", problems))), problems);
        String told = problems.list().stream()
                .filter(p -> p.key().contains(section) && p.message().startsWith("unknown key; allowed: "))
                .findFirst()
                .orElseThrow()
                .message();
        return new TreeSet<>(
                List.of(told.substring("unknown key; allowed: ".length()).split(", ")));
    }

    private static Set<String> keysInTable(String section) throws IOException {
        Set<String> keys = new TreeSet<>();
        String current = "";
        Matcher row = ROW.matcher(Files.readString(DOC).replaceAll("(?m)^\\| \\|", "|  |"));
        while (row.find()) {
            Matcher head = CODE.matcher(row.group(1));
            current = head.find() ? head.group(1) : current;
            Matcher key = CODE.matcher(row.group(2));
            while (current.equals(section) && key.find()) {
                keys.add(key.group(1));
            }
        }
        return keys;
    }
}
