package io.greenpark.config.setting;

import io.greenpark.park.text.Bilingual;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A YAML document that remembers the line of everything. Scalars are texts: the reader decides what they mean. */
public sealed interface YamlTree {
    /** {@code file:line} of the node. */
    String place();

    /** What the node is, in words for messages. */
    Bilingual what();

    /** The nodes below by name: the keys of a mapping, the indexes of a list from 0; none below a plain value. */
    Map<String, YamlTree> children();

    /** The node below of a name; null if there is none. */
    default @Nullable YamlTree child(String name) {
        return children().get(name);
    }

    /** {@code file:line} where a name below stands. */
    default String placeOf(String name) {
        YamlTree child = child(name);
        return child == null ? place() : child.place();
    }

    /** A plain value. {@code empty} is the null of YAML: a key without a value. */
    record Scalar(String text, boolean empty, String place) implements YamlTree {
        public Scalar(String text, String place) {
            this(text, false, place);
        }

        @Override
        public Bilingual what() {
            return empty ? new Bilingual("空值", "nothing") : new Bilingual("“" + text + "”", "\"" + text + "\"");
        }

        @Override
        public Map<String, YamlTree> children() {
            return Map.of();
        }
    }

    /** A list. */
    record Items(List<YamlTree> items, String place) implements YamlTree {
        private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Bilingual what() {
            return new Bilingual("列表", "a list");
        }

        @Override
        public Map<String, YamlTree> children() {
            Map<String, YamlTree> children = new LinkedHashMap<>();
            items.forEach(item -> children.put("" + children.size(), item));
            return children;
        }

        @Override
        public @Nullable YamlTree child(String name) {
            int i = INDEX.matcher(name).matches() ? Integer.parseInt(name) : items.size();
            return i < items.size() ? items.get(i) : null;
        }
    }

    /** A mapping; entries in file order, keys unique. */
    record Mapping(Map<String, YamlTree> entries, Map<String, String> keyPlaces, String place) implements YamlTree {
        /** A mapping without entries. */
        static Mapping empty(String place) {
            return new Mapping(Map.of(), Map.of(), place);
        }

        @Override
        public Bilingual what() {
            return new Bilingual("一组字段", "a mapping");
        }

        @Override
        public Map<String, YamlTree> children() {
            return entries;
        }

        /** {@code file:line} of a key. */
        @Override
        public String placeOf(String key) {
            return keyPlaces.getOrDefault(key, place);
        }

        /**
         * The same with {@code node} at a path of names, in place of whatever is at or below it.
         *
         * @param path names with dots between them, e.g. {@code brokers.0.url}
         * @param at where the node's key stands
         */
        Mapping with(String path, YamlTree node, String at) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                return withEntry(path, node, at);
            }
            String name = path.substring(0, dot);
            YamlTree child = entries.get(name);
            Mapping below = child == null ? empty(at) : of(child);
            return withEntry(name, below.with(path.substring(dot + 1), node, at), child == null ? at : placeOf(name));
        }

        private Mapping withEntry(String key, YamlTree node, String at) {
            Map<String, YamlTree> more = new LinkedHashMap<>(entries);
            Map<String, String> places = new LinkedHashMap<>(keyPlaces);
            more.put(key, node);
            places.put(key, at);
            return new Mapping(more, places, place);
        }

        /** A list as the mapping of its indexes. */
        private static Mapping of(YamlTree tree) {
            if (tree instanceof Mapping mapping) {
                return mapping;
            }
            Map<String, YamlTree> entries = tree.children();
            Map<String, String> places = new LinkedHashMap<>();
            entries.forEach((name, node) -> places.put(name, node.place()));
            return new Mapping(entries, places, tree.place());
        }
    }
}
