package io.greenpark.dashboards.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;

/** What something is like, as the audit log records it: the JSON that the API answers with, field by field. */
final class RecordedState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedState() {}

    /** By way of its text: Jackson would take the lists of Vert.x for beans. */
    static JsonNode of(JsonObject state) {
        try {
            return JSON.readTree(state.encode());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON is none", e);
        }
    }
}
