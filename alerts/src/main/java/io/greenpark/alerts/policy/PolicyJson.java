package io.greenpark.alerts.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.text.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Policies as JSON with sorted keys, so that equal ones are equal texts. */
public final class PolicyJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PolicyJson() {}

    /**
     * The whole of a policy.
     *
     * @param named what it is called in the fault of a text that is no JSON
     */
    public static PolicyNode root(String named, String document) {
        try {
            return new PolicyNode(JSON.readTree(document), "");
        } catch (JsonProcessingException e) {
            throw new PolicyFault(named, "(" + e.getOriginalMessage() + ")", new Bilingual(" JSON", "JSON"));
        }
    }

    /** The same policy with its keys sorted. */
    public static String canonical(String named, String document) {
        return sorted(root(named, document).json()).toString();
    }

    /** What is shipped beside a class. */
    public static String shipped(Class<?> beside, String file) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            object.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> result.set(e.getKey(), sorted(e.getValue())));
            return result;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            array.forEach(e -> result.add(sorted(e)));
            return result;
        }
        return value;
    }
}
