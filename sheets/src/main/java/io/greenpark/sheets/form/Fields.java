package io.greenpark.sheets.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Finds and puts what a column stands for in a document, or in the dated part of one. */
public final class Fields {
    private static final String BOUNDARY = "boundary";

    private Fields() {}

    /** The value of a column; null where there is none. */
    public static @Nullable JsonNode get(ObjectNode part, FormColumn column) {
        if (column.field().equals(DeviceForms.FACTOR)) {
            return factor(part);
        }
        JsonNode at = part;
        for (String name : column.field().split("/")) {
            at = at.get(name);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /** Documents say 1 and 0 in an older way. */
    private static @Nullable JsonNode factor(ObjectNode facts) {
        JsonNode factor = facts.get(DeviceForms.FACTOR);
        JsonNode boundary = facts.get(BOUNDARY);
        return factor != null || boundary == null ? factor : IntNode.valueOf(boundary.asBoolean() ? 1 : 0);
    }

    /** Puts a value of a column into a patch; null takes it away. */
    public static void put(ObjectNode patch, FormColumn column, @Nullable JsonNode value) {
        if (column.field().equals(DeviceForms.FACTOR)) {
            putFactor(patch, value);
            return;
        }
        String[] names = column.field().split("/");
        ObjectNode at = patch;
        for (int i = 0; i < names.length - 1; i++) {
            at = below(at, names[i]);
        }
        at.set(names[names.length - 1], value == null ? NullNode.getInstance() : value);
    }

    private static void putFactor(ObjectNode patch, @Nullable JsonNode value) {
        boolean negative = value != null && value.asInt() < 0;
        patch.set(DeviceForms.FACTOR, negative ? value : NullNode.getInstance());
        if (negative || value == null) {
            patch.putNull(BOUNDARY);
        } else {
            patch.put(BOUNDARY, value.asInt() > 0);
        }
    }

    /** A mapping within one, made where there is none. */
    public static ObjectNode below(ObjectNode node, String name) {
        if (node.get(name) instanceof ObjectNode there) {
            return there;
        }
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        node.set(name, made);
        return made;
    }
}
