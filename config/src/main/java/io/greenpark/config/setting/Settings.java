package io.greenpark.config.setting;

import io.greenpark.config.setting.YamlTree.Items;
import io.greenpark.config.setting.YamlTree.Mapping;
import io.greenpark.config.setting.YamlTree.Scalar;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of a YAML mapping: the settings of a configuration, or what the registry says. A key is a name or a
 * path of names and indexes with dots between them ({@code mqtt.port}, {@code brokers.0.url}); a key without a value
 * counts as not given. Every fault becomes a problem and the read returns null or its default, so that one pass finds
 * all faults. A key that is never asked for is a problem too ({@link #reportUnknown()}).
 *
 * <p>Settings are one mapping of which every component reads its {@link #section}; what is unknown can be told when all
 * have read. A closed mapping is read by one reader, and so is each mapping {@link #below} it or in a {@link #list}.
 */
public final class Settings extends TreePart {
    private Settings(Mapping mapping, String path, AskedKeys asked, Problems problems, @Nullable TreePart parent) {
        super(mapping, path, asked, problems, parent);
    }

    /** Settings whose sections are read by many. */
    public static Settings of(Mapping mapping, Problems problems) {
        return new Settings(mapping, "", AskedKeys.open(), problems, null);
    }

    /** Settings from plain strings by their dotted keys, for tests and tools. */
    public static Settings ofTexts(Map<String, String> texts) {
        Mapping mapping = Mapping.empty("");
        for (Map.Entry<String, String> e : texts.entrySet()) {
            mapping = mapping.with(e.getKey(), new Scalar(e.getValue(), ""), "");
        }
        return of(mapping, new Problems());
    }

    /** A mapping whose keys are a closed set. */
    public static Settings closed(Mapping mapping, Problems problems) {
        return new Settings(mapping, "", AskedKeys.closed(), problems, null);
    }

    /** The same settings, where {@code defaults} fill in what is not given; reads count as reads of these. */
    public Settings withDefaults(Map<String, Scalar> defaults) {
        Mapping filled = mapping;
        for (Map.Entry<String, Scalar> e : defaults.entrySet()) {
            if (given(e.getKey()) == null) {
                filled = filled.with(e.getKey(), e.getValue(), e.getValue().place());
            }
        }
        return new Settings(filled, path, asked, problems, parent);
    }

    /** This mapping, and for each of {@code keys} that does not stand in it the one of {@code base}. */
    public Settings withDefaults(Settings base, Collection<String> keys) {
        Mapping filled = mapping;
        for (String key : keys) {
            Found found = base.find(key);
            if (found != null && find(key) == null) {
                filled = filled.with(key, found.node(), found.place());
            }
        }
        return new Settings(filled, path, AskedKeys.closed(), problems, parent);
    }

    /** The part below {@code key}, given or not; its reads count as reads of this. */
    public Settings section(String key) {
        Mapping below = given(key) instanceof Mapping m ? m : Mapping.empty("");
        return new Settings(below, fullKey(key), asked.section(key), problems, this);
    }

    /** The entries of a list of sections, in order; empty if there are none. */
    public List<Settings> sections(String key) {
        List<Settings> sections = new ArrayList<>();
        for (int i = 0; given(key + "." + i) != null; i++) {
            sections.add(section(key + "." + i));
        }
        return sections;
    }

    /** A closed mapping below; null if it is not given. */
    public @Nullable Settings below(String key) {
        YamlTree node = ask(key);
        if (node == null) {
            return null;
        }
        if (node instanceof Mapping m) {
            return new Settings(m, fullKey(key), AskedKeys.closed(), problems, this);
        }
        fault(key, stands(node, "一组字段", "a mapping"));
        return null;
    }

    /** The closed mappings of a list, named by their {@code id} where they have one; empty if the list is not given. */
    public List<Settings> list(String key) {
        YamlTree node = ask(key);
        List<Settings> list = new ArrayList<>();
        if (node instanceof Items items) {
            int index = 0;
            for (YamlTree item : items.items()) {
                addEntry(fullKey(key), index++, item, list);
            }
        } else if (node != null) {
            fault(key, stands(node, "列表", "a list (\"- ...\" lines)"));
        }
        return list;
    }

    private void addEntry(String listKey, int index, YamlTree item, List<Settings> list) {
        if (item instanceof Mapping m) {
            String name = m.entries().get("id") instanceof Scalar id && !id.empty() ? id.text() : "" + index;
            list.add(new Settings(m, listKey + "[" + name + "]", AskedKeys.closed(), problems, this));
        } else {
            String full = listKey + "[" + index + "]";
            fault(item.place(), full, stands(item, "一组字段", "a mapping"), problems);
        }
    }

    /** A text; null if it is not given. */
    public @Nullable String text(String key) {
        return plain(key, problems);
    }

    public String text(String key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    /** A text; null if it is not given or blank. */
    public @Nullable String textOrNull(String key) {
        String text = text(key);
        return text == null || text.isBlank() ? null : text;
    }

    /** The entries of a list of plain values, or the parts of one value between commas; empty if there are none. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; has(key + "." + i); i++) {
            String text = text(key + "." + i);
            if (text != null) {
                texts.add(text);
            }
        }
        if (texts.isEmpty() && !(given(key) instanceof Items)) {
            for (String part : text(key, "").split(",")) {
                if (!part.isBlank()) {
                    texts.add(part.strip());
                }
            }
        }
        return texts;
    }

    /**
     * A secret: written out, or {@code ${ENV_NAME}} from the environment, or {@code file:PATH} (relative to the
     * configuration file; the file's text without trailing line ends). Null if it is not given or found. Problems
     * never show it.
     */
    public @Nullable String secret(String key, Problems problems) {
        String text = plain(key, problems);
        if (text == null || text.isBlank()) {
            return null;
        }
        String secret = Secret.resolve(fullKey(key), new Scalar(text, place(key)), problems);
        if (secret == null) {
            markFaulty();
        }
        return secret;
    }

    public @Nullable String secret(String key) {
        return secret(key, problems);
    }

    /** A value; null if it is not given or not accepted. */
    public <T> @Nullable T value(String key, Accepted<T> accepted) {
        return read(key, accepted, problems);
    }

    /** A value, or {@code otherwise} if it is not given or not accepted. */
    public <T> T value(String key, Accepted<T> accepted, T otherwise) {
        return value(key, accepted, otherwise, problems);
    }

    /** The same with faults that go to {@code problems}. */
    public <T> T value(String key, Accepted<T> accepted, T otherwise, Problems problems) {
        T value = read(key, accepted, problems);
        return value == null ? otherwise : value;
    }

    /** A value that must be there; null if it is not, or not accepted. */
    public <T> @Nullable T required(String key, Accepted<T> accepted) {
        return required(key, value(key, accepted), accepted.said());
    }

    /** Reports a key that must be there and is not; {@code value} is what its reading returned. */
    public <T> @Nullable T required(String key, @Nullable T value, String allowed) {
        return required(key, value, Bilingual.same(allowed));
    }

    /** Reports a key that must be there and is not; {@code value} is what its reading returned. */
    public <T> @Nullable T required(String key, @Nullable T value, Bilingual allowed) {
        if (value == null && !has(key)) {
            fault(
                    mapping.place(),
                    fullKey(key),
                    new Bilingual("未填写；应为：" + allowed.zh(), "is missing; accepted: " + allowed.en()),
                    problems);
        }
        return value;
    }

    /** A text that must be there and not be blank. */
    public @Nullable String requiredText(String key, String words) {
        return requiredText(key, Bilingual.same(words));
    }

    /** A text that must be there and not be blank. */
    public @Nullable String requiredText(String key, Bilingual words) {
        return required(key, new Accepted<String>(words, text -> text.isBlank() ? null : text));
    }

    public boolean flag(String key, boolean otherwise) {
        return flag(key, otherwise, problems);
    }

    public boolean flag(String key, boolean otherwise, Problems problems) {
        return value(key, Accepted.flag(), otherwise, problems);
    }

    public int integer(String key, int otherwise, int min, int max, Problems problems) {
        return value(key, Accepted.integer(min, max), otherwise, problems);
    }

    public BigDecimal decimal(String key, BigDecimal otherwise, BigDecimal min, BigDecimal max, Problems problems) {
        return value(key, Accepted.decimal(min, max), otherwise, problems);
    }

    /** A duration with its unit: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 7d}. */
    public Duration duration(String key, Duration otherwise, Duration min, Duration max, Problems problems) {
        return value(key, Accepted.duration(min, max, otherwise), otherwise, problems);
    }

    /** A size with its unit: {@code 64KB}, {@code 10GB}; a bare number is bytes. */
    public long bytes(String key, long otherwise, long min, long max, Problems problems) {
        return value(key, Accepted.bytes(min, max), otherwise, problems);
    }

    /** One of the constants of an enum by its code, in lower case with dashes. */
    public <E extends Enum<E>> E choice(String key, E otherwise, Class<E> type, Problems problems) {
        return value(key, Accepted.choice(type), otherwise, problems);
    }

    private <T> @Nullable T read(String key, Accepted<T> accepted, Problems problems) {
        String text = plain(key, problems);
        if (text == null) {
            return null;
        }
        T value = accepted.parse(text);
        if (value == null) {
            fault(place(key), fullKey(key), accepted.refusal(text), problems);
        }
        return value;
    }

    private static Bilingual stands(YamlTree node, String zh, String en) {
        Bilingual what = node.what();
        return new Bilingual("此处应为" + zh + "，而不是" + what.zh(), what.en() + " stands where " + en + " is expected");
    }

    private @Nullable String plain(String key, Problems problems) {
        YamlTree node = ask(key);
        if (node == null || node instanceof Scalar) {
            return node == null ? null : ((Scalar) node).text();
        }
        fault(place(key), fullKey(key), stands(node, "单个值", "a plain value"), problems);
        return null;
    }
}
