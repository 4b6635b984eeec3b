package io.greenpark.dashboards.api;

import io.greenpark.config.setting.EnumCode;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.desk.BoardRow;
import io.greenpark.plan.desk.PlanFigures.AtOneMoment;
import io.greenpark.plan.desk.Planning;
import io.greenpark.plan.light.Light;
import io.greenpark.plan.rule.Finding;
import io.greenpark.plan.rule.ListRule;
import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.target.PlanTarget;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The board of a plan, and what a cell of it is made of. */
final class BoardAnswers {
    private final Parks parks;
    private final Planning planning;
    private final PlanJson json;
    private final Clock clock;

    BoardAnswers(ConsoleSources sources, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.planning = sources.planning();
        this.json = new PlanJson(parks);
        this.clock = clock;
    }

    Reply board(Question question) {
        TableReply.allow(question, "period", "area", "light");
        Plan plan = PlanAnswers.plan(planning.plans(), question);
        PlanPeriod period = period(question, plan);
        String area = question.text("area").orElse("");
        Set<Light> lights = question.choices("light", Light.class).orElse(Set.of(Light.values()));
        List<BoardRow> all = planning.board().rows(plan, period);
        List<BoardRow> rows = all.stream()
                .filter(r -> area.isEmpty() || r.area().code().equals(area))
                .filter(r -> lights.contains(r.standing().light()))
                .toList();
        Listing<BoardRow> listing = new Listing<>(
                plan.name(),
                BoardColumns.of(json),
                r -> r.target().number() + ":" + r.area().code(),
                rows);
        JsonObject counts = new JsonObject();
        for (Light light : Light.values()) {
            counts.put(
                    EnumCode.of(light),
                    all.stream()
                            .filter(r -> r.area().equals(Area.DISTRICT)
                                    && r.standing().light() == light)
                            .count());
        }
        JsonObject about = PlanJson.line(plan)
                .put("period", period.code())
                .put("today", planning.figures().today().toString())
                .put("lights", counts);
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-plan-" + plan.id() + "-" + period.code(), about, json::row);
    }

    /** The period that is asked for; left out, the newest that has begun. */
    private PlanPeriod period(Question question, Plan plan) {
        PlanPeriod now = PlanPeriod.with(planning.figures().today());
        PlanPeriod usual = now.year() > plan.lastYear()
                ? PlanPeriod.quarter(plan.lastYear(), 4)
                : now.year() < plan.firstYear() ? PlanPeriod.quarter(plan.firstYear(), 1) : now;
        PlanPeriod period = question.text("period")
                .map(text -> PlanRequest.period("period", text))
                .orElse(usual);
        if (!plan.has(period)) {
            throw Parameter.wrong(
                    "period",
                    period.code(),
                    new Bilingual(
                            plan.firstYear() + " 至 " + plan.lastYear() + " 年内的年或季度",
                            "a year or a quarter of " + plan.firstYear() + " to " + plan.lastYear()));
        }
        return period;
    }

    /** A target of it: every figure with who says so, every version, and of a list each enterprise with what was compared. */
    JsonObject target(Question question) {
        question.allow("period");
        Plan plan = PlanAnswers.plan(planning.plans(), question);
        String number = Objects.requireNonNull(question.path().get("target"));
        PlanTarget target = plan.target(number)
                .orElseThrow(() -> Problem.notFound(new Bilingual(
                        "规划 \"" + plan.id() + "\" 没有目标 \"" + number + "\"",
                        "plan \"" + plan.id() + "\" has no target \"" + number + "\"")));
        PlanPeriod period = period(question, plan);
        AtOneMoment now = planning.figures().now();
        ListRule rule = target.rule();
        List<Finding> findings = rule == null ? List.of() : now.findings(rule, Area.DISTRICT, period);
        return new JsonObject()
                .put("plan", PlanJson.line(plan))
                .put("period", period.code())
                .put(
                        "findingsYear",
                        rule == null ? null : rule.sheetYear(rule.yearFor(period.year(), period.quarter() == null)))
                .put("rows", Json.array(planning.board().rows(plan, period, target), json::wholeRow))
                .put("steps", Json.array(planning.plans().statementSteps(plan.id(), number), json::statement))
                .put(
                        "findings",
                        Json.array(
                                findings.stream()
                                        .sorted(Comparator.comparing(BoardAnswers::order))
                                        .toList(),
                                json::finding));
    }

    /** Whom it lists first, then of whom nobody can tell. */
    private static int order(Finding finding) {
        return switch (finding.verdict()) {
            case LISTED -> 0;
            case UNKNOWN -> 1;
            case NOT_LISTED -> 2;
        };
    }
}
