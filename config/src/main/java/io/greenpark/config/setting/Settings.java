package io.greenpark.config.setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Typed view of a tree of settings. Keys are dotted ({@code mqtt.port}); the entries of a list are numbered
 * ({@code brokers.0.url}). Every read names its default and its range; a value outside becomes a {@link Problems}
 * entry and the default is returned, so that one pass finds all faults. A key that nobody reads is a problem too
 * ({@link #reportUnknown}).
 */
public final class Settings {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
    private static final Pattern BYTES = Pattern.compile("(\\d+)\\s*(B|KB|MB|GB|TB)?", Pattern.CASE_INSENSITIVE);

    /**
     * A raw value and where it stands.
     *
     * @param place {@code file:line} or {@code --set}
     */
    public record Value(String text, String place) {}

    private final String prefix;
    private final Map<String, Value> values;
    private final Set<String> read;

    private Settings(String prefix, Map<String, Value> values, Set<String> read) {
        this.prefix = prefix;
        this.values = values;
        this.read = read;
    }

    /** Settings over flat dotted keys. */
    public static Settings of(Map<String, Value> values) {
        return new Settings("", new LinkedHashMap<>(values), new HashSet<>());
    }

    /** Settings from plain strings, for tests and tools. */
    public static Settings ofTexts(Map<String, String> texts) {
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((k, v) -> values.put(k, new Value(v, "")));
        return of(values);
    }

    /** The same tree, where {@code defaults}, by full key, fill in what is not set; reads count as reads of this tree. */
    public Settings withDefaults(Map<String, Value> defaults) {
        Map<String, Value> filled = new LinkedHashMap<>(defaults);
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
        Value value = raw(key);
        return value == null ? defaultValue : value.text();
    }

    /** A text without a default; null if it is not set. */
    public @Nullable String textOrNull(String key) {
        Value value = raw(key);
        return value == null || value.text().isBlank() ? null : value.text();
    }

    /**
     * A secret: written out, or {@code ${ENV_NAME}} from the environment, or {@code file:PATH} (relative to the
     * configuration file; the file's text without trailing line ends). Null if it is not set. Problems never show it.
     */
    public @Nullable String secret(String key, Problems problems) {
        Value value = raw(key);
        return value == null || value.text().isBlank() ? null : Secret.resolve(prefix + key, value, problems);
    }

    public int integer(String key, int defaultValue, int min, int max, Problems problems) {
        return parse(key, defaultValue, problems, min + ".." + max, text -> {
            int n = Integer.parseInt(text.strip());
            return n < min || n > max ? null : n;
        });
    }

    public boolean flag(String key, boolean defaultValue, Problems problems) {
        return parse(key, defaultValue, problems, "true or false", text -> switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        });
    }

    /** A duration with its unit: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 7d}. */
    public Duration duration(String key, Duration defaultValue, Duration min, Duration max, Problems problems) {
        String allowed = write(min) + ".." + write(max) + ", e.g. " + write(defaultValue);
        return parse(key, defaultValue, problems, allowed, text -> {
            Matcher m = DURATION.matcher(text.strip());
            if (!m.matches()) {
                return null;
            }
            long n = Long.parseLong(m.group(1));
            Duration d =
                    switch (m.group(2)) {
                        case "ms" -> Duration.ofMillis(n);
                        case "s" -> Duration.ofSeconds(n);
                        case "m" -> Duration.ofMinutes(n);
                        case "h" -> Duration.ofHours(n);
                        default -> Duration.ofDays(n);
                    };
            return d.compareTo(min) < 0 || d.compareTo(max) > 0 ? null : d;
        });
    }

    /** A size with its unit: {@code 64KB}, {@code 10GB}; a bare number is bytes. */
    public long bytes(String key, long defaultBytes, long min, long max, Problems problems) {
        return parse(key, defaultBytes, problems, min + ".." + max + " bytes, e.g. 64KB", text -> {
            Matcher m = BYTES.matcher(text.strip());
            if (!m.matches()) {
                return null;
            }
            String unit = m.group(2) == null ? "B" : m.group(2).toUpperCase(Locale.ROOT);
            long n = Long.parseLong(m.group(1))
                    << (10 * List.of("B", "KB", "MB", "GB", "TB").indexOf(unit));
            return n < min || n > max ? null : n;
        });
    }

    /** One of the names of an enum, written in lower case with dashes. */
    public <E extends Enum<E>> E choice(String key, E defaultValue, Class<E> type, Problems problems) {
        List<String> names = new ArrayList<>();
        for (E e : type.getEnumConstants()) {
            names.add(code(e));
        }
        return parse(key, defaultValue, problems, "one of " + String.join(", ", names), text -> {
            int i = names.indexOf(text.strip());
            return i < 0 ? null : type.getEnumConstants()[i];
        });
    }

    /** Where the value of {@code key} stands; empty if it is not set. */
    public String place(String key) {
        Value value = values.get(prefix + key);
        return value == null ? "" : value.place();
    }

    /** The full, dotted form of {@code key} in messages. */
    public String fullKey(String key) {
        return prefix + key;
    }

    /** Every key anyone has asked for so far, set or not. */
    public Set<String> asked() {
        return Set.copyOf(read);
    }

    /** Every key that is set. */
    public Set<String> keys() {
        return Set.copyOf(values.keySet());
    }

    /** Adds a problem for every key nobody has read, with the nearest known one. Call after everything was read. */
    public void reportUnknown(Problems problems) {
        for (Map.Entry<String, Value> e : values.entrySet()) {
            if (!read.contains(e.getKey())) {
                problems.add(
                        e.getValue().place(),
                        e.getKey(),
                        "unknown key" + NearName.hint(e.getKey(), read, "; remove it"));
            }
        }
    }

    private <T> T parse(
            String key, T defaultValue, Problems problems, String allowed, Function<String, @Nullable T> parser) {
        Value value = raw(key);
        if (value == null) {
            return defaultValue;
        }
        T parsed;
        try {
            parsed = parser.apply(value.text());
        } catch (NumberFormatException | ArithmeticException e) {
            // An ArithmeticException is a number too large for its unit.
            parsed = null;
        }
        if (parsed == null) {
            problems.add(value.place(), prefix + key, "\"" + value.text() + "\" is not allowed; accepted: " + allowed);
            return defaultValue;
        }
        return parsed;
    }

    private @Nullable Value raw(String key) {
        read.add(prefix + key);
        return values.get(prefix + key);
    }

    private static String code(Enum<?> e) {
        return e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A duration as {@link #duration} reads it. */
    public static String write(Duration d) {
        if (d.toMillisPart() != 0) {
            return d.toMillis() + "ms";
        }
        if (d.toSecondsPart() != 0) {
            return d.toSeconds() + "s";
        }
        if (d.toMinutesPart() != 0) {
            return d.toMinutes() + "m";
        }
        return d.toHoursPart() != 0 || d.isZero() ? d.toHours() + "h" : d.toDays() + "d";
    }
}
