package io.greenpark.config.setting;

import io.greenpark.config.setting.YamlTree.Items;
import io.greenpark.config.setting.YamlTree.Mapping;
import io.greenpark.config.setting.YamlTree.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of one mapping whose keys are a closed set. Every fault becomes a problem and the read returns null (or
 * the default), so one pass finds all faults; {@link #sound} tells whether the mapping is without one.
 */
public final class Fields {
    private final Mapping mapping;
    private final String path;
    private final Problems problems;
    private final @Nullable Fields parent;
    private final Set<String> known = new LinkedHashSet<>();
    private boolean faulty;

    /** @param path the key of the mapping in messages, e.g. {@code devices[steel-meter]} */
    public Fields(Mapping mapping, String path, Problems problems) {
        this(mapping, path, problems, null);
    }

    private Fields(Mapping mapping, String path, Problems problems, @Nullable Fields parent) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
        this.parent = parent;
    }

    /** The full name of a key in messages. */
    public String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** {@code file:line} of the mapping itself. */
    public String place() {
        return mapping.place();
    }

    /** Reports a fault of a key. */
    public void fault(String key, String message) {
        fault(mapping.placeOf(key), full(key), message);
    }

    private void fault(String place, String fullKey, String message) {
        problems.add(place, fullKey, message);
        markFaulty(true);
    }

    private void markFaulty(boolean fault) {
        for (Fields f = this; fault && f != null; f = f.parent) {
            f.faulty = true;
        }
    }

    /** Whether a key is there with a value. */
    public boolean has(String key) {
        return node(key) != null;
    }

    /** Whether nothing was wrong in this mapping or below, as far as this reader and those below were asked. */
    public boolean sound() {
        return !faulty;
    }

    /** Marks keys as known that are read elsewhere. */
    public Fields alsoKnown(String... keys) {
        known.addAll(Arrays.asList(keys));
        return this;
    }

    /** Reports every key that was never asked for. Call when all were read. */
    public void reportUnknown() {
        for (String key : mapping.entries().keySet()) {
            if (!known.contains(key)) {
                fault(key, "unknown key" + NearName.hint(key, known, "; allowed: " + String.join(", ", known)));
            }
        }
    }

    /** A plain value; null if it is not given. */
    public @Nullable String text(String key) {
        YamlTree node = node(key);
        if (node == null || node instanceof Scalar) {
            return node == null ? null : ((Scalar) node).text();
        }
        fault(key, node.what() + " stands where a plain value is expected");
        return null;
    }

    /** A secret, found where the value says it is kept ({@link Settings#secret}); null if it is not given or found. */
    public @Nullable String secret(String key) {
        String text = text(key);
        if (text == null || text.isBlank()) {
            return null;
        }
        String secret = Secret.resolve(full(key), new Scalar(text, mapping.placeOf(key)), problems);
        markFaulty(secret == null);
        return secret;
    }

    /** A value; null if it is not given or not accepted. */
    public <T> @Nullable T value(String key, Accepted<T> accepted) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        T parsed = accepted.parse(text);
        if (parsed == null) {
            fault(key, accepted.refusal(text));
        }
        return parsed;
    }

    /** A value, or {@code otherwise} if it is not given or not accepted. */
    public <T> T value(String key, Accepted<T> accepted, T otherwise) {
        T value = value(key, accepted);
        return value == null ? otherwise : value;
    }

    /** A value that must be there; null if it is not, or not accepted. */
    public <T> @Nullable T required(String key, Accepted<T> accepted) {
        return required(key, value(key, accepted), accepted.words());
    }

    /** Reports a key that must be there and is not; {@code value} is what its reading returned. */
    public <T> @Nullable T required(String key, @Nullable T value, String allowed) {
        if (value == null && !has(key)) {
            fault(mapping.place(), full(key), "is missing; accepted: " + allowed);
        }
        return value;
    }

    /** A text that must be there and not be blank. */
    public @Nullable String requiredText(String key, String words) {
        return required(key, Accepted.text(words, text -> !text.isBlank()));
    }

    public boolean flag(String key, boolean otherwise) {
        return value(key, Accepted.flag(), otherwise);
    }

    /** A mapping below; null if it is not given. */
    public @Nullable Fields below(String key) {
        YamlTree node = node(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Mapping m) {
            return new Fields(m, full(key), problems, this);
        }
        fault(key, node.what() + " stands where a mapping is expected");
        return null;
    }

    /** The keys of this mapping, for mappings whose keys are data. */
    public List<String> keys() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** The mappings of a list, named by their {@code id} where they have one; empty if the list is not given. */
    public List<Fields> list(String key) {
        YamlTree node = node(key);
        List<Fields> list = new ArrayList<>();
        if (node instanceof Items items) {
            for (YamlTree item : items.items()) {
                entry(key, list.size(), item, list);
            }
        } else if (node != null) {
            fault(key, node.what() + " stands where a list (\"- ...\" lines) is expected");
        }
        return list;
    }

    private void entry(String key, int index, YamlTree item, List<Fields> list) {
        if (item instanceof Mapping m) {
            String name = m.entries().get("id") instanceof Scalar id && !id.empty() ? id.text() : "" + index;
            list.add(new Fields(m, full(key) + "[" + name + "]", problems, this));
        } else {
            fault(item.place(), full(key) + "[" + index + "]", item.what() + " stands where a mapping is expected");
        }
    }

    /** These fields, and for each of {@code keys} that is not among them the one of {@code base}. */
    public Fields withDefaults(Fields base, Collection<String> keys) {
        Map<String, YamlTree> entries = new LinkedHashMap<>(mapping.entries());
        Map<String, String> places = new LinkedHashMap<>(mapping.keyPlaces());
        for (String key : keys) {
            YamlTree node = base.mapping.entries().get(key);
            if (node != null && !entries.containsKey(key)) {
                entries.put(key, node);
                places.put(key, base.mapping.placeOf(key));
            }
        }
        return new Fields(new Mapping(entries, places, mapping.place()), path, problems, parent);
    }

    /** Whether the value of a key is a mapping. */
    public boolean isMapping(String key) {
        return node(key) instanceof Mapping;
    }

    private @Nullable YamlTree node(String key) {
        known.add(key);
        YamlTree node = mapping.entries().get(key);
        return node instanceof Scalar scalar && scalar.empty() ? null : node;
    }
}
