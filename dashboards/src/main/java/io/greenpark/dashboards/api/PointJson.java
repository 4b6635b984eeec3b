package io.greenpark.dashboards.api;

import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.objection.desk.ObjectionMarks;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.LimitTerms;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points with their current facts and the limits that apply now. */
final class PointJson {
    private final Parks parks;
    private final ShownObjections objections;
    private final Clock clock;

    PointJson(Parks parks, ObjectionMarks marks, Clock clock) {
        this.objections = new ShownObjections(marks);
        this.parks = parks;
        this.clock = clock;
    }

    JsonObject point(Point p) {
        return point(p, limitsOf(List.of(p)));
    }

    /** Which limits that apply to some points now are objected to. */
    MarkedThings limitsOf(Collection<Point> all) {
        return objections.limits(
                all.stream().flatMap(p -> parks.registry().limitsAt(p.id(), clock.instant()).stream()));
    }

    /** @param marked of it and others, so that they are looked up at once */
    JsonObject point(Point p, MarkedThings marked) {
        PointFacts facts = p.currentFacts();
        return new JsonObject()
                .put("id", p.id())
                .put("name", Json.name(p.name()))
                .put("device", p.deviceId())
                .put("key", p.key())
                .put("quantity", p.quantity())
                .put("unit", facts.unit().symbol())
                .put("kind", facts.kind().name())
                .put("accepted", parks.registry().acceptanceOf(p).counts(clock.instant()))
                .put("carrier", facts.carrier() == null ? null : facts.carrier().code())
                .put("boundary", facts.boundary())
                .put("factor", facts.counting().factor())
                .put("direction", facts.counting().direction().name())
                .put("ended", Json.time(p.endedAt(), parks.zoneOf(p.enterpriseId())))
                .put("limits", limits(p, marked));
    }

    JsonArray limits(Point p) {
        return limits(p, limitsOf(List.of(p)));
    }

    JsonArray limits(Point p, MarkedThings marked) {
        return Json.array(parks.registry().limitsAt(p.id(), clock.instant()), limit -> limit(limit)
                .put("objection", ObjectionTexts.mark(marked.of(limit.id()))));
    }

    private static JsonObject limit(Limit l) {
        LimitTerms terms = l.terms();
        return new JsonObject()
                .put("id", l.id())
                .put("averaging", l.averaging().name())
                .put("upper", Json.decimal(l.upper()))
                .put("lower", Json.decimal(l.lower()))
                .put("warnAbove", Json.decimal(warnAbove(l)))
                .put("unit", l.unit().symbol())
                .put("source", l.source())
                .put("sourceText", Json.name(l.sourceText()))
                .put("confirmed", l.confirmed())
                .put("standard", terms.standard())
                .put("clause", terms.clause() == null ? null : Json.name(terms.clause()))
                .put("concentration", name(terms.concentration()))
                .put("referenceOxygenPercent", Json.decimal(terms.referenceOxygenPercent()))
                .put("gas", name(terms.gas()));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static @Nullable BigDecimal warnAbove(Limit l) {
        BigDecimal upper = l.upper();
        BigDecimal fraction = l.warnFraction();
        return upper == null || fraction == null ? null : upper.multiply(fraction);
    }
}
