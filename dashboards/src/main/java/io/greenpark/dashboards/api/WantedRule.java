package io.greenpark.dashboards.api;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of a rule, or of what rules rest on, as somebody asks for it.
 *
 * @param document all of what it is to say
 * @param based the version that was seen; 0 for what is new
 */
record WantedRule(String document, long based, String reason, boolean emergency) {
    private static final String EMERGENCY = "emergency";

    /** @param fields what it may say; others are refused */
    static WantedRule of(Question question, List<String> fields, String... more) {
        Stream<String> beside = Stream.concat(Stream.of("based", "reason"), Arrays.stream(more));
        RequestBody asked =
                new RequestBody(question, Stream.concat(fields.stream(), beside).toArray(String[]::new));
        JsonObject document = new JsonObject();
        fields.forEach(field -> document.put(field, asked.json().getValue(field)));
        boolean emergency = Arrays.asList(more).contains(EMERGENCY) && asked.flag(EMERGENCY);
        return new WantedRule(document.encode(), asked.whole("based"), asked.reason(), emergency);
    }

    /** One that may be an emergency. */
    static WantedRule orEmergency(Question question, List<String> fields) {
        return of(question, fields, EMERGENCY);
    }
}
