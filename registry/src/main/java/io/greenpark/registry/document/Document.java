package io.greenpark.registry.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.Durations;
import io.greenpark.config.setting.EnumCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A document of the registry in its canonical form, one line of JSON: mappings with sorted keys, below them texts, whole
 * numbers and truth values, never a list: what is dated or numbered is a mapping by its date or number, so that two documents
 * can be compared and merged field by field. Decimals, times and durations are texts; what is not known is left out.
 *
 * @param json the same for equal documents
 */
public record Document(String json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A document of fields in any order. */
    public static Document of(ObjectNode fields) {
        return new Document(sorted(fields).toString());
    }

    /** The fields, a copy of the caller's own. */
    public ObjectNode fields() {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + json + "\" in place of a registry document", e);
        }
    }

    /** The text of a field; null if it is not there. */
    public @Nullable String text(String field) {
        JsonNode value = fields().get(field);
        return value == null ? null : value.asText();
    }

    /** The same with another text in a field; null to take it away. */
    public Document with(String field, @Nullable String text) {
        ObjectNode changed = fields();
        if (text == null) {
            changed.remove(field);
        } else {
            changed.put(field, text);
        }
        return of(changed);
    }

    private static ObjectNode sorted(ObjectNode node) {
        Map<String, JsonNode> entries = new TreeMap<>();
        node.properties().forEach(e -> {
            JsonNode value = e.getValue();
            entries.put(e.getKey(), value instanceof ObjectNode below ? sorted(below) : value);
        });
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        sorted.setAll(entries);
        return sorted;
    }

    /** Puts fields together; what is null is left out. */
    static final class Builder {
        private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

        Builder text(String field, @Nullable String value) {
            if (value != null) {
                fields.put(field, value);
            }
            return this;
        }

        Builder code(String field, @Nullable Enum<?> constant) {
            return text(field, constant == null ? null : EnumCode.of(constant));
        }

        Builder decimal(String field, @Nullable BigDecimal value) {
            return text(field, value == null ? null : value.toPlainString());
        }

        Builder time(String field, @Nullable Instant value) {
            return text(field, value == null ? null : value.toString());
        }

        Builder length(String field, Duration value) {
            return text(field, Durations.write(value));
        }

        Builder whole(String field, long value) {
            fields.put(field, value);
            return this;
        }

        Builder flag(String field, boolean value) {
            fields.put(field, value);
            return this;
        }

        Builder below(String field, Builder value) {
            if (!value.fields.isEmpty()) {
                fields.set(field, value.fields);
            }
            return this;
        }

        Document build() {
            return Document.of(fields);
        }
    }
}
