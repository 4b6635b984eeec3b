package io.greenpark.dashboards.api;

import io.greenpark.config.tls.CertificateStatus;
import io.greenpark.operations.status.Operations;
import io.greenpark.operations.status.Trouble;
import io.greenpark.park.reading.DoorStatus;
import io.greenpark.park.viewer.Role;
import io.greenpark.store.loop.LoopStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the platform works. Anything that is wrong degrades it, even if messages are still taken in and kept; {@link
 * Operations} says what is wrong. Officers and whoever runs the platform also see that, the readers of the log with their lag, the doors, and the
 * certificates; others learn the status only.
 */
final class HealthAnswer implements Api.Answer {
    private final Operations operations;
    private final Clock clock;

    HealthAnswer(Operations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow();
        List<Trouble> wrong = new ArrayList<>(operations.notReady());
        wrong.addAll(operations.degraded());
        JsonObject health = new JsonObject().put("status", wrong.isEmpty() ? "ok" : "degraded");
        if (question.caller() != null) {
            health.put("time", Json.time(clock.instant(), Json.PLATFORM_ZONE));
        }
        if (question.isAny(Role.OFFICER, Role.LEADER, Role.OPERATOR, Role.AUDITOR)) {
            health.put("reasons", Json.array(wrong, t -> HealthProbes.trouble(t, true)))
                    .put("readers", Json.array(operations.readers(), HealthAnswer::reader))
                    .put("doors", Json.array(operations.doors(), HealthAnswer::door))
                    .put("certificates", Json.array(operations.certificates(), HealthAnswer::certificate));
        }
        return health;
    }

    static JsonObject reader(LoopStatus r) {
        Instant since = r.failingSinceMs() == null ? null : Instant.ofEpochMilli(r.failingSinceMs());
        return new JsonObject()
                .put("name", r.name())
                .put("lag", r.lag())
                .put("failingSince", Json.time(since, Json.PLATFORM_ZONE))
                .put("failure", r.failure());
    }

    private static JsonObject certificate(CertificateStatus c) {
        return new JsonObject()
                .put("usedBy", c.usedBy())
                .put("file", c.file().toString())
                .put("names", new JsonArray(c.names()))
                .put("expires", Json.time(c.expires(), Json.PLATFORM_ZONE))
                .put("daysLeft", c.daysLeft())
                .put("state", c.state().code())
                .put("trouble", c.trouble());
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
