package io.greenpark.dashboards.api;

import io.greenpark.accounting.intensity.Standings.SubjectStanding;
import io.greenpark.accounting.intensity.TargetProgress;
import io.greenpark.park.energy.TargetTonnes.YearEnd;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.returns.closing.ClosingMarks.Mark;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Standings in JSON. */
final class StandingJson {
    private final Parks parks;

    StandingJson(Parks parks) {
        this.parks = parks;
    }

    /** A row, with what stands open at present. */
    JsonObject of(
            SubjectStanding s,
            ElectricityBasis basis,
            SubjectOverview.Attention attention,
            Map<Subject, Mark> closed,
            ShownObjections.Intensities objected) {
        Registry registry = parks.registry();
        JsonObject json = parks.named(s.subject())
                .put("scope", s.subject().scope().name())
                .put(
                        "otherTarget",
                        OtherBasis.hasTarget(registry, s.subject(), s.row().month(), basis));
        attention.putTo(json, s.subject(), registry);
        if (s.subject().scope() == Subject.Scope.ENTERPRISE) {
            registry.enterprise(s.subject().id()).ifPresent(e -> putEnterprise(json, e, registry));
        }
        return json.mergeIn(objected.putTo(IntensityAnswers.row(s.row()), s.subject(), s.row()))
                .put("progress", progress(s.progress()))
                .put(
                        "closing",
                        ClosingJson.mark(
                                closed.get(s.subject()),
                                s.subject().time(registry).zone()));
    }

    private static void putEnterprise(JsonObject json, Enterprise e, Registry registry) {
        Park park = registry.parkOf(e);
        json.put("park", new JsonObject().put("id", park.id()).put("name", Json.name(park.name())))
                .put("industry", e.industry())
                .put("aboveScale", e.aboveScale())
                .put("polluting", e.polluting());
    }

    /** What a standing comes to. */
    static @Nullable JsonObject progress(@Nullable TargetProgress p) {
        if (p == null) {
            return null;
        }
        JsonObject json = new JsonObject()
                .put("excessTce", Json.decimal(p.excessTce()))
                .put("level", p.level() == null ? null : p.level().name())
                .put("yearEnd", yearEnd(p.yearEnd()));
        ReasonJson.putAll(json, p.reasons(), UnaryOperator.identity());
        return json;
    }

    private static @Nullable JsonObject yearEnd(@Nullable YearEnd end) {
        return end == null
                ? null
                : new JsonObject()
                        .put("tce", Json.decimal(end.tce()))
                        .put("allowedTce", Json.decimal(end.allowedTce()))
                        .put("excessTce", Json.decimal(end.excessTce()));
    }
}
