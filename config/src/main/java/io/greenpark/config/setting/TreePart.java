package io.greenpark.config.setting;

import io.greenpark.config.setting.YamlTree.Mapping;
import io.greenpark.config.setting.YamlTree.Scalar;
import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a YAML tree while it is read: where its keys stand, which of them were asked for, and whether a fault was
 * found. {@link Settings} reads the values.
 */
abstract class TreePart {
    final Mapping mapping;
    final String path;
    final AskedKeys asked;
    final Problems problems;
    final @Nullable TreePart parent;
    private boolean faulty;

    /** @param path the key of the mapping in messages, e.g. {@code devices[steel-meter]}; empty for a whole tree */
    TreePart(Mapping mapping, String path, AskedKeys asked, Problems problems, @Nullable TreePart parent) {
        this.mapping = mapping;
        this.path = path;
        this.asked = asked;
        this.problems = problems;
        this.parent = parent;
    }

    /** What stands at a key, and where the key stands. */
    record Found(YamlTree node, String place) {}

    /** Whether anything is given at {@code key}. */
    public boolean has(String key) {
        return ask(key) != null;
    }

    /** Whether the value of a key is a mapping. */
    public boolean isMapping(String key) {
        return ask(key) instanceof Mapping;
    }

    /** The names in this mapping, for mappings whose keys are data. */
    public List<String> names() {
        return List.copyOf(mapping.entries().keySet());
    }

    /** {@code file:line} of the mapping itself. */
    public String place() {
        return mapping.place();
    }

    /** Where {@code key} is given, {@code file:line} or {@code --set}; empty if it is not. */
    public String place(String key) {
        Found found = find(key);
        return found == null || given(key) == null ? "" : found.place();
    }

    /** The full name of {@code key} in messages. */
    public String fullKey(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Every key that was asked for so far, given or not. */
    public Set<String> asked() {
        return asked.all();
    }

    /** The full name of every plain value that is given. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        addKeys(mapping, "", keys);
        return keys;
    }

    private void addKeys(YamlTree tree, String above, Set<String> keys) {
        tree.children().forEach((name, node) -> {
            addKeys(node, above + name + ".", keys);
            if (node instanceof Scalar scalar && !scalar.empty()) {
                keys.add(fullKey(above + name));
            }
        });
    }

    /** Marks keys as known that are read elsewhere. */
    public void alsoKnown(String... keys) {
        Arrays.asList(keys).forEach(asked::add);
    }

    /** Reports every key that was never asked for, with the nearest known one. Call when all were read. */
    public void reportUnknown() {
        reportOthers(problems);
    }

    /** Reports to {@code problems} every key that was never asked for, and the faults of reads that were given none. */
    public void reportUnknown(Problems problems) {
        this.problems.list().forEach(p -> problems.add(p.place(), p.key(), p.words()));
        reportOthers(problems);
    }

    private void reportOthers(Problems problems) {
        asked.reportOthers(mapping, (place, key, words) -> fault(place, fullKey(key), words, problems));
    }

    /** Reports a fault of a key of the configuration or of a file, whose reader is the operator at a command line. */
    public void fault(String key, String message) {
        fault(key, Bilingual.same(message));
    }

    /** Reports a fault of a key. */
    public void fault(String key, Bilingual words) {
        Found found = find(key);
        fault(found == null ? mapping.place() : found.place(), fullKey(key), words, problems);
    }

    void fault(String place, String fullKey, Bilingual words, Problems problems) {
        problems.add(place, fullKey, words);
        markFaulty();
    }

    void markFaulty() {
        for (TreePart p = this; p != null; p = p.parent) {
            p.faulty = true;
        }
    }

    /** Whether nothing was wrong in this mapping or below, as far as this reader and those below were asked. */
    public boolean sound() {
        return !faulty;
    }

    @Nullable
    YamlTree ask(String key) {
        asked.add(key);
        return given(key);
    }

    @Nullable
    YamlTree given(String key) {
        Found found = find(key);
        return found == null || (found.node() instanceof Scalar scalar && scalar.empty()) ? null : found.node();
    }

    @Nullable
    Found find(String key) {
        return find(mapping, key);
    }

    private static @Nullable Found find(YamlTree tree, String key) {
        YamlTree node = tree.child(key);
        if (node != null) {
            return new Found(node, tree.placeOf(key));
        }
        int dot = key.indexOf('.');
        YamlTree below = dot < 0 ? null : tree.child(key.substring(0, dot));
        return below == null ? null : find(below, key.substring(dot + 1));
    }
}
