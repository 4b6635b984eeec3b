package io.greenpark.sheets.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.sheets.column.Mappings;
import io.greenpark.sheets.form.Fields;
import io.greenpark.sheets.form.FormColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A document as rows want it: a patch of the one there is, as columns that the sheet does not have stay as they are; a whole one where
 * there is none.
 */
final class Draft {
    private static final String NAME = "name";

    private final DocumentKey key;
    private final @Nullable ObjectNode present;
    private final ObjectNode patch = JsonNodeFactory.instance.objectNode();
    private final List<FormRow> rows = new ArrayList<>();
    private boolean faulty;

    Draft(DocumentKey key, @Nullable ObjectNode present) {
        this.key = key;
        this.present = present;
    }

    DocumentKey key() {
        return key;
    }

    boolean isNew() {
        return present == null;
    }

    List<FormRow> rows() {
        return rows;
    }

    boolean faulty() {
        return faulty;
    }

    void markFaulty() {
        faulty = true;
    }

    /** Takes a row in. */
    void add(FormRow row, RowReader.Values values) {
        rows.add(row);
        String dated = row.of().form().dated();
        ObjectNode part = dated == null || row.time() == null ? patch : part(dated, row.time());
        ObjectNode was = dated == null ? present : there(dated, row.time());
        values.values().forEach((column, value) -> {
            if (!column.path().equals(FormColumn.ID) && !column.path().equals(FormColumn.DATED)) {
                boolean below = column.dated();
                put(below ? part : patch, below ? was : present, column, value);
            }
        });
        completeName();
    }

    private @Nullable ObjectNode there(String dated, @Nullable String time) {
        return present != null && present.path(dated).get(time) instanceof ObjectNode was ? was : null;
    }

    /** What begins to hold at a time that was not known is what held until then, but for what the row says. */
    private ObjectNode part(String dated, String time) {
        ObjectNode mapping = Fields.below(patch, dated);
        if (present != null && !mapping.has(time) && there(dated, time) == null) {
            Map<String, JsonNode> earlier = new TreeMap<>();
            present.path(dated).properties().forEach(e -> {
                if (e.getKey().compareTo(time) < 0) {
                    earlier.put(e.getKey(), e.getValue());
                }
            });
            if (!earlier.isEmpty() && dated.equals("facts")) {
                mapping.set(
                        time,
                        new ArrayList<>(earlier.values())
                                .get(earlier.size() - 1)
                                .deepCopy());
            }
        }
        return Fields.below(mapping, time);
    }

    private static void put(ObjectNode to, @Nullable ObjectNode was, FormColumn column, @Nullable JsonNode value) {
        JsonNode before = was == null ? null : Fields.get(was, column);
        JsonNode kept = value != null && before != null && column.type().same(before, value) ? before : value;
        if (column.type() instanceof Mappings && kept instanceof ObjectNode mapping && before != null) {
            before.fieldNames().forEachRemaining(name -> {
                if (!mapping.has(name)) {
                    mapping.putNull(name);
                }
            });
        }
        Fields.put(to, column, kept);
    }

    /** A name in one language is one in both. */
    private void completeName() {
        if (patch.get(NAME) instanceof ObjectNode name && name.path("en").isNull()) {
            JsonNode zh = name.hasNonNull("zh") || present == null ? name.get("zh") : present.at("/name/zh");
            name.set("en", zh);
        }
        if (present == null && patch.get(NAME) instanceof ObjectNode name && !name.has("en")) {
            name.set("en", name.get("zh"));
        }
    }

    /** The edit. */
    Edit edit() {
        ObjectNode whole = merged(present == null ? JsonNodeFactory.instance.objectNode() : present.deepCopy(), patch);
        if (present == null) {
            // What is empty was not given.
            List.copyOf(whole.properties()).forEach(e -> {
                if (e.getValue().isObject() && e.getValue().isEmpty()) {
                    whole.remove(e.getKey());
                }
            });
            return new Edit(key, Verb.PUT, whole.toString());
        }
        whole.properties().forEach(e -> {
            if (e.getValue().isObject() && e.getValue().isEmpty()) {
                patch.putNull(e.getKey());
            }
        });
        return new Edit(key, Verb.PATCH, patch.toString());
    }

    private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(e -> {
            if (e.getValue().isNull()) {
                target.remove(e.getKey());
            } else if (e.getValue() instanceof ObjectNode below) {
                ObjectNode old = target.get(e.getKey()) instanceof ObjectNode there
                        ? there
                        : JsonNodeFactory.instance.objectNode();
                target.set(e.getKey(), merged(old, below));
            } else {
                target.set(e.getKey(), e.getValue());
            }
        });
        return target;
    }

    /** What the patch refers to. */
    String text(String field) {
        return patch.path(field).asText("");
    }
}
