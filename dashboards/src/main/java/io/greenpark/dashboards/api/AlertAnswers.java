package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.alerts.cases.Cases;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cases and their acknowledgement. */
final class AlertAnswers {
    private static final int MAX_COMMENT = 2_000;

    private final Parks parks;
    private final Cases cases;

    AlertAnswers(RegistrySource registry, Cases cases) {
        this.parks = new Parks(registry);
        this.cases = cases;
    }

    JsonObject list(Question question) {
        question.allow("enterprise", "park", "scope", "state", "limit");
        CaseFilter filter = about(question)
                .only(question.choice("scope", Subject.Scope.class).orElse(null))
                .in(question.choice("state", Case.State.class).orElse(null));
        int limit = question.integer("limit", 200, 1, 1_000);
        return new JsonObject().put("alerts", Json.array(cases.list(filter, limit), this::alert));
    }

    /** Of an enterprise, or of a park as a whole and the enterprises in it. */
    private CaseFilter about(Question question) {
        Optional<String> enterprise = question.text("enterprise");
        Optional<String> park = question.text("park");
        if (enterprise.isPresent() && park.isPresent()) {
            throw Problem.badRequest("parameters \"enterprise\" and \"park\" stand side by side; give one of them");
        }
        return enterprise
                .map(id -> CaseFilter.of(
                        Set.of(Subject.enterprise(parks.enterprise(id).id()))))
                .or(() -> park.map(id -> CaseFilter.of(parks.within(parks.park(id)))))
                .orElse(CaseFilter.all());
    }

    JsonObject one(Question question) {
        question.allow();
        return whole(find(question.id()));
    }

    JsonObject acknowledge(Question question) {
        question.allow();
        Case found = find(question.id());
        Object comment = question.body().getValue("comment");
        if (!(comment instanceof String text) || text.length() > MAX_COMMENT || text.indexOf('\0') >= 0) {
            throw Problem.badRequest("\"comment\" must be a text of at most " + MAX_COMMENT
                    + " characters; send {\"comment\": \"what was found\"}");
        }
        return whole(cases.acknowledge(found.id(), Objects.requireNonNull(question.caller()), text.strip()));
    }

    private Case find(String id) {
        return cases.find(id)
                .orElseThrow(() -> Problem.notFound("case \"" + id + "\" does not exist; /api/v1/alerts lists them"));
    }

    private JsonObject alert(Case c) {
        ZoneId zone = zone(c);
        return new JsonObject()
                .put("id", c.id())
                .put("rule", c.rule().code())
                .put("scope", c.about().scope().name())
                .put("about", parks.named(c.about()))
                .put("enterprise", c.enterpriseId() == null ? null : parks.named(c.enterpriseId()))
                .put("subject", c.subject())
                .put("point", c.pointId())
                .put("outlet", outletOf(c.pointId()))
                .put("device", c.deviceId())
                .put("trial", c.trial())
                .put("state", c.state().name())
                .put("title", Json.name(c.title()))
                .put("text", Json.name(c.text()))
                .put("figure", Json.decimal(c.figure()))
                .put("limit", Json.decimal(c.limit()))
                .put("unit", c.unit())
                .put("since", Json.time(c.since(), zone))
                .put("raisedAt", Json.time(c.raisedAt(), zone))
                .put("clearedAt", Json.time(c.clearedAt(), zone))
                .put("acknowledgedBy", c.acknowledgedBy())
                .put("steps", Json.array(c.events(), event -> event(event, zone)));
    }

    private ZoneId zone(Case c) {
        return c.about().time(parks.registry()).zone();
    }

    /** A case with what it rests on and whom it was told. */
    private JsonObject whole(Case c) {
        ZoneId zone = zone(c);
        return alert(c).put("evidence", Json.array(cases.evidence(c.id()), verdict -> verdict(verdict, zone)))
                .put("notices", Json.array(cases.notifications(c.id()), n -> notification(n, zone)));
    }

    private static JsonObject verdict(Verdict v, ZoneId zone) {
        JsonObject json = new JsonObject()
                .put("from", Json.time(v.from(), zone))
                .put("to", Json.time(v.to(), zone))
                .put("phase", v.phase().name())
                .put("outcome", v.outcome().name())
                .put("figure", Json.decimal(v.figure()))
                .put("limit", Json.decimal(v.limit()))
                .put("unit", v.unit())
                .put("evidence", v.evidence())
                .put("confirmed", v.confirmed())
                .put("source", v.source());
        CoverageJson.put(json, v.coverage());
        ReasonJson.put(json, v.reason());
        return json;
    }

    private static JsonObject notification(NotificationStatus n, ZoneId zone) {
        return new JsonObject()
                .put("id", n.id())
                .put("step", n.event())
                .put("recipient", n.recipient())
                .put("channel", n.channel())
                .put("state", n.state().name())
                .put("attempts", n.attempts())
                .put("nextAttemptAt", Json.time(n.nextAttemptAt(), zone))
                .put("deliveredAt", Json.time(n.deliveredAt(), zone))
                .put("lastError", n.lastError());
    }

    private @Nullable String outletOf(@Nullable String pointId) {
        return pointId == null
                ? null
                : parks.registry().point(pointId).map(Point::outletId).orElse(null);
    }

    private static JsonObject event(CaseEvent event, ZoneId zone) {
        return new JsonObject()
                .put("number", event.number())
                .put("kind", event.kind().name())
                .put("at", Json.time(event.at(), zone))
                .put("by", event.by())
                .put("comment", event.comment())
                .put("text", event.text() == null ? null : Json.name(event.text()));
    }
}
