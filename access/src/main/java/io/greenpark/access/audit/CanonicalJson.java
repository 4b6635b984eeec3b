package io.greenpark.access.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON in one line with sorted keys, so that two states can be compared as texts. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The text of a value; null for none. */
    public static @Nullable String of(@Nullable JsonNode value) {
        return value == null ? null : sorted(value).toString();
    }

    private static JsonNode sorted(JsonNode value) {
        if (value instanceof ObjectNode object) {
            Map<String, JsonNode> fields = new TreeMap<>();
            object.properties().forEach(e -> fields.put(e.getKey(), sorted(e.getValue())));
            return JsonNodeFactory.instance.objectNode().setAll(fields);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            array.forEach(e -> elements.add(sorted(e)));
            return elements;
        }
        return value;
    }
}
