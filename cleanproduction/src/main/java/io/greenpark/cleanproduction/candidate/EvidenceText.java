package io.greenpark.cleanproduction.candidate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Evidence as the books keep it. */
final class EvidenceText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EvidenceText() {}

    static String write(List<Evidence> all) {
        ArrayNode list = JSON.createArrayNode();
        all.forEach(evidence -> {
            ObjectNode one = list.addObject()
                    .put("kind", evidence.kind().name())
                    .put("from", evidence.from().toString())
                    .put("to", evidence.to().toString())
                    .put("figure", evidence.figure().toPlainString())
                    .put("bound", evidence.bound().toPlainString())
                    .put("unit", evidence.unit());
            if (evidence.quantity() != null) {
                one.put("quantity", evidence.quantity());
            }
            if (evidence.completeness() != null) {
                one.put("completeness", evidence.completeness());
            }
            ArrayNode cases = one.putArray("cases");
            evidence.cases().forEach(cases::add);
        });
        return list.toString();
    }

    static List<Evidence> read(String text) {
        try {
            List<Evidence> all = new ArrayList<>();
            for (JsonNode one : JSON.readTree(text)) {
                List<String> cases = new ArrayList<>();
                one.path("cases").forEach(id -> cases.add(id.asText()));
                all.add(new Evidence(
                        Evidence.Kind.valueOf(one.path("kind").asText()),
                        one.has("quantity") ? one.get("quantity").asText() : null,
                        LocalDate.parse(one.path("from").asText()),
                        LocalDate.parse(one.path("to").asText()),
                        new BigDecimal(one.path("figure").asText()),
                        new BigDecimal(one.path("bound").asText()),
                        one.path("unit").asText(),
                        one.has("completeness") ? one.get("completeness").asDouble() : null,
                        cases));
            }
            return all;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold \"" + text + "\" in place of evidence", e);
        }
    }
}
