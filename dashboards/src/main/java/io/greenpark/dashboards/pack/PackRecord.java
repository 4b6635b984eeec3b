package io.greenpark.dashboards.pack;

import io.greenpark.dashboards.pack.Pack.State;
import io.greenpark.paper.pack.PackSeal;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What stands beside a pack in its folder, so that it is known after a restart, too. */
final class PackRecord {
    private PackRecord() {}

    static JsonObject write(Pack pack) {
        PackOrder order = pack.order();
        PackSeal seal = pack.seal();
        Bilingual fault = pack.fault();
        Instant ended = pack.endedAt();
        JsonObject json = new JsonObject()
                .put("id", pack.id())
                .put("enterprise", order.enterprise())
                .put("from", order.from().toString())
                .put("to", order.to().toString())
                .put("ofOffice", order.ofOffice())
                .put("by", order.by())
                .put("reason", order.reason())
                .put("orderedAt", pack.orderedAt().toString())
                .put("state", pack.state().name())
                .put("parts", pack.parts())
                .put("size", pack.size())
                .put("endedAt", ended == null ? null : ended.toString());
        if (seal != null) {
            json.put("sha256", seal.sha256()).put("files", seal.files()).put("bytes", seal.bytes());
        }
        if (fault != null) {
            json.put("faultZh", fault.zh()).put("faultEn", fault.en());
        }
        return json;
    }

    static Pack read(JsonObject json) {
        String sha256 = json.getString("sha256");
        String fault = json.getString("faultEn");
        int parts = json.getInteger("parts");
        State state = State.valueOf(json.getString("state"));
        return new Pack(
                json.getString("id"),
                new PackOrder(
                        json.getString("enterprise"),
                        LocalDate.parse(json.getString("from")),
                        LocalDate.parse(json.getString("to")),
                        json.getBoolean("ofOffice"),
                        json.getString("by"),
                        json.getString("reason")),
                Instant.parse(json.getString("orderedAt")),
                state,
                state == State.READY ? parts : 0,
                parts,
                null,
                sha256 == null ? null : new PackSeal(sha256, json.getInteger("files"), json.getLong("bytes")),
                json.getLong("size"),
                instant(json.getString("endedAt")),
                fault == null ? null : new Bilingual(json.getString("faultZh"), fault));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
