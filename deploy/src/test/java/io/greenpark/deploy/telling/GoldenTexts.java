package io.greenpark.deploy.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Every text of the month, one file for each kind of reader and language, in the order in which they came. */
final class GoldenTexts {
    /** Run the test with {@code -Dgolden.write=true} to write the kept files again, and read them. */
    private static final String WRITE = "golden.write";

    private static final Path KEPT = Path.of("src", "test", "resources", "io", "greenpark", "deploy", "telling");

    private static final Map<String, Predicate<Told>> READERS = new TreeMap<>(Map.of(
            "officer.zh.txt", t -> t.to().equals(PlantedEvents.OFFICER) || t.to().equals("10001"),
            "officer.en.txt", t -> t.to().equals(PlantedEvents.OFFICER_DEPUTY),
            "contact.zh.txt", t -> t.to().startsWith("li@") || t.to().startsWith("138"),
            "contact.en.txt", t -> t.to().startsWith("wang@") || t.to().startsWith("139"),
            "contractor.txt",
                    t -> t.to().equals(PlantedEvents.CONTRACTOR) || t.to().equals(PlantedEvents.ENGLISH_CONTRACTOR),
            "groups.txt", t -> !t.to().contains("@") && !t.to().startsWith("1"),
            "park.txt", t -> t.to().startsWith("office@")));

    private GoldenTexts() {}

    static void check(List<Told> told) throws IOException {
        assertThat(told)
                .as("each message has its reader")
                .allMatch(t -> READERS.values().stream().filter(r -> r.test(t)).count() == 1);
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(KEPT);
            for (Map.Entry<String, Predicate<Told>> reader : READERS.entrySet()) {
                Files.writeString(KEPT.resolve(reader.getKey()), text(told, reader.getValue()));
            }
        }
        for (Map.Entry<String, Predicate<Told>> reader : READERS.entrySet()) {
            assertThat(KEPT.resolve(reader.getKey()))
                    .as("what people are told; write it anew with -D" + WRITE + "=true and read it")
                    .hasContent(text(told, reader.getValue()));
        }
    }

    private static String text(List<Told> told, Predicate<Told> reader) {
        StringBuilder text = new StringBuilder();
        told.stream()
                .filter(reader)
                .sorted(Comparator.comparing(Told::at)
                        .thenComparing(Told::channel)
                        .thenComparing(Told::to)
                        .thenComparing(Told::subject)
                        .thenComparing(Told::text))
                .forEach(t -> text.append("=== ")
                        .append(t.at().toString().replace('T', ' '))
                        .append("  ")
                        .append(t.channel())
                        .append(" → ")
                        .append(t.to())
                        .append('\n')
                        .append(t.subject().isEmpty() ? "" : t.subject() + "\n\n")
                        .append(t.text())
                        .append("\n\n"));
        return text.toString();
    }
}
