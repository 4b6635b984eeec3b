package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.Step;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest value of every point in use, by data time, as it was sent. */
final class NewestAnswers {
    private final ConsoleSources sources;
    private final Parks parks;
    private final ShownObjections objections;
    private final Clock clock;

    NewestAnswers(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.objections = new ShownObjections(sources.objectionMarks());
        this.clock = clock;
    }

    /**
     * A point.
     *
     * @param sample null if it has never sent
     * @param objection to the mean of the hour or day that the sample is in; null where there is none
     */
    private record Newest(
            Point point,
            Bilingual enterprise,
            ZoneId zone,
            @Nullable Sample sample,
            @Nullable ObjectionMark objection) {
        @Nullable
        Long ageSeconds(long nowMs) {
            return sample == null ? null : Long.valueOf(Math.max(0, (nowMs - sample.timeMs()) / 1_000));
        }

        @Nullable
        BigDecimal value() {
            return sample == null ? null : BigDecimal.valueOf(sample.value());
        }

        @Nullable
        String time() {
            return sample == null ? null : Json.time(sample.timeMs(), zone);
        }

        @Nullable
        String flag() {
            return sample == null ? null : String.valueOf(sample.flag().code());
        }
    }

    Reply list(Question question) {
        TableReply.allow(question, ChosenPoints.FILTERS);
        Registry registry = parks.registry();
        List<Point> points = new ChosenPoints(parks).inUse(question, clock.instant());
        Map<String, Sample> samples = sources.books().read(handle -> sources.books()
                .ports(handle)
                .readings()
                .latest(points.stream().map(Point::id).toList()));
        Map<String, ObjectionMark> objected = objected(samples);
        List<Newest> rows = points.stream()
                .map(p -> new Newest(
                        p,
                        Subject.enterprise(p.enterpriseId()).name(registry),
                        parks.zoneOf(p.enterpriseId()),
                        samples.get(p.id()),
                        objected.get(p.id())))
                .toList();
        Listing<Newest> listing = new Listing<>(
                new Bilingual("最新监测值", "Newest values"),
                columns(),
                row -> row.point().id(),
                rows);
        ZoneId zone =
                Subject.district(registry.facts().districtId()).time(registry).zone();
        return new TableReply(question, clock, zone).of(listing, "greenpark-newest", new JsonObject(), this::json);
    }

    private Map<String, ObjectionMark> objected(Map<String, Sample> samples) {
        LongSummaryStatistics times =
                samples.values().stream().mapToLong(Sample::timeMs).summaryStatistics();
        if (samples.isEmpty()) {
            return Map.of();
        }
        MarkedThings marked = objections.meansWithin(
                samples.keySet(),
                Step.DAY,
                Instant.ofEpochMilli(times.getMin()),
                Instant.ofEpochMilli(times.getMax() + 1));
        Map<String, ObjectionMark> objected = new HashMap<>();
        samples.forEach((point, sample) -> {
            Instant at = Instant.ofEpochMilli(sample.timeMs());
            ObjectionMark mark = ShownObjections.mark(marked, point, Step.DAY, at, at.plusMillis(1));
            if (mark != null) {
                objected.put(point, mark);
            }
        });
        return objected;
    }

    private List<Column<Newest>> columns() {
        return List.of(
                Column.text(
                        "point.id",
                        new Bilingual("测点编号", "Point id"),
                        n -> Cell.code(n.point().id())),
                Column.text(
                        "point",
                        new Bilingual("测点", "Point"),
                        n -> Cell.words(n.point().name())),
                Column.text("enterprise", new Bilingual("企业", "Enterprise"), n -> Cell.words(n.enterprise())),
                Column.text(
                        "device",
                        new Bilingual("设备", "Device"),
                        n -> Cell.code(n.point().deviceId())),
                Column.text(
                        "key",
                        new Bilingual("数据键", "Key"),
                        n -> Cell.code(n.point().key())),
                Column.text(
                        "kind",
                        new Bilingual("数值类型", "Kind"),
                        n -> Cell.words(PointTexts.of(n.point().currentFacts().kind()))),
                Column.text("time", new Bilingual("数据时间", "Data time"), n -> Cell.code(n.time())),
                Column.number("value", new Bilingual("数值", "Value"), 3, n -> Cell.number(n.value())),
                Column.text(
                        "unit",
                        new Bilingual("单位", "Unit"),
                        n -> Cell.unit(n.point().currentFacts().unit().symbol())),
                Column.text("flag", new Bilingual("数据标记", "Flag"), n -> Cell.code(n.flag())),
                Column.number("ageSeconds", new Bilingual("距今（秒）", "Age (s)"), 0, n -> {
                    Long age = n.ageSeconds(clock.millis());
                    return age == null ? null : Cell.number(BigDecimal.valueOf(age));
                }),
                Column.number(
                        "ratio",
                        new Bilingual("未乘倍率", "Ratio to be applied"),
                        0,
                        n -> Cell.number(n.point().currentFacts().effectiveRatio())),
                Column.text(
                        "objection",
                        new Bilingual("异议", "Objection"),
                        n -> Cell.words(ObjectionTexts.words(n.objection()))));
    }

    private JsonObject json(Newest n) {
        return new JsonObject()
                .put("point", ChosenPoints.named(n.point()))
                .put("enterprise", parks.named(n.point().enterpriseId()))
                .put("device", n.point().deviceId())
                .put("key", n.point().key())
                .put("unit", n.point().currentFacts().unit().symbol())
                .put("ratio", Json.decimal(n.point().currentFacts().effectiveRatio()))
                .put("kind", n.point().currentFacts().kind().name())
                .put("time", n.time())
                .put("value", Json.decimal(n.value()))
                .put("flag", n.flag())
                .put("objection", ObjectionTexts.mark(n.objection()))
                .put("ageSeconds", n.ageSeconds(clock.millis()));
    }
}
