package io.greenpark.dashboards.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Path WEB = Path.of("src/main/resources/io/greenpark/dashboards/web");
    private static final Pattern USED = Pattern.compile("\\bt\\('([a-zA-Z]+\\.[A-Za-z0-9_-]+)'");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static JsonObject dictionary(String language) throws IOException {
        try (InputStream in =
                TextsTest.class.getResourceAsStream("/io/greenpark/dashboards/web/text/" + language + ".json")) {
            return new JsonObject(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void both_languages_have_the_same_texts_with_the_same_placeholders() throws Exception {
        JsonObject zh = dictionary("zh");
        JsonObject en = dictionary("en");
        assertThat(zh.fieldNames()).isEqualTo(en.fieldNames());
        for (Map.Entry<String, Object> entry : zh) {
            assertThat(placeholders((String) entry.getValue()))
                    .as(entry.getKey())
                    .isEqualTo(placeholders(en.getString(entry.getKey())));
            assertThat(en.getString(entry.getKey())).as(entry.getKey()).isNotBlank();
        }
    }

    @Test
    void every_text_used_by_a_page_exists() throws Exception {
        Set<String> known = dictionary("zh").fieldNames();
        try (Stream<Path> scripts = Files.walk(WEB.resolve("app"))) {
            List<Path> files = scripts.filter(f -> f.toString().endsWith(".js")).toList();
            assertThat(files).isNotEmpty();
            for (Path file : files) {
                assertThat(known).as(file.toString()).containsAll(used(Files.readString(file)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hardware-tools",
                "hardware-plating",
                "plastics-injection",
                "cotton-weaving",
                "building-kiln",
                "building-blocks",
                "food-processing",
                "steel",
                "power",
                "sewage-treatment",
                "waste-water-treatment"
            })
    void the_industries_of_the_demo_have_names(String industry) throws Exception {
        assertThat(dictionary("zh").getString("industry." + industry)).matches("\\p{IsHan}.*");
        assertThat(dictionary("en").getString("industry." + industry)).isNotBlank();
    }

    private static Set<String> used(String script) {
        return all(USED, script);
    }

    private static Set<String> placeholders(String text) {
        return all(PLACEHOLDER, text);
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
