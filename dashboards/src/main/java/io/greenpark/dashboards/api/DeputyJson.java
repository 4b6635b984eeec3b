package io.greenpark.dashboards.api;

import io.greenpark.access.deputy.Deputyship;
import io.vertx.core.json.JsonObject;

/** Deputyships in JSON. */
final class DeputyJson {
    private DeputyJson() {}

    static JsonObject of(Deputyship d) {
        return new JsonObject()
                .put("id", d.id())
                .put("account", d.account())
                .put("deputy", d.deputy())
                .put("from", Json.time(d.from(), Json.PLATFORM_ZONE))
                .put("until", Json.time(d.until(), Json.PLATFORM_ZONE))
                .put("word", d.word())
                .put("endedAt", Json.time(d.ended(), Json.PLATFORM_ZONE))
                .put("endedBy", d.endedBy());
    }
}
