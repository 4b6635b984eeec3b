package io.greenpark.config.setting;

import java.util.List;
import java.util.Map;

/** A YAML document that remembers the line of everything. Scalars are texts: the reader decides what they mean. */
public sealed interface YamlTree {
    /** {@code file:line} of the node. */
    String place();

    /** What the node is, in words for messages. */
    String what();

    /** A plain value. {@code empty} is the null of YAML: a key without a value. */
    record Scalar(String text, boolean empty, String place) implements YamlTree {
        public Scalar(String text, String place) {
            this(text, false, place);
        }

        @Override
        public String what() {
            return empty ? "nothing" : "\"" + text + "\"";
        }
    }

    /** A list. */
    record Items(List<YamlTree> items, String place) implements YamlTree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String what() {
            return "a list";
        }
    }

    /** A mapping; entries in file order, keys unique. */
    record Mapping(Map<String, YamlTree> entries, Map<String, String> keyPlaces, String place) implements YamlTree {
        @Override
        public String what() {
            return "a mapping";
        }

        /** {@code file:line} of a key. */
        public String placeOf(String key) {
            return keyPlaces.getOrDefault(key, place);
        }
    }
}
