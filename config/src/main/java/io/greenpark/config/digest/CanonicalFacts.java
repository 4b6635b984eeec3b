package io.greenpark.config.digest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts in canonical text, to be recognised again as the same over restarts and upgrades: JSON with sorted keys, decimals
 * as they were given, what is not known left out. Neither names of Java classes nor the order in which facts are put have a
 * part in it.
 */
public final class CanonicalFacts {
    private static final String VERSION = "2:";

    private final TreeMap<String, String> fields = new TreeMap<>();

    /** Whether a digest was made by {@link #digest}, and not in another way before. */
    public static boolean isDigest(String text) {
        return text.startsWith(VERSION);
    }

    /** A text, or anything whose text never changes: a time, a date, a duration, the id of a zone. */
    public CanonicalFacts put(String key, @Nullable Object value) {
        return value == null ? this : putJson(key, quoted(value.toString()));
    }

    /** A constant, by its name. */
    public CanonicalFacts put(String key, @Nullable Enum<?> constant) {
        return put(key, (Object) (constant == null ? null : constant.name()));
    }

    public CanonicalFacts put(String key, @Nullable BigDecimal decimal) {
        return put(key, (Object) (decimal == null ? null : decimal.toPlainString()));
    }

    public CanonicalFacts put(String key, long number) {
        return putJson(key, Long.toString(number));
    }

    public CanonicalFacts put(String key, boolean flag) {
        return putJson(key, Boolean.toString(flag));
    }

    public CanonicalFacts put(String key, CanonicalFacts below) {
        return putJson(key, below.json());
    }

    /** Facts whose order means something. */
    public CanonicalFacts putList(String key, Collection<CanonicalFacts> list) {
        return putJson(key, array(list.stream().map(CanonicalFacts::json).toList()));
    }

    /** Facts whose order means nothing. */
    public CanonicalFacts putSet(String key, Collection<CanonicalFacts> set) {
        return putJson(
                key, array(set.stream().map(CanonicalFacts::json).sorted().toList()));
    }

    /** Texts whose order means nothing. */
    public CanonicalFacts putTexts(String key, Collection<String> texts) {
        return putJson(
                key, array(texts.stream().map(CanonicalFacts::quoted).sorted().toList()));
    }

    private CanonicalFacts putJson(String key, String json) {
        if (fields.put(key, json) != null) {
            throw new IllegalArgumentException("\"" + key + "\" was put before");
        }
        return this;
    }

    /** In one line. */
    public String json() {
        List<String> entries = new ArrayList<>(fields.size());
        for (Map.Entry<String, String> field : fields.entrySet()) {
            entries.add(quoted(field.getKey()) + ":" + field.getValue());
        }
        return "{" + String.join(",", entries) + "}";
    }

    /** Of the JSON, with the version of this way to make it in front. */
    public String digest() {
        return VERSION + Sha256.hex(json());
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
