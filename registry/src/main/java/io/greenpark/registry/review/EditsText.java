package io.greenpark.registry.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Edits as the text that a request keeps of them. */
final class EditsText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EditsText() {}

    static String write(List<Edit> edits) {
        ArrayNode list = JSON.createArrayNode();
        for (Edit edit : edits) {
            ObjectNode one = list.addObject()
                    .put("kind", edit.key().kind().code())
                    .put("id", edit.key().id())
                    .put("verb", EnumCode.of(edit.verb()));
            if (edit.json() != null) {
                one.put("document", edit.json());
            }
            if (!edit.kept().isEmpty()) {
                ArrayNode kept = one.putArray("kept");
                new TreeSet<>(edit.kept()).forEach(kept::add);
            }
        }
        return list.toString();
    }

    static List<Edit> read(String text) {
        List<Edit> edits = new ArrayList<>();
        for (JsonNode one : tree(text)) {
            Set<String> kept = new HashSet<>();
            one.path("kept").forEach(field -> kept.add(field.asText()));
            JsonNode document = one.get("document");
            edits.add(new Edit(
                    new DocumentKey(
                            DocumentKind.ofCode(one.path("kind").asText()).orElseThrow(),
                            one.path("id").asText()),
                    verb(one.path("verb").asText()),
                    document == null ? null : document.asText(),
                    kept));
        }
        return edits;
    }

    private static Verb verb(String code) {
        return Arrays.stream(Verb.values())
                .filter(v -> EnumCode.of(v).equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + text + "\" in place of the edits of a request", e);
        }
    }
}
