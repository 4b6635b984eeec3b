package io.greenpark.store.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reasons in text columns: {@code {"code": "NO_VALUE_ADDED", "enterprise": "steel", "month": "2026-01"}}. Rows
 * of earlier versions hold English sentences, which are still read.
 */
public final class ReasonColumn {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CODE = "code";

    private ReasonColumn() {}

    /** What to store for a reason; null for none. */
    public static @Nullable String write(@Nullable Reason reason) {
        return reason == null ? null : node(reason).toString();
    }

    /** The reason in a column; null where it holds none. */
    public static @Nullable Reason read(@Nullable String column) {
        if (column == null) {
            return null;
        }
        return column.startsWith("{") ? reason(tree(column)) : Reason.ofEarlierVersion(column);
    }

    /** What to store for reasons by the figures they belong to. */
    public static String writeAll(Map<String, Reason> reasons) {
        ObjectNode all = JSON.createObjectNode();
        new TreeMap<>(reasons).forEach((figure, reason) -> all.set(figure, node(reason)));
        return all.toString();
    }

    /** Reads what {@link #writeAll} wrote. */
    public static Map<String, Reason> readAll(String column) {
        Map<String, Reason> reasons = new TreeMap<>();
        tree(column).properties().forEach(e -> reasons.put(e.getKey(), reason(e.getValue())));
        return reasons;
    }

    private static ObjectNode node(Reason reason) {
        ObjectNode node = JSON.createObjectNode().put(CODE, reason.cause().name());
        reason.details()
                .forEach((name, value) ->
                        node.set(name, value instanceof Reason nested ? node(nested) : JSON.valueToTree(value)));
        return node;
    }

    private static Reason reason(JsonNode node) {
        Map<String, Object> details = new LinkedHashMap<>();
        node.properties().forEach(e -> {
            if (!e.getKey().equals(CODE)) {
                details.put(e.getKey(), value(e.getValue()));
            }
        });
        return new Reason(Cause.valueOf(node.path(CODE).asText()), details);
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return reason(node);
        }
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(each -> texts.add(each.asText()));
            return List.copyOf(texts);
        }
        return node.isInt() ? (Object) node.asInt() : node.asText();
    }

    private static JsonNode tree(String column) {
        try {
            return JSON.readTree(column);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + column + "\" in place of a reason", e);
        }
    }
}
