package io.greenpark.config.setting;

import io.greenpark.config.setting.YamlTree.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed view of a tree of settings, laid flat. Keys are dotted ({@code mqtt.port}); the entries of a list are numbered
 * ({@code brokers.0.url}). Every read names its default and its range; a value outside becomes a {@link Problems}
 * entry and the default is returned, so that one pass finds all faults. A key that is never read is a problem too
 * ({@link #reportUnknown}).
 */
public final class Settings {
    private final String prefix;
    private final Map<String, Scalar> values;
    private final Set<String> read;

    private Settings(String prefix, Map<String, Scalar> values, Set<String> read) {
        this.prefix = prefix;
        this.values = values;
        this.read = read;
    }

    /** Settings over flat dotted keys. */
    public static Settings of(Map<String, Scalar> values) {
        return new Settings("", new LinkedHashMap<>(values), new HashSet<>());
    }

    /** Settings from plain strings, for tests and tools. */
    public static Settings ofTexts(Map<String, String> texts) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        texts.forEach((k, v) -> values.put(k, new Scalar(v, "")));
        return of(values);
    }

    /** The same tree, where {@code defaults}, by full key, fill in what is not set; reads count as reads of this tree. */
    public Settings withDefaults(Map<String, Scalar> defaults) {
        Map<String, Scalar> filled = new LinkedHashMap<>(defaults);
        filled.putAll(values);
        return new Settings(prefix, filled, read);
    }

    /** The part of the tree below {@code key}; its reads count as reads of this tree. */
    public Settings section(String key) {
        return new Settings(prefix + key + ".", values, read);
    }

    /** The entries of a list of sections, in order; empty if there are none. */
    public List<Settings> sections(String key) {
        List<Settings> sections = new ArrayList<>();
        for (int i = 0; hasPrefix(prefix + key + "." + i); i++) {
            sections.add(section(key + "." + i));
        }
        return sections;
    }

    /** The entries of a list of plain values, in order; empty if there are none. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; raw(key + "." + i) != null; i++) {
            texts.add(text(key + "." + i, ""));
        }
        if (texts.isEmpty() && raw(key) != null) {
            for (String part : text(key, "").split(",")) {
                if (!part.isBlank()) {
                    texts.add(part.strip());
                }
            }
        }
        return texts;
    }

    private boolean hasPrefix(String full) {
        return values.keySet().stream().anyMatch(k -> k.equals(full) || k.startsWith(full + "."));
    }

    /** Whether anything is set at or below {@code key}. */
    public boolean has(String key) {
        return hasPrefix(prefix + key);
    }

    public String text(String key, String defaultValue) {
        Scalar value = raw(key);
        return value == null ? defaultValue : value.text();
    }

    /** A text without a default; null if it is not set. */
    public @Nullable String textOrNull(String key) {
        Scalar value = raw(key);
        return value == null || value.text().isBlank() ? null : value.text();
    }

    /**
     * A secret: written out, or {@code ${ENV_NAME}} from the environment, or {@code file:PATH} (relative to the
     * configuration file; the file's text without trailing line ends). Null if it is not set. Problems never show it.
     */
    public @Nullable String secret(String key, Problems problems) {
        Scalar value = raw(key);
        return value == null || value.text().isBlank() ? null : Secret.resolve(prefix + key, value, problems);
    }

    public int integer(String key, int defaultValue, int min, int max, Problems problems) {
        return value(key, defaultValue, Accepted.integer(min, max), problems);
    }

    public boolean flag(String key, boolean defaultValue, Problems problems) {
        return value(key, defaultValue, Accepted.flag(), problems);
    }

    /** A duration with its unit: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 7d}. */
    public Duration duration(String key, Duration defaultValue, Duration min, Duration max, Problems problems) {
        return value(key, defaultValue, Accepted.duration(min, max, defaultValue), problems);
    }

    /** A size with its unit: {@code 64KB}, {@code 10GB}; a bare number is bytes. */
    public long bytes(String key, long defaultBytes, long min, long max, Problems problems) {
        return value(key, defaultBytes, Accepted.bytes(min, max), problems);
    }

    /** One of the constants of an enum by its code, in lower case with dashes. */
    public <E extends Enum<E>> E choice(String key, E defaultValue, Class<E> type, Problems problems) {
        return value(key, defaultValue, Accepted.choice(type), problems);
    }

    private <T> T value(String key, T defaultValue, Accepted<T> accepted, Problems problems) {
        Scalar value = raw(key);
        if (value == null) {
            return defaultValue;
        }
        T parsed = accepted.parse(value.text());
        if (parsed == null) {
            problems.add(value.place(), prefix + key, accepted.refusal(value.text()));
            return defaultValue;
        }
        return parsed;
    }

    /** Where {@code key} is set, {@code file:line} or {@code --set}; empty if it is not. */
    public String place(String key) {
        Scalar value = values.get(prefix + key);
        return value == null ? "" : value.place();
    }

    /** The full, dotted form of {@code key} in messages. */
    public String fullKey(String key) {
        return prefix + key;
    }

    /** Every key that was asked for so far, set or not. */
    public Set<String> asked() {
        return Set.copyOf(read);
    }

    /** Every key that is set. */
    public Set<String> keys() {
        return Set.copyOf(values.keySet());
    }

    /** Adds a problem for every key that was never read, with the nearest known one. Call after everything was read. */
    public void reportUnknown(Problems problems) {
        for (Map.Entry<String, Scalar> e : values.entrySet()) {
            if (!read.contains(e.getKey())) {
                problems.add(
                        e.getValue().place(),
                        e.getKey(),
                        "unknown key" + NearName.hint(e.getKey(), read, "; remove it"));
            }
        }
    }

    private @Nullable Scalar raw(String key) {
        read.add(prefix + key);
        return values.get(prefix + key);
    }
}
