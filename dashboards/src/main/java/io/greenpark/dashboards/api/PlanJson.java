package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Park;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.BoardRow;
import io.greenpark.plan.desk.PlanText;
import io.greenpark.plan.desk.Step;
import io.greenpark.plan.light.Lights.Listed;
import io.greenpark.plan.rule.Check;
import io.greenpark.plan.rule.Finding;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanTarget;
import io.greenpark.plan.value.Figure;
import io.greenpark.plan.value.Measured;
import io.greenpark.plan.value.Statement;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Plans and their board as JSON. */
final class PlanJson {
    /** So many digits after the point of what is computed; cut, so that what is short of a target never reads as reached. */
    private static final int DIGITS = 6;

    private final Parks parks;

    PlanJson(Parks parks) {
        this.parks = parks;
    }

    static JsonObject line(Plan plan) {
        return new JsonObject()
                .put("id", plan.id())
                .put("name", Json.words(plan.name()))
                .put("document", Json.words(plan.document()))
                .put("state", EnumCode.of(plan.state()))
                .put("closed", plan.closed())
                .put("baseYear", plan.baseYear())
                .put("firstYear", plan.firstYear())
                .put("lastYear", plan.lastYear())
                .put("targets", plan.targets().size())
                .put("version", plan.version());
    }

    JsonObject whole(Plan plan, Iterable<Step<Plan>> steps) {
        ZoneId zone = parks.districtZone();
        JsonObject json = line(plan).put("plan", new JsonObject(PlanText.write(plan)));
        JsonArray all = new JsonArray();
        steps.forEach(step -> all.add(new JsonObject()
                .put("version", step.what().version())
                .put("who", step.who())
                .put("at", Json.time(step.at(), zone))));
        return json.put("steps", all);
    }

    JsonObject row(BoardRow row) {
        PlanTarget target = row.target();
        Figure newest = row.newest();
        return new JsonObject()
                .put("number", target.number())
                .put("words", Json.words(target.words()))
                .put("area", area(row.area()))
                .put("type", EnumCode.of(target.type()))
                .put("direction", EnumCode.of(target.direction()))
                .put("amount", Json.decimal(target.amount()))
                .put("yearly", Json.decimal(target.yearly()))
                .put("base", Json.decimal(target.base()))
                .put("unit", target.unit() == null ? null : Json.words(target.unit()))
                .put("averaging", EnumCode.of(target.averaging()))
                .put("counting", EnumCode.of(target.counting()))
                .put("due", target.due().code())
                .put("eachPark", target.eachPark())
                .put("source", Json.words(target.source()))
                .put("department", Json.words(target.department()))
                .put("confirmed", target.confirmed())
                .put("closed", target.closed())
                .put("measured", target.measure() != null)
                .put("least", Json.decimal(target.least()))
                .put("most", Json.decimal(target.most()))
                .put("before", row.before() == null ? null : figure(row.before(), row))
                .put("beside", cut(row.beside()))
                .put("asked", figure(row.asked(), row))
                .put("newest", newest == null ? null : figure(newest, row))
                .put("light", EnumCode.of(row.standing().light()))
                .put("why", Json.words(row.standing().why().words()))
                .put("reached", cut(row.standing().reached()))
                .put("expected", cut(row.standing().expected()))
                .put("needed", cut(row.standing().needed()))
                .put("listed", listed(row.listed()));
    }

    /** The same with all that its standing is made of. */
    JsonObject wholeRow(BoardRow row) {
        return row(row).put("figures", Json.array(row.figures(), figure -> figure(figure, row)));
    }

    private static @Nullable JsonObject listed(@Nullable Listed listed) {
        return listed == null
                ? null
                : new JsonObject()
                        .put("listed", listed.listed())
                        .put("unknown", listed.unknown())
                        .put("judged", listed.judged());
    }

    JsonObject area(Area area) {
        Bilingual name = area.park() == null
                ? new Bilingual("全区", "whole district")
                : parks.registry().park(area.park()).map(Park::name).orElse(Bilingual.same(area.code()));
        return Json.named(area.code(), name);
    }

    private JsonObject figure(Figure figure, BoardRow row) {
        return new JsonObject()
                .put("period", figure.period().code())
                .put("origin", figure.origin() == null ? null : EnumCode.of(figure.origin()))
                .put("value", cut(figure.value()))
                .put("progress", figure.progress() == null ? null : EnumCode.of(figure.progress()))
                .put("published", figure.published() == null ? null : statement(figure.published()))
                .put("measured", measured(figure.measured(), row.leastCoveragePercent()))
                .put("typed", figure.typed() == null ? null : statement(figure.typed()));
    }

    JsonObject statement(Statement one) {
        return new JsonObject()
                .put("period", one.period().code())
                .put("area", area(one.area()))
                .put("kind", EnumCode.of(one.kind()))
                .put("value", Json.decimal(one.value()))
                .put("progress", one.progress() == null ? null : EnumCode.of(one.progress()))
                .put("source", one.source())
                .put("words", one.words())
                .put("version", one.version())
                .put("who", one.who())
                .put("at", Json.time(one.at(), parks.districtZone()));
    }

    private static @Nullable JsonObject measured(@Nullable Measured measured, BigDecimal leastPercent) {
        return measured == null
                ? null
                : new JsonObject()
                        .put("value", cut(measured.value()))
                        .put("known", measured.known())
                        .put("all", measured.all())
                        .put("enough", measured.covers(leastPercent))
                        .put("leastPercent", Json.decimal(leastPercent))
                        .put("missing", measured.missing() == null ? null : Json.words(measured.missing()));
    }

    JsonObject finding(Finding finding) {
        Bilingual name = parks.registry()
                .enterprise(finding.enterpriseId())
                .map(Enterprise::name)
                .orElse(Bilingual.same(finding.enterpriseId()));
        JsonObject facts = new JsonObject();
        finding.facts().forEach((fact, value) -> facts.put(fact, cut(value)));
        return new JsonObject()
                .put("enterprise", Json.named(finding.enterpriseId(), name))
                .put("verdict", EnumCode.of(finding.verdict()))
                .put("facts", facts)
                .put("checks", Json.array(finding.checks(), PlanJson::check))
                .put("lacks", Json.array(finding.lacks(), lack -> new JsonObject()
                        .put("year", lack.year())
                        .put("words", Json.words(lack.lack().words()))));
    }

    private static JsonObject check(Check check) {
        return new JsonObject()
                .put("what", EnumCode.of(check.what()))
                .put("year", check.year())
                .put("value", check.value())
                .put("relation", EnumCode.of(check.relation()))
                .put("wanted", check.wanted())
                .put("holds", check.holds())
                .put("either", check.either());
    }

    static @Nullable String cut(@Nullable BigDecimal value) {
        return Json.decimal(
                value == null || value.scale() <= DIGITS ? value : value.setScale(DIGITS, RoundingMode.DOWN));
    }
}
