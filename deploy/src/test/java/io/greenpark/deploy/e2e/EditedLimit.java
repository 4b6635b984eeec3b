package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** A limit that one person changed in an emergency: known with what it was before, and flagged, wherever the books go. */
final class EditedLimit {
    private static final String LIMIT = "/api/v1/registry/limit/waste-water-cod";

    private EditedLimit() {}

    static void change(GreenparkProcess greenpark) throws Exception {
        JsonNode result = greenpark.post("/api/v1/registry/changes", """
                {"reason": "a new permit", "emergency": true, "edits": [
                  {"kind": "limit", "id": "waste-water-cod", "verb": "patch", "document": {"upper": "100"}}]}
                """);
        assertThat(result.get("applied").asBoolean()).as(result.toString()).isTrue();
        assertKept(greenpark);
    }

    static void assertKept(GreenparkProcess greenpark) throws Exception {
        assertThat(greenpark.api(LIMIT).at("/document/upper").asText()).isEqualTo("100");
        JsonNode versions = greenpark.api(LIMIT + "/versions").get("versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).get("reason").asText()).isEqualTo("a new permit");
        assertThat(versions.get(1).at("/document/upper").asText()).isEqualTo("125");
        JsonNode reviews =
                greenpark.api("/api/v1/registry/reviews?state=unreviewed").get("reviews");
        assertThat(reviews).hasSize(1);
        assertThat(reviews.get(0).at("/matters/0").asText()).isEqualTo("limit");
    }
}
