package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.source.DoorStatus;
import io.greenpark.park.time.ParkTime;
import io.greenpark.store.reader.ReaderStatus;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Whether the platform works: readers of the log with their lag, and the doors. Anything that is wrong degrades it, also
 * where messages are taken in and kept all the same. Strangers learn the status only.
 */
final class HealthAnswer implements Api.Answer {
    private final ConsoleSources sources;
    private final Clock clock;

    HealthAnswer(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow();
        List<ReaderStatus> readers = sources.readers().get();
        List<DoorStatus> doors = sources.doors().get();
        boolean ok = readers.stream().allMatch(r -> r.failure() == null)
                && doors.stream().allMatch(DoorStatus::open)
                && sources.operations().notReady().isEmpty()
                && sources.operations().degraded().isEmpty();
        JsonObject health = new JsonObject().put("status", ok ? "ok" : "degraded");
        if (question.caller() != null) {
            health.put("time", Json.time(clock.instant(), ParkTime.SHANGHAI))
                    .put("readers", Json.array(readers, HealthAnswer::reader))
                    .put("doors", Json.array(doors, HealthAnswer::door));
        }
        return health;
    }

    static JsonObject reader(ReaderStatus r) {
        Instant since = r.failingSinceMs() == null ? null : Instant.ofEpochMilli(r.failingSinceMs());
        return new JsonObject()
                .put("name", r.name())
                .put("lag", r.lag())
                .put("failingSince", Json.time(since, ParkTime.SHANGHAI))
                .put("failure", r.failure());
    }

    static JsonObject door(DoorStatus d) {
        return new JsonObject()
                .put("name", d.name())
                .put("address", d.address())
                .put("open", d.open())
                .put("connections", d.connections())
                .put("messages", d.messages())
                .put("readings", d.readings())
                .put("refusals", d.refusals())
                .put("problem", d.problem());
    }
}
