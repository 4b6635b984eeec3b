package io.greenpark.dashboards.api;

import io.greenpark.alerts.rulebook.RuleBooks.Wanted;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Reads what somebody wants a rule, or what rules rest on, to say. */
final class WantedRule {
    private WantedRule() {}

    /**
     * A change that is asked for, with its reason and the version that was seen.
     *
     * @param id empty for a new one
     * @param fields what it may say; others are refused
     */
    static Wanted of(Question question, String id, List<String> fields) {
        RequestBody asked = new RequestBody(
                question,
                Stream.concat(fields.stream(), Stream.of("based", "reason")).toArray(String[]::new));
        String reason = asked.reason();
        long based = asked.whole("based");
        JsonObject document = new JsonObject();
        fields.forEach(field -> document.put(field, asked.json().getValue(field)));
        return new Wanted(id, document.encode(), based, question.viewer().person(), reason);
    }
}
