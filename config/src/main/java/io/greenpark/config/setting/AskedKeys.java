package io.greenpark.config.setting;

import io.greenpark.config.setting.YamlTree.Scalar;
import io.greenpark.park.text.Bilingual;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keys of a mapping that were asked for so far, whether they are given or not. All others are unknown. */
final class AskedKeys {
    private final Set<String> keys;
    private final boolean closed;
    private final String prefix;

    private AskedKeys(Set<String> keys, boolean closed, String prefix) {
        this.keys = keys;
        this.closed = closed;
        this.prefix = prefix;
    }

    /** Takes the report of one unknown key. */
    interface Report {
        void unknown(String place, String key, Bilingual words);
    }

    /** Of a mapping whose sections are asked for by many readers: an unknown key is one without sections. */
    static AskedKeys open() {
        return new AskedKeys(new LinkedHashSet<>(), false, "");
    }

    /** Of a mapping that one reader asks for every key there may be: an unknown key is told what is allowed. */
    static AskedKeys closed() {
        return new AskedKeys(new LinkedHashSet<>(), true, "");
    }

    /** The same keys, as they are called in the section of a key. */
    AskedKeys section(String key) {
        return new AskedKeys(keys, closed, prefix + key + ".");
    }

    void add(String key) {
        keys.add(prefix + key);
    }

    /** Every key asked for, in the order of asking. */
    Set<String> all() {
        return new LinkedHashSet<>(keys);
    }

    /** Reports every key of a mapping that was not asked for, with the nearest one that was. */
    void reportOthers(YamlTree mapping, Report report) {
        reportOthers(mapping, "", report);
    }

    private void reportOthers(YamlTree tree, String above, Report report) {
        tree.children().forEach((name, node) -> {
            String key = above + name;
            if (keys.contains(prefix + key)) {
                return;
            }
            if (closed || (node instanceof Scalar scalar && !scalar.empty())) {
                report.unknown(tree.placeOf(name), key, unknown(prefix + key));
            } else {
                reportOthers(node, key + ".", report);
            }
        });
    }

    private Bilingual unknown(String key) {
        String near = NearName.of(key, keys);
        if (near != null) {
            return new Bilingual("没有这个字段；是否应为“" + near + "”？", "unknown key; did you mean \"" + near + "\"?");
        }
        return closed
                ? new Bilingual(
                        "没有这个字段；可用的有：" + String.join("、", keys), "unknown key; allowed: " + String.join(", ", keys))
                : new Bilingual("没有这个字段；请删去", "unknown key; remove it");
    }
}
