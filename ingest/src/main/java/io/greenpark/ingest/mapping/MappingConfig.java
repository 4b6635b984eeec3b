package io.greenpark.ingest.mapping;

import io.greenpark.config.setting.Problems;
import io.greenpark.config.setting.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of one mapping, an entry of the list {@code mappings}.
 *
 * @param topics whose payloads it is for ({@code topics}, required): MQTT topic filters, or paths of CoAP requests
 * @param file where its expression stands ({@code file}, required), beside the configuration
 */
public record MappingConfig(List<String> topics, Path file, JsonMapping mapping) {
    public MappingConfig {
        topics = List.copyOf(topics);
    }

    /**
     * All entries of the list {@code mappings}.
     *
     * @param root the whole of the settings
     * @param configuration the file that they stand in
     */
    public static List<MappingConfig> all(Settings root, Path configuration, Problems problems) {
        List<MappingConfig> all = new ArrayList<>();
        for (Settings entry : root.sections("mappings")) {
            List<String> topics = topics(entry, problems);
            String name = entry.textOrNull("file");
            if (name == null) {
                problems.add(
                        entry.place("file"),
                        entry.fullKey("file"),
                        "is missing; name the file of a JSONata expression, e.g. mappings/plant.jsonata");
                continue;
            }
            Path file = configuration.resolveSibling(name);
            try {
                String expression = Files.readString(file, StandardCharsets.UTF_8);
                all.add(new MappingConfig(topics, file, JsonMapping.of(expression)));
            } catch (JsonMapping.ExpressionException e) {
                problems.add(entry.place("file"), entry.fullKey("file"), "\"" + name + "\": " + e.getMessage());
            } catch (IOException e) {
                problems.add(
                        entry.place("file"),
                        entry.fullKey("file"),
                        "\"" + name + "\" cannot be read: " + e.getMessage() + "; name a text file in UTF-8");
            }
        }
        return all;
    }

    private static List<String> topics(Settings entry, Problems problems) {
        List<String> topics = entry.texts("topics");
        if (topics.isEmpty()) {
            problems.add(
                    entry.place("topics"),
                    entry.fullKey("topics"),
                    "is missing; list topic filters whose payloads are to be mapped, e.g. [\"factory/+/data\"]");
        }
        for (String topic : topics) {
            if (!TopicFilter.isFilter(topic)) {
                problems.add(
                        entry.place("topics"),
                        entry.fullKey("topics"),
                        "\"" + topic + "\" is no topic filter; accepted: levels between slashes, + in place of one,"
                                + " # at the end for any more, e.g. factory/+/data");
            }
        }
        return topics;
    }

    /** The format of what the topics carry. */
    public MappedFormat format() {
        return new MappedFormat(topics, mapping);
    }
}
