package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Exceedance;
import io.greenpark.alerts.cases.LimitVerdicts;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.objection.form.Thing;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger of exceedances: closed hours and days whose mean lay outside of the limit in force then, as the rules judged. */
final class ExceedanceAnswers {
    private static final int MAX_DAYS = 400;

    private final Parks parks;
    private final LimitVerdicts verdicts;
    private final ShownObjections objections;
    private final Clock clock;

    ExceedanceAnswers(ConsoleSources sources, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.verdicts = new LimitVerdicts(sources.books());
        this.objections = new ShownObjections(sources.objectionMarks());
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "from", "to", "park", "enterprise", "outlet", "point");
        LocalDate from = question.date("from");
        LocalDate to = question.date("to");
        Dates.requireSpan(from, to, MAX_DAYS, new Bilingual("超标台账", "exceedances"));
        Registry registry = parks.registry();
        Map<String, Point> points = new LinkedHashMap<>();
        new ChosenPoints(parks)
                .matching(question).stream().filter(p -> p.outletId() != null).forEach(p -> points.put(p.id(), p));
        ParkTime time = parks.districtTime();
        List<LedgerRow> rows = verdicts.exceedances(points.keySet(), time.startOf(from), time.startOf(to)).stream()
                .flatMap(e ->
                        Optional.ofNullable(points.get(e.pointId())).map(p -> LedgerRow.of(e, p, registry)).stream())
                .toList();
        MarkedThings marked = objections.means(
                rows.stream().map(row -> row.point().id()).toList(),
                List.of(Step.HOUR, Step.DAY),
                time.startOf(from),
                time.startOf(to.plusDays(1)));
        Listing<LedgerRow> listing = new Listing<>(
                ExceedanceTexts.LEDGER, ExceedanceColumns.all(row -> mark(row, marked)), LedgerRow::id, rows);
        ZoneId zone = time.zone();
        JsonObject about = new JsonObject()
                .put("from", from.toString())
                .put("to", to.toString())
                .put("notice", Json.words(ExceedanceTexts.NOTICE));
        return new TableReply(question, clock, zone)
                .of(
                        listing,
                        Dates.fileName("greenpark-exceedances", from, to),
                        about,
                        row -> json(row, mark(row, marked)));
    }

    private static @Nullable ObjectionMark mark(LedgerRow row, MarkedThings marked) {
        Exceedance e = row.exceedance();
        return marked.of(
                Thing.meanId(row.point().id(), e.step()),
                e.verdict().from(),
                e.verdict().to());
    }

    private JsonObject json(LedgerRow row, @Nullable ObjectionMark objection) {
        Exceedance e = row.exceedance();
        Verdict v = e.verdict();
        return new JsonObject()
                .put("id", row.id())
                .put("point", ChosenPoints.named(row.point()))
                .put("outlet", row.outlet() == null ? null : ChosenPoints.named(row.outlet()))
                .put("enterprise", parks.named(row.point().enterpriseId()))
                .put("averaging", e.step().name())
                .put("from", Json.boundary(v.from(), e.step(), row.zone()))
                .put("to", Json.boundary(v.to(), e.step(), row.zone()))
                .put("mean", Json.decimal(v.figure()))
                .put("limit", Json.decimal(v.limit()))
                .put("bound", e.above() ? "UPPER" : "LOWER")
                .put("unit", v.unit())
                .put("multiple", Json.decimal(e.multiple()))
                .put("completeness", v.coverage().completeness())
                .put("state", row.suspected() ? "SUSPECTED" : "EXCEEDED")
                .put("source", v.source())
                .put("sourceText", row.source() == null ? null : Json.words(row.source()))
                .put("outletCode", row.outlet() == null ? null : row.outlet().code())
                .put("permit", row.outlet() == null ? null : row.outlet().permit())
                .put("confirmed", v.confirmed())
                .put("evidence", v.evidence() ? "EVIDENCE" : "CLUE")
                .put("case", e.caseId())
                .put("objection", ObjectionTexts.mark(objection));
    }
}
