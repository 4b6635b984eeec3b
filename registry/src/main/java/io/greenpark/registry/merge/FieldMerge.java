package io.greenpark.registry.merge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.registry.document.Document;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges a document three ways, field by field: what the files changed since they were last read is taken over, unless a
 * person changed the same field to something else in the meantime; then the person wins.
 */
public final class FieldMerge {
    private final SortedSet<String> kept = new TreeSet<>();

    private FieldMerge() {}

    /**
     * What came out.
     *
     * @param kept names of the fields that the files changed and a person's value was kept of, with slashes between levels
     */
    record Result(Document document, SortedSet<String> kept) {}

    /**
     * @param base what the files said before; null if they did not have the document
     * @param files what they say now
     * @param current what is in force
     */
    static Result merge(@Nullable Document base, Document files, Document current) {
        FieldMerge merge = new FieldMerge();
        ObjectNode fields = merge.fields(
                base == null ? JsonNodeFactory.instance.objectNode() : base.fields(),
                files.fields(),
                current.fields(),
                "");
        return new Result(Document.of(fields), merge.kept);
    }

    /** Names of the fields in which two documents differ. */
    public static SortedSet<String> differences(Document one, Document other) {
        SortedSet<String> names = new TreeSet<>();
        differences(one.fields(), other.fields(), "", names);
        return names;
    }

    private static void differences(ObjectNode one, ObjectNode other, String above, SortedSet<String> names) {
        for (String name : names(one, other)) {
            JsonNode a = one.get(name);
            JsonNode b = other.get(name);
            if (a instanceof ObjectNode oneBelow && b instanceof ObjectNode otherBelow) {
                differences(oneBelow, otherBelow, above + name + "/", names);
            } else if (!Objects.equals(a, b)) {
                names.add(above + name);
            }
        }
    }

    private ObjectNode fields(ObjectNode base, ObjectNode files, ObjectNode current, String above) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (String name : names(files, current)) {
            JsonNode value = value(base.get(name), files.get(name), current.get(name), above + name);
            if (value != null) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private @Nullable JsonNode value(
            @Nullable JsonNode base, @Nullable JsonNode files, @Nullable JsonNode current, String name) {
        if (Objects.equals(files, current) || Objects.equals(files, base)) {
            return current;
        }
        if (Objects.equals(current, base)) {
            return files;
        }
        if (files instanceof ObjectNode f && current instanceof ObjectNode c) {
            ObjectNode b = base instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
            return fields(b, f, c, name + "/");
        }
        kept.add(name);
        return current;
    }

    private static SortedSet<String> names(ObjectNode one, ObjectNode other) {
        SortedSet<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
