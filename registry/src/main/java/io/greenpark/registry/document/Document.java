package io.greenpark.registry.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
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
 * A document of the registry in its canonical form: mappings with sorted keys, below them texts, whole numbers and truth
 * values, never a list: what is dated or numbered is a mapping by its date or number, so that two documents can be compared
 * and merged field by field. Decimals, times and durations are texts; what is not known is left out.
 */
public record Document(ObjectNode fields) {
    /** Where the document stands among those of its kind, as in the file. */
    public static final String POSITION = "position";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whatever order the fields came in, they are sorted. */
    public Document {
        fields = sorted(fields);
    }

    /** Reads what {@link #json} wrote. */
    public static Document parse(String json) {
        try {
            return new Document((ObjectNode) JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + json + "\" in place of a registry document", e);
        }
    }

    /** One line of JSON, the same for equal documents. */
    public String json() {
        return fields.toString();
    }

    /** The position; null if it has none. */
    public @Nullable Long position() {
        JsonNode position = fields.get(POSITION);
        return position == null ? null : position.asLong();
    }

    /** The same at a position; null for at none. */
    public Document at(@Nullable Long position) {
        ObjectNode moved = fields.deepCopy();
        if (position == null) {
            moved.remove(POSITION);
        } else {
            moved.put(POSITION, (long) position);
        }
        return new Document(moved);
    }

    /** The text of a field; null if it is not there. */
    public @Nullable String text(String field) {
        JsonNode value = fields.get(field);
        return value == null ? null : value.asText();
    }

    private static ObjectNode sorted(ObjectNode node) {
        Map<String, JsonNode> entries = new TreeMap<>();
        node.properties().forEach(e -> {
            JsonNode value = e.getValue();
            // Numbers are long, as those of a parsed text need not be, so that equal documents are equal.
            entries.put(
                    e.getKey(),
                    value instanceof ObjectNode below
                            ? sorted(below)
                            : value.isIntegralNumber() ? LongNode.valueOf(value.asLong()) : value);
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
            return new Document(fields);
        }
    }
}
