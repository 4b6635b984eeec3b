package io.greenpark.dashboards.api;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Point;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.PeriodState;
import io.greenpark.park.time.Step;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A point's readings as sent, or the hourly and daily means of an outlet's point. */
final class SeriesAnswer implements Api.Answer {
    private static final int MAX_SAMPLES = 100_000;
    private static final Duration MAX_SPAN = Duration.ofDays(400);

    private final ConsoleSources sources;
    private final Parks parks;
    private final PointJson points;
    private final ShownObjections objections;
    private final Clock clock;

    SeriesAnswer(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.points = new PointJson(parks, sources.objectionMarks(), clock);
        this.objections = new ShownObjections(sources.objectionMarks());
        this.clock = clock;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow("from", "to", "step");
        Point point = parks.point(question.id());
        ZoneId zone = parks.zoneOf(point.enterpriseId());
        Instant from = question.instant("from", zone);
        Instant to = question.instant("to", zone);
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(MAX_SPAN) > 0) {
            throw Problem.badRequest(new Bilingual(
                    "时段 \"" + from + "\" 至 \"" + to + "\" 不可用；from 须早于 to，最多 " + MAX_SPAN.toDays() + " 天",
                    "the span from \"" + from + "\" to \"" + to + "\" is not allowed; from must lie before to, at most "
                            + MAX_SPAN.toDays() + " days"));
        }
        Step step = question.step(Step.HOUR, Step.DAY).orElse(null);
        return new JsonObject()
                .put("point", point.id())
                .put("unit", point.currentFacts().unit().symbol())
                .put("step", step == null ? null : step.code())
                .put("zone", zone.getId())
                .put("limits", points.limits(point))
                .put("rows", rows(point, from, to, step, zone));
    }

    private JsonArray rows(Point point, Instant from, Instant to, @Nullable Step step, ZoneId zone) {
        if (step == null) {
            return samples(point, from, to, zone);
        }
        if (point.outletId() == null) {
            throw Problem.badRequest(new Bilingual(
                    "测点 \"" + point.id() + "\" 没有粒度 \"" + step.code() + "\" 的值；排放口的测点有小时和日均值，不给 step 则每个点都可查读数",
                    "step \"" + step.code() + "\" is not kept for point \"" + point.id()
                            + "\"; points of outlets have means of hour and day, every point has its readings without a"
                            + " step"));
        }
        MarkedThings marked = objections.meansWithin(List.of(point.id()), step, from, to);
        return Json.array(sources.discharges().rows(point.id(), from, to, step), row -> mean(
                        row, step, zone, clock.instant())
                .put(
                        "objection",
                        ObjectionTexts.mark(ShownObjections.mark(marked, point.id(), step, row.from(), row.to()))));
    }

    private JsonArray samples(Point point, Instant from, Instant to, ZoneId zone) {
        List<Sample> samples = sources.books().read(handle -> sources.books()
                .ports(handle)
                .readings()
                .range(point.id(), from.toEpochMilli(), to.toEpochMilli()));
        if (samples.size() > MAX_SAMPLES) {
            throw Problem.badRequest(new Bilingual(
                    "此时段有 " + samples.size() + " 条读数；一次最多 " + MAX_SAMPLES + " 条，请缩短时段",
                    "the span holds " + samples.size() + " readings; at most " + MAX_SAMPLES
                            + " are given at a time, ask for a shorter one"));
        }
        return Json.array(samples, sample -> sample(sample, zone));
    }

    private static JsonObject sample(Sample s, ZoneId zone) {
        return new JsonObject()
                .put("time", Json.time(s.timeMs(), zone))
                .put("value", Json.decimal(BigDecimal.valueOf(s.value())))
                .put("flag", String.valueOf(s.flag().code()));
    }

    private static JsonObject mean(DischargeRow row, Step step, ZoneId zone, Instant now) {
        return new JsonObject()
                .put("from", Json.boundary(row.from(), step, zone))
                .put("to", Json.boundary(row.to(), step, zone))
                .put("period", PeriodState.of(row.from(), row.to(), now).name())
                .put("mean", Json.decimal(row.mean()))
                .put("validSamples", row.validSamples())
                .put("completeness", row.completeness())
                .put("quality", row.quality().name());
    }
}
