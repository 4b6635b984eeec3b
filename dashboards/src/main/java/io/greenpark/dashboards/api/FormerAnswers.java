package io.greenpark.dashboards.api;

import io.greenpark.accounting.point.FormerValue;
import io.greenpark.accounting.point.FormerValues;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of points that were shown and then replaced: what was said before, since when, and what is said now. */
final class FormerAnswers {
    private static final int MAX_DAYS = 800;

    /** More than a reader looks through; those replaced last are kept. */
    private static final int MOST = 10_000;

    private final Parks parks;
    private final FormerValues values;
    private final ShownObjections objections;
    private final Clock clock;

    FormerAnswers(ConsoleSources sources, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.values = new FormerValues(sources.books(), sources.discharges(), clock);
        this.objections = new ShownObjections(sources.objectionMarks());
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "from", "to", "park", "enterprise", "outlet", "point");
        LocalDate from = question.date("from");
        LocalDate to = question.date("to");
        Dates.requireSpan(from, to, MAX_DAYS, new Bilingual("更正记录", "corrections"));
        List<Point> points = new ChosenPoints(parks).matching(question);
        ParkTime time = parks.districtTime();
        List<FormerValue> found = values.of(points, time.startOf(from), time.startOf(to), parks.registry(), MOST);
        Function<FormerValue, @Nullable ObjectionMark> marks = marks(found, time.startOf(from), time.startOf(to));
        Listing<FormerValue> listing = new Listing<>(FormerTexts.TITLE, columns(marks), this::id, found);
        JsonObject about = new JsonObject().put("from", from.toString()).put("to", to.toString());
        return new TableReply(question, clock, time.zone())
                .of(listing, Dates.fileName("greenpark-corrections", from, to), about, v -> json(v).put(
                                "objection", ObjectionTexts.mark(marks.apply(v))));
    }

    /** Values of energy meters are no means, and nobody objects to a meter's hour. */
    private Function<FormerValue, @Nullable ObjectionMark> marks(List<FormerValue> found, Instant from, Instant to) {
        Set<String> points = found.stream().map(v -> v.point().id()).collect(Collectors.toSet());
        MarkedThings marked = objections.meansWithin(points, Step.DAY, from, to);
        return v -> ShownObjections.mark(marked, v.point().id(), v.step(), v.from(), v.to());
    }

    private String id(FormerValue v) {
        return v.point().id() + "/" + v.step().code() + "@" + boundary(v, v.from()) + "@"
                + v.replacedAt().toEpochMilli();
    }

    private ZoneId zone(FormerValue v) {
        return parks.zoneOf(v.point().enterpriseId());
    }

    private String boundary(FormerValue v, Instant at) {
        return Json.boundary(at, v.step(), zone(v));
    }

    private List<Column<FormerValue>> columns(Function<FormerValue, @Nullable ObjectionMark> marks) {
        return List.of(
                Column.text(
                        "enterprise",
                        new Bilingual("企业", "Enterprise"),
                        v -> Cell.words(
                                Subject.enterprise(v.point().enterpriseId()).name(parks.registry()))),
                Column.text(
                        "point",
                        new Bilingual("测点", "Point"),
                        v -> Cell.words(v.point().name())),
                Column.text(
                        "what",
                        new Bilingual("数值类型", "Kind of value"),
                        v -> Cell.words(FormerTexts.of(v.what(), v.step()))),
                Column.text("from", new Bilingual("开始", "From"), v -> Cell.code(boundary(v, v.from()))),
                Column.text("to", new Bilingual("结束", "To"), v -> Cell.code(boundary(v, v.to()))),
                Column.number("former", new Bilingual("原值", "Former value"), 3, v -> Cell.number(v.value())),
                Column.text(
                        "formerQuality",
                        new Bilingual("原数据质量", "Former quality"),
                        v -> Cell.words(FormerTexts.of(v.quality()))),
                Column.number("value", new Bilingual("现值", "Value now"), 3, v -> Cell.number(v.present())),
                Column.text(
                        "quality",
                        new Bilingual("现数据质量", "Quality now"),
                        v -> Cell.words(v.presentQuality() == null ? null : FormerTexts.of(v.presentQuality()))),
                Column.text(
                        "unit",
                        new Bilingual("单位", "Unit"),
                        v -> Cell.unit(v.unit().symbol())),
                Column.text(
                        "shownSince", new Bilingual("原值记入时间", "Shown since"), v -> Cell.time(v.shownSince(), zone(v))),
                Column.text(
                        "replacedAt", new Bilingual("更正时间", "Replaced at"), v -> Cell.time(v.replacedAt(), zone(v))),
                Column.text(
                        "objection",
                        new Bilingual("异议", "Objection"),
                        v -> Cell.words(ObjectionTexts.words(marks.apply(v)))));
    }

    private JsonObject json(FormerValue v) {
        return new JsonObject()
                .put("id", id(v))
                .put("point", ChosenPoints.named(v.point()))
                .put("enterprise", parks.named(v.point().enterpriseId()))
                .put("what", v.what().name())
                .put("step", v.step().code())
                .put("from", boundary(v, v.from()))
                .put("to", boundary(v, v.to()))
                .put("former", Json.decimal(v.value()))
                .put("formerQuality", v.quality().name())
                .put("value", Json.decimal(v.present()))
                .put(
                        "quality",
                        v.presentQuality() == null ? null : v.presentQuality().name())
                .put("unit", v.unit().symbol())
                .put("shownSince", Json.time(v.shownSince(), zone(v)))
                .put("replacedAt", Json.time(v.replacedAt(), zone(v)));
    }
}
