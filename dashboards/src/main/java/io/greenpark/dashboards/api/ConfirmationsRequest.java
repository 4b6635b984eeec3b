package io.greenpark.dashboards.api;

import io.greenpark.acceptance.sheet.Confirmations;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a signer says of checks that fail, {@code checks} of a body: each as it was seen, with words. */
final class ConfirmationsRequest {
    static final int LONGEST_WORDS = 2_000;
    private static final Set<String> FIELDS = Set.of("seen", "words");

    private ConfirmationsRequest() {}

    static Confirmations of(JsonObject body) {
        Object value = body.getValue("checks");
        if (value == null) {
            return Confirmations.NONE;
        }
        if (!(value instanceof JsonArray checks)) {
            throw malformed();
        }
        Map<String, String> words = new HashMap<>();
        for (Object each : checks) {
            if (!(each instanceof JsonObject check)
                    || !FIELDS.containsAll(check.fieldNames())
                    || !(check.getValue("seen") instanceof String seen)
                    || !(check.getValue("words") instanceof String said)) {
                throw malformed();
            }
            // Blank words confirm nothing, so the check is asked about again.
            if (said.length() > LONGEST_WORDS) {
                throw RequestBody.wrong("checks", "中的理由最多 2000 个字符", "has words of at most 2000 characters each");
            }
            if (!said.isBlank()) {
                words.put(seen, said.strip());
            }
        }
        return new Confirmations(words);
    }

    private static Problem malformed() {
        return RequestBody.wrong(
                "checks",
                "须为列表，每项为 {\"seen\": 检查的 seen, \"words\": 理由}",
                "must be a list of {\"seen\": what the check says of itself, \"words\": why it is signed all the same}");
    }
}
