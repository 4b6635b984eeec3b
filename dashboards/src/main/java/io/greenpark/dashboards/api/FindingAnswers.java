package io.greenpark.dashboards.api;

import io.greenpark.accounting.finding.FindingCursor;
import io.greenpark.accounting.finding.FindingQuery;
import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.finding.KeptFinding;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.dashboards.table.TableFile;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the arithmetic noticed about points, newest first. */
final class FindingAnswers {
    private static final int DEFAULT_DAYS = (int) Findings.LATE.toDays();
    private static final int MAX_DAYS = 3_660;
    static final int PAGE = 200;
    static final int MAX_PAGE = 1_000;

    /** So many of the newest are looked through. */
    static final int MOST = 100_000;

    private final Parks parks;
    private final ChosenPoints chosen;
    private final Findings findings;
    private final Clock clock;

    FindingAnswers(RegistrySource registry, Scope scope, Findings findings, Clock clock) {
        this.parks = new Parks(registry);
        this.chosen = new ChosenPoints(parks, scope);
        this.findings = findings;
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "enterprise", "park", "point", "kind", "operator", "days");
        FindingKind kind = question.choice("kind", FindingKind.class).orElse(null);
        boolean operator = question.flag("operator");
        Set<FindingKind> kinds = EnumSet.allOf(FindingKind.class);
        kinds.removeIf(k -> operator && !k.forOperator());
        Instant since = clock.instant().minus(Duration.ofDays(question.integer("days", DEFAULT_DAYS, 1, MAX_DAYS)));
        FindingQuery all = new FindingQuery(chosen.of(question), kinds, since);
        Set<FindingKind> shown = EnumSet.copyOf(kinds);
        shown.removeIf(k -> kind != null && k != kind);
        FindingQuery query = new FindingQuery(all.points(), shown, since);
        Map<FindingKind, Long> rows = findings.rows(all);
        if (TableReply.needsAll(question)) {
            return found(question, known(findings.page(query, null, MOST)), rows);
        }
        long total = shown.stream().mapToLong(k -> rows.getOrDefault(k, 0L)).sum();
        return newest(question, query, total, rows);
    }

    /** A page of the newest. */
    private Reply newest(Question question, FindingQuery query, long total, Map<FindingKind, Long> rows) {
        int limit = question.integer("limit", PAGE, 1, MAX_PAGE);
        List<KeptFinding> found = findings.page(query, ChosenPoints.after(question), limit + 1);
        List<KeptFinding> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? id(page.get(limit - 1)) : null;
        return json(rows, known(page), total, next);
    }

    private Reply found(Question question, List<KeptFinding> known, Map<FindingKind, Long> rows) {
        TableReply reply = new TableReply(question, clock, parks.districtZone());
        Listing<KeptFinding> found = reply.found(
                new Listing<>(new Bilingual("数据质量核查线索", "Data findings"), columns(), FindingAnswers::id, known));
        TableFile file = question.file();
        if (file != null) {
            return reply.file(found, "greenpark-findings", file);
        }
        Listing.Page<KeptFinding> page = reply.page(found);
        return json(rows, page.rows(), found.rows().size(), page.next());
    }

    private Reply json(Map<FindingKind, Long> rows, List<KeptFinding> page, long count, @Nullable String next) {
        return Reply.ok(new JsonObject()
                .put("kinds", kinds(rows))
                .put("count", count)
                .put("findings", Json.array(page, this::finding))
                .put("more", Math.max(0, count - page.size()))
                .put("next", next));
    }

    private static String id(KeptFinding f) {
        return FindingCursor.of(f).text();
    }

    private List<Column<KeptFinding>> columns() {
        return List.of(
                Column.text(
                        "kind",
                        new Bilingual("类型", "Kind"),
                        f -> Cell.words(f.kind().text())),
                Column.text(
                        "enterprise",
                        new Bilingual("企业", "Enterprise"),
                        f -> Cell.words(
                                Subject.enterprise(point(f).enterpriseId()).name(parks.registry()))),
                Column.text("device", new Bilingual("设备", "Device"), f -> Cell.code(point(f).deviceId())),
                Column.text("point", new Bilingual("测点", "Point"), f -> Cell.words(point(f).name())),
                Column.text("point.id", new Bilingual("测点编号", "Point id"), f -> Cell.code(f.pointId())),
                Column.text("from", new Bilingual("起", "From"), f -> time(f, f.fromMs())),
                Column.text("to", new Bilingual("止", "To"), f -> time(f, f.toMs())),
                Column.number("count", new Bilingual("次数", "Count"), 0, f -> Cell.number(f.count())),
                Column.text(
                        "reason",
                        new Bilingual("说明", "Why"),
                        f -> Cell.words(f.reason().text())),
                Column.text(
                        "advice",
                        new Bilingual("建议", "What to do"),
                        f -> Cell.words(f.kind().advice())),
                Column.text("accepted", new Bilingual("已验收", "Accepted"), f -> Cell.truth(isAccepted(f))));
    }

    private Point point(KeptFinding f) {
        return parks.point(f.pointId());
    }

    private @Nullable Cell time(KeptFinding f, long ms) {
        return Cell.time(Instant.ofEpochMilli(ms), parks.zoneOf(point(f).enterpriseId()));
    }

    /** Those of points that the registry has. */
    private List<KeptFinding> known(List<KeptFinding> page) {
        return page.stream()
                .filter(f -> parks.registry().point(f.pointId()).isPresent())
                .toList();
    }

    private static JsonArray kinds(Map<FindingKind, Long> counts) {
        JsonArray kinds = new JsonArray();
        counts.forEach((kind, n) -> kinds.add(new JsonObject()
                .put("kind", kind.name())
                .put("text", Json.words(kind.text()))
                .put("advice", Json.words(kind.advice()))
                .put("operator", kind.forOperator())
                .put("count", n)));
        return kinds;
    }

    /** Whether all of what was found is of a time in which its device was accepted: else it is held against nobody. */
    private boolean isAccepted(KeptFinding f) {
        return !parks.registry()
                .acceptanceOf(point(f))
                .holds(Instant.ofEpochMilli(f.fromMs()), Instant.ofEpochMilli(f.toMs() + 1));
    }

    private JsonObject finding(KeptFinding f) {
        Point point = parks.point(f.pointId());
        ZoneId zone = parks.zoneOf(point.enterpriseId());
        JsonObject json = new JsonObject()
                .put("kind", f.kind().name())
                .put("point", ChosenPoints.named(point))
                .put("device", point.deviceId())
                .put("enterprise", parks.named(point.enterpriseId()))
                .put("from", Json.time(f.fromMs(), zone))
                .put("to", Json.time(f.toMs(), zone))
                .put("count", f.count())
                .put("accepted", isAccepted(f));
        ReasonJson.put(json, f.reason());
        return json;
    }
}
