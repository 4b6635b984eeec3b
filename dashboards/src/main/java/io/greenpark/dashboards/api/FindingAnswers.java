package io.greenpark.dashboards.api;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the arithmetic noticed about points, newest first. */
final class FindingAnswers {
    private static final int DEFAULT_DAYS = (int) Findings.LATE.toDays();
    private static final int MAX_DAYS = 3_660;

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
        question.allow("enterprise", "park", "point", "kind", "operator", "days", "limit");
        FindingKind kind = question.choice("kind", FindingKind.class).orElse(null);
        boolean operator = question.flag("operator");
        int limit = question.integer("limit", 200, 1, 1_000);
        List<KeptFinding> rows = new ArrayList<>();
        Map<FindingKind, Integer> counts = new TreeMap<>();
        for (KeptFinding f : kept(question)) {
            if (!operator || f.kind().forOperator()) {
                counts.merge(f.kind(), 1, Integer::sum);
                if (kind == null || kind == f.kind()) {
                    rows.add(f);
                }
            }
        }
        return new JsonObject()
                .put("kinds", kinds(counts))
                .put("findings", Json.array(rows.subList(0, Math.min(limit, rows.size())), this::finding))
                .put("more", Math.max(0, rows.size() - limit));
    }

    private List<KeptFinding> kept(Question question) {
        Instant since = clock.instant().minus(Duration.ofDays(question.integer("days", DEFAULT_DAYS, 1, MAX_DAYS)));
        return chosen.among(
                question,
                points -> points == null ? findings.all(since) : findings.of(points, since),
                KeptFinding::pointId);
    }

    private static JsonArray kinds(Map<FindingKind, Integer> counts) {
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
