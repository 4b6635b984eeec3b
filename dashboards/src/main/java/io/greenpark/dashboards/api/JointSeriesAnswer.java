package io.greenpark.dashboards.api;

import io.greenpark.accounting.discharge.DischargeBooker;
import io.greenpark.accounting.point.PointAccounts;
import io.greenpark.accounting.point.PointPeriod;
import io.greenpark.accounting.point.PointSeries;
import io.greenpark.alerts.cases.LimitVerdicts;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.park.registry.Point;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.store.books.Books;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several points over the same hours, days or months: amounts of meters, means of all others. */
final class JointSeriesAnswer implements Api.Answer {
    private static final int MAX_POINTS = 20;
    private static final Map<Step, Integer> MAX_DAYS = Map.of(Step.HOUR, 400, Step.DAY, 4_000, Step.MONTH, 4_000);
    private static final int MAX_ROWS = 60_000;
    /** Five years of ten points. */
    private static final long MAX_HOURS = 440_000;

    private static final long MAX_READINGS = 300_000;

    private final Parks parks;
    private final PointJson points;
    private final ShownObjections objections;
    private final PointAccounts accounts;
    private final LimitVerdicts verdicts;
    private final Books books;
    private final Clock clock;

    JointSeriesAnswer(ConsoleSources sources, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.points = new PointJson(parks, sources.objectionMarks(), clock);
        this.accounts = new PointAccounts(sources.books(), sources.discharges(), clock);
        this.verdicts = new LimitVerdicts(sources.books());
        this.books = sources.books();
        this.objections = new ShownObjections(sources.objectionMarks());
        this.clock = clock;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow("points", "from", "to", "step", "registers");
        List<Point> asked = points(question);
        ZoneId zone = zone(asked);
        Instant from = question.instant("from", zone);
        Instant to = question.instant("to", zone);
        Step step = question.step(Step.values()).orElse(Step.DAY);
        requireShort(asked, from, to, step);
        ParkTime time = new ParkTime(zone);
        List<PointSeries> series = accounts.series(asked, time, step, from, to);
        Map<String, Map<Instant, Verdict>> judged = judged(asked, step, time.startOf(step, from), to);
        MarkedThings marked =
                objections.meansWithin(asked.stream().map(Point::id).toList(), step, time.startOf(step, from), to);
        MarkedThings limits = points.limitsOf(asked);
        JsonArray rows = Json.array(
                series, s -> series(s, step, zone, judged.getOrDefault(s.point().id(), Map.of()), marked)
                        .put("limits", points.limits(s.point(), limits)));
        if (question.truth("registers").orElse(false) && step != Step.HOUR) {
            putRegisters(rows, series, zone);
        }
        return new JsonObject()
                .put("step", step.code())
                .put("zone", zone.getId())
                .put("series", rows);
    }

    /** Two readings of each period are looked up: not of hours, whose readings are listed. */
    private void putRegisters(JsonArray shown, List<PointSeries> series, ZoneId zone) {
        books.read(handle -> {
            for (int i = 0; i < series.size(); i++) {
                PointSeries s = series.get(i);
                if (RegisterReadings.has(s.point())) {
                    RegisterReadings registers =
                            new RegisterReadings(books.ports(handle).readings()::lastBefore, zone);
                    JsonArray rows = shown.getJsonObject(i).getJsonArray("rows");
                    for (int j = 0; j < rows.size(); j++) {
                        PointPeriod p = s.periods().get(j);
                        rows.getJsonObject(j).put("registers", registers.of(s.point(), p.from(), p.to()));
                    }
                }
            }
            return shown;
        });
    }

    /** Rules judge hours and days of outlets. */
    private Map<String, Map<Instant, Verdict>> judged(List<Point> asked, Step step, Instant from, Instant to) {
        List<String> outlets =
                asked.stream().filter(DischargeBooker::concerns).map(Point::id).toList();
        return step == Step.MONTH || outlets.isEmpty() ? Map.of() : verdicts.of(outlets, step, from, to);
    }

    private List<Point> points(Question question) {
        Set<String> ids = new LinkedHashSet<>(Arrays.asList(question.text("points")
                .orElseThrow(() -> Parameter.missing(
                        "points",
                        new Bilingual(
                                " 1 至 " + MAX_POINTS + " 个测点的编号，以逗号分隔",
                                "1 to " + MAX_POINTS + " ids of points, with commas between")))
                .split(",", -1)));
        if (ids.size() > MAX_POINTS) {
            throw Problem.badRequest(new Bilingual(
                    "参数 \"points\" 列出了 " + ids.size() + " 个测点；一次最多 " + MAX_POINTS + " 个",
                    "parameter \"points\" names " + ids.size() + " points; give at most " + MAX_POINTS + " at a time"));
        }
        return ids.stream().map(parks::point).toList();
    }

    private ZoneId zone(List<Point> asked) {
        List<ZoneId> zones = asked.stream()
                .map(p -> parks.zoneOf(p.enterpriseId()))
                .distinct()
                .toList();
        if (zones.size() > 1) {
            List<String> named = zones.stream().map(ZoneId::getId).toList();
            throw Problem.badRequest(new Bilingual(
                    "这些测点所在园区的时区不同（" + String.join("、", named) + "），日界不一致；请一次只查同一时区的",
                    "the points lie in parks of different zones, " + String.join(" and ", named)
                            + ", whose days are not the same; ask for those of one zone at a time"));
        }
        return zones.get(0);
    }

    private static void requireShort(List<Point> asked, Instant from, Instant to, Step step) {
        Duration span = Duration.between(from, to);
        int days = MAX_DAYS.getOrDefault(step, 400);
        if (!from.isBefore(to) || span.compareTo(Duration.ofDays(days)) > 0) {
            throw Problem.badRequest(new Bilingual(
                    "时段 \"" + from + "\" 至 \"" + to + "\" 不可用；from 须早于 to，粒度为 " + step.code() + " 时最多 " + days + " 天",
                    "the span from \"" + from + "\" to \"" + to
                            + "\" is not allowed; from must lie before to, with step " + step.code() + " at most "
                            + days + " days"));
        }
        long rows = step == Step.HOUR ? span.toHours() * asked.size() : 0;
        if (rows > MAX_ROWS) {
            throw Problem.badRequest(new Bilingual(
                    asked.size() + " 个测点在此时段共 " + rows + " 个小时值；一次最多 " + MAX_ROWS + " 个，请减少点数、缩短时段或改查日值",
                    asked.size() + " points over this span are " + rows + " hours; at most " + MAX_ROWS
                            + " are given at a time, ask for fewer points, a shorter span or days"));
        }
        long hours = step == Step.HOUR
                ? 0
                : span.toHours()
                        * asked.stream()
                                .filter(p -> !PointAccounts.madeOfReadings(p))
                                .count();
        if (hours > MAX_HOURS) {
            throw Problem.badRequest(new Bilingual(
                    "日值和月值由小时值汇总，此次共 " + hours + " 个；一次最多 " + MAX_HOURS + " 个，请减少点数或缩短时段",
                    "days and months are made of hours, of which these are " + hours + "; at most " + MAX_HOURS
                            + " are taken at a time, ask for fewer points or a shorter span"));
        }
        long readings = asked.stream()
                .filter(PointAccounts::madeOfReadings)
                .mapToLong(p -> span.dividedBy(p.currentFacts().expectedInterval()))
                .sum();
        if (readings > MAX_READINGS) {
            throw Problem.badRequest(new Bilingual(
                    "既非计量表又不属于排放口的测点，均值由读数计算，此次约 " + readings + " 条；一次最多 " + MAX_READINGS + " 条，请减少点数或缩短时段",
                    "means of points that are neither meters nor of outlets are made of their readings,"
                            + " of which these are about " + readings + "; at most " + MAX_READINGS
                            + " are taken at a time, ask for fewer points or a shorter span"));
        }
    }

    private JsonObject series(
            PointSeries s, Step step, ZoneId zone, Map<Instant, Verdict> judged, MarkedThings marked) {
        return new JsonObject()
                .put("point", s.point().id())
                .put("name", Json.name(s.point().name()))
                .put("enterprise", s.point().enterpriseId())
                .put("unit", s.unit().symbol())
                .put("kind", s.point().currentFacts().kind().name())
                .put("what", s.what().name())
                .put("expectedPeriods", s.expectedPeriods())
                .put("knownPeriods", s.knownPeriods())
                .put("rows", Json.array(s.periods(), p -> row(p, step, zone, judged.get(p.from()))
                        .put(
                                "objection",
                                ObjectionTexts.mark(
                                        ShownObjections.mark(marked, s.point().id(), step, p.from(), p.to())))));
    }

    private JsonObject row(PointPeriod p, Step step, ZoneId zone, @Nullable Verdict verdict) {
        JsonObject row = new JsonObject()
                .put("from", Json.boundary(p.from(), step, zone))
                .put("to", Json.boundary(p.to(), step, zone))
                .put("value", Json.decimal(p.value()));
        if (p.min() != null && p.max() != null) {
            row.put("min", Json.decimal(p.min())).put("max", Json.decimal(p.max()));
        }
        if (p.validSamples() != null) {
            row.put("validSamples", p.validSamples());
        }
        CoverageJson.put(row, p.coverage());
        return row.put("quality", p.quality().name())
                .put("verdict", verdict == null ? null : OutletState.of(verdict).name())
                .put("running", clock.instant().isBefore(p.to()));
    }
}
