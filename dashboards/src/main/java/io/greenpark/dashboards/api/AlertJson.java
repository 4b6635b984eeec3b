package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases in JSON. */
final class AlertJson {
    private final Parks parks;

    AlertJson(Parks parks) {
        this.parks = parks;
    }

    /** A case with everything that happened to it. */
    JsonObject alert(Case c) {
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
                .put("severity", c.severity().name())
                .put("suspected", suspected(c))
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

    ZoneId zone(Case c) {
        return c.about().time(parks.registry()).zone();
    }

    /** The same with what it rests on and whom it was told. */
    JsonObject whole(Case c, List<Verdict> evidence, List<NotificationStatus> notices) {
        ZoneId zone = zone(c);
        return alert(c).put("evidence", Json.array(evidence, verdict -> verdict(c, verdict, zone)))
                .put("notices", Json.array(notices, n -> notification(n, zone)));
    }

    private JsonObject verdict(Case c, Verdict v, ZoneId zone) {
        Bilingual source = CaseTerms.source(parks.registry(), c, v.source());
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
                .put("source", v.source())
                .put("sourceText", source == null ? null : Json.name(source));
        CoverageJson.put(json, c.rule().ofFigures() ? v.coverage() : null);
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

    @Nullable
    String outletOf(@Nullable String pointId) {
        return pointId == null
                ? null
                : parks.registry().point(pointId).map(Point::outletId).orElse(null);
    }

    /**
     * Whether what it says of a limit is to be verified, as the limit is not confirmed or the analyser gives a clue only; null where
     * it is about no limit, or about one that the registry has no more.
     */
    @Nullable
    Boolean suspected(Case c) {
        if (!c.rule().ofLimits() || c.pointId() == null) {
            return null;
        }
        Registry registry = parks.registry();
        boolean clue = registry.point(c.pointId())
                .map(Point::outletId)
                .flatMap(registry::outlet)
                .filter(o -> o.standing() == Outlet.Standing.CLUE)
                .isPresent();
        if (clue) {
            return true;
        }
        Limit.Averaging averaging = c.subject().endsWith("/day") ? Limit.Averaging.DAY : Limit.Averaging.HOUR;
        return registry.limitsAt(c.pointId(), c.content().figureFrom()).stream()
                .filter(l -> l.averaging() == averaging)
                .min(Comparator.comparing(l -> !bounds(l, c)))
                .map(l -> !l.confirmed())
                .orElse(null);
    }

    /** Whether it is the limit that a case names, of several that hold side by side. */
    private static boolean bounds(Limit limit, Case c) {
        BigDecimal named = c.limit();
        return named != null
                && Stream.of(limit.upper(), limit.lower())
                        .anyMatch(bound -> bound != null && bound.compareTo(named) == 0);
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
