package io.greenpark.dashboards.api;

import io.greenpark.accounting.finding.FindingCursor;
import io.greenpark.accounting.finding.FindingQuery;
import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.finding.KeptFinding;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.RegistrySource;
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

/** What the arithmetic noticed about points, newest first. */
final class FindingAnswers {
    private static final int DEFAULT_DAYS = (int) Findings.LATE.toDays();
    private static final int MAX_DAYS = 3_660;
    static final int PAGE = 200;
    static final int MAX_PAGE = 1_000;

    private final Parks parks;
    private final ChosenPoints chosen;
    private final Findings findings;
    private final Clock clock;

    FindingAnswers(RegistrySource registry, Findings findings, Clock clock) {
        this.parks = new Parks(registry);
        this.chosen = new ChosenPoints(parks);
        this.findings = findings;
        this.clock = clock;
    }

    JsonObject list(Question question) {
        question.allow("enterprise", "park", "point", "kind", "operator", "days", "after", "limit");
        FindingKind kind = question.choice("kind", FindingKind.class).orElse(null);
        boolean operator = question.flag("operator");
        int limit = question.integer("limit", PAGE, 1, MAX_PAGE);
        Set<FindingKind> kinds = EnumSet.allOf(FindingKind.class);
        kinds.removeIf(k -> operator && !k.forOperator());
        Instant since = clock.instant().minus(Duration.ofDays(question.integer("days", DEFAULT_DAYS, 1, MAX_DAYS)));
        FindingQuery all = new FindingQuery(chosen.of(question), kinds, since);
        Set<FindingKind> shown = EnumSet.copyOf(kinds);
        shown.removeIf(k -> kind != null && k != kind);
        List<KeptFinding> found =
                findings.page(new FindingQuery(all.points(), shown, since), ChosenPoints.after(question), limit + 1);
        List<KeptFinding> page = found.subList(0, Math.min(limit, found.size()));
        Map<FindingKind, Long> rows = findings.rows(all);
        long total = shown.stream().mapToLong(k -> rows.getOrDefault(k, 0L)).sum();
        return new JsonObject()
                .put("kinds", kinds(rows))
                .put("findings", Json.array(known(page), this::finding))
                .put("more", Math.max(0, total - page.size()))
                .put(
                        "next",
                        found.size() > limit
                                ? FindingCursor.of(page.get(limit - 1)).text()
                                : null);
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
                .put("count", f.count());
        ReasonJson.put(json, f.reason());
        return json;
    }
}
