package io.greenpark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares a catalogue of sentences with its sheet, {@code src/test/resources/messages/CATALOGUE.txt}, which shows every
 * sentence with samples filled in, for translators. Where a sheet differs, the expected one is written to {@code
 * target/messages}.
 */
public final class CatalogueSheet {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final Class<?> catalogue;
    private final Map<String, Bilingual> samples = new LinkedHashMap<>();

    public CatalogueSheet(Class<?> catalogue) {
        this.catalogue = catalogue;
    }

    /** Adds a sample of a sentence; a word after the method's name tells variants apart. */
    public CatalogueSheet with(String name, Bilingual sample) {
        samples.put(name, sample);
        return this;
    }

    /** Both languages quote the same things, no sentence is left out, and the sheet shows them. */
    public void matchesItsSheet() throws IOException {
        assertThat(samples.keySet().stream().map(n -> n.split(" ")[0]).collect(Collectors.toSet()))
                .as("samples of every sentence")
                .isEqualTo(sentences());
        samples.forEach((name, words) -> {
            assertThat(quoted(words.zh()))
                    .as(name + " names the same in both languages")
                    .isEqualTo(quoted(words.en()));
            assertThat(words.zh()).as(name).containsPattern("\\p{IsHan}");
            assertThat(words.en()).as(name).doesNotContainPattern("\\p{IsHan}");
        });
        String sheet = samples.entrySet().stream()
                .map(e -> e.getKey() + "\n  zh  " + e.getValue().zh() + "\n  en  "
                        + e.getValue().en() + "\n")
                .collect(Collectors.joining("\n"));
        Path drafts = Files.createDirectories(Path.of("target/messages"));
        Files.writeString(drafts.resolve(file()), sheet);
        assertThat(sheet).isEqualTo(golden());
    }

    private Set<String> sentences() {
        return Arrays.stream(catalogue.getDeclaredMethods())
                .filter(m -> m.getReturnType() == Bilingual.class && !Modifier.isPrivate(m.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> quoted(String sentence) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = QUOTED.matcher(sentence);
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }

    private String file() {
        return catalogue.getSimpleName() + ".txt";
    }

    private String golden() throws IOException {
        try (var in = CatalogueSheet.class.getResourceAsStream("/messages/" + file())) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
