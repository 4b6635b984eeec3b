package io.greenpark.dashboards.api;

import io.greenpark.park.deadletter.DeadLetter;
import io.greenpark.park.deadletter.DeadLetters.StoredDeadLetter;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;

/** Refusals in JSON. */
final class DeadLetterJson {
    private DeadLetterJson() {}

    static JsonObject row(StoredDeadLetter row, ZoneId zone) {
        DeadLetter letter = row.letter();
        return new JsonObject()
                .put("id", row.id())
                .put("door", letter.door().code())
                .put("sender", letter.sender())
                .put("senderProved", !letter.stranger())
                .put("device", letter.deviceId())
                .put("key", letter.key())
                .put("reason", letter.reason().code())
                .put("reasonText", Json.name(letter.reason().text()))
                .put("detail", letter.detail().en())
                .put("detailText", Json.words(letter.detail()))
                .put("excerpt", letter.excerpt())
                .put("count", row.count())
                .put("first", Json.time(row.firstMs(), zone))
                .put("last", Json.time(letter.arrivalMs(), zone));
    }

    /** The last one, as it stands with its device. */
    static JsonObject last(StoredDeadLetter row, ZoneId zone) {
        DeadLetter letter = row.letter();
        return new JsonObject()
                .put("at", Json.time(letter.arrivalMs(), zone))
                .put("reason", letter.reason().code())
                .put("reasonText", Json.name(letter.reason().text()))
                .put("detail", letter.detail().en())
                .put("detailText", Json.words(letter.detail()))
                .put("count", row.count());
    }
}
