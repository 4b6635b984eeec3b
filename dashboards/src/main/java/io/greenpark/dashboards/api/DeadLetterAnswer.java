package io.greenpark.dashboards.api;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.deadletter.RejectReason;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.List;

/** Refused data with their reasons, newest first, page by page. */
final class DeadLetterAnswer implements Api.Answer {
    private final DeadLetters deadLetters;
    private final Parks parks;

    DeadLetterAnswer(DeadLetters deadLetters, Parks parks) {
        this.deadLetters = deadLetters;
        this.parks = parks;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow("device", "reason", "before", "limit");
        int limit = question.integer("limit", 100, 1, 1_000);
        Long before = question.text("before").isEmpty()
                ? null
                : Long.valueOf(question.integer("before", 0, 1, Integer.MAX_VALUE));
        List<DeadLetters.StoredDeadLetter> rows = deadLetters.list(
                question.text("device").orElse(null),
                question.choice("reason", RejectReason.class).orElse(null),
                before,
                limit);
        JsonObject counts = new JsonObject();
        deadLetters.counts().forEach((reason, count) -> counts.put(reason.code(), count));
        JsonObject reasons = new JsonObject();
        for (RejectReason reason : RejectReason.values()) {
            reasons.put(reason.code(), words(reason));
        }
        return new JsonObject()
                .put("counts", counts)
                .put("reasons", reasons)
                .put("rows", Json.array(rows, this::row))
                .put(
                        "next",
                        rows.size() < limit ? null : rows.get(rows.size() - 1).id());
    }

    static JsonObject words(RejectReason reason) {
        return Json.name(reason.text());
    }

    private JsonObject row(DeadLetters.StoredDeadLetter row) {
        DeadLetter deadLetter = row.letter();
        ZoneId zone = parks.zoneOfDevice(deadLetter.deviceId());
        return new JsonObject()
                .put("id", row.id())
                .put("door", deadLetter.door().code())
                .put("sender", deadLetter.sender())
                .put("senderProved", !deadLetter.stranger())
                .put("device", deadLetter.deviceId())
                .put("key", deadLetter.key())
                .put("reason", deadLetter.reason().code())
                .put("reasonText", words(deadLetter.reason()))
                .put("detail", deadLetter.detail().en())
                .put("detailText", Json.words(deadLetter.detail()))
                .put("excerpt", deadLetter.excerpt())
                .put("count", row.count())
                .put("first", Json.time(row.firstMs(), zone))
                .put("last", Json.time(deadLetter.arrivalMs(), zone));
    }
}
