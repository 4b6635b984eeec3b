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
    private FieldMerge() {}

    /**
     * @param base what the files said before; null if they did not have the document
     * @param files what they say now
     * @param current what is in force
     */
    static Document merge(@Nullable Document base, Document files, Document current) {
        // Nearly every document of a large registry: the files say what they said.
        if (files.equals(base) || files.equals(current)) {
            return current;
        }
        if (current.equals(base)) {
            return files;
        }
        return Document.of(fields(
                base == null ? JsonNodeFactory.instance.objectNode() : base.fields(),
                files.fields(),
                current.fields()));
    }

    /** Names of the fields in which two documents differ. */
    public static SortedSet<String> differences(Document one, Document other) {
        SortedSet<String> names = new TreeSet<>();
        if (!one.equals(other)) {
            differences(one.fields(), other.fields(), "", names);
        }
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

    private static ObjectNode fields(ObjectNode base, ObjectNode files, ObjectNode current) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (String name : names(files, current)) {
            JsonNode value = value(base.get(name), files.get(name), current.get(name));
            if (value != null) {
                merged.set(name, value);
            }
        }
        return merged;
    }

    private static @Nullable JsonNode value(
            @Nullable JsonNode base, @Nullable JsonNode files, @Nullable JsonNode current) {
        if (Objects.equals(files, current) || Objects.equals(files, base)) {
            return current;
        }
        if (Objects.equals(current, base)) {
            return files;
        }
        if (files instanceof ObjectNode f && current instanceof ObjectNode c) {
            ObjectNode b = base instanceof ObjectNode known ? known : JsonNodeFactory.instance.objectNode();
            return fields(b, f, c);
        }
        return current;
    }

    private static SortedSet<String> names(ObjectNode one, ObjectNode other) {
        SortedSet<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
