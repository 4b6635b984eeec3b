package io.greenpark.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file attached to an enterprise, sent in two parts: listed and read as it was sent, wherever the installation goes. */
final class AttachedPhoto {
    private static final String OWNER = "steel-plant";
    private static final byte[] CONTENT =
            "%PDF-1.4\nthe permit of the plant, as it was handed in\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private AttachedPhoto() {}

    static void add(GreenparkProcess greenpark) throws Exception {
        JsonNode begun =
                greenpark.post("/api/v1/uploads", "{\"name\": \"permit.pdf\", \"bytes\": " + CONTENT.length + "}");
        String upload = begun.get("id").asText();
        int half = CONTENT.length / 2;
        send(greenpark, upload, 0, half);
        send(greenpark, upload, half, CONTENT.length);
        greenpark.post("/api/v1/uploads/" + upload + "/finish", "{}");
        greenpark.post(
                "/api/v1/attachments/" + upload + "/attach", "{\"kind\": \"enterprise\", \"id\": \"" + OWNER + "\"}");
        assertKept(greenpark);
    }

    private static void send(GreenparkProcess greenpark, String upload, int from, int to) throws Exception {
        greenpark.patch("/api/v1/uploads/" + upload + "?offset=" + from, Arrays.copyOfRange(CONTENT, from, to));
    }

    static void assertKept(GreenparkProcess greenpark) throws Exception {
        JsonNode files =
                greenpark.api("/api/v1/attachments?kind=enterprise&id=" + OWNER).get("attachments");
        assertThat(files).hasSize(1);
        assertThat(files.get(0).get("name").asText()).isEqualTo("permit.pdf");
        String id = files.get(0).get("id").asText();
        assertThat(greenpark.bytes("/api/v1/attachments/" + id + "/content")).isEqualTo(CONTENT);
    }
}
