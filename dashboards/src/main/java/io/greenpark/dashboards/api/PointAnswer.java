package io.greenpark.dashboards.api;

import io.greenpark.accounting.finding.FindingQuery;
import io.greenpark.accounting.finding.Findings;
import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.park.deadletter.DeadLetters;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Replacement;
import io.greenpark.park.registry.Subject;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One point: what the registry says of it and said before, its newest value, and what there is to look at. */
final class PointAnswer implements Api.Answer {
    private static final int MAX_CASES = 10_000;
    /** So many of a device's newest refusals are looked through for one of the point's key. */
    private static final int REFUSALS = 200;

    private final ConsoleSources sources;
    private final OpenReviews open;
    private final Parks parks;
    private final PointJson points;
    private final Findings findings;
    private final Clock clock;

    PointAnswer(ConsoleSources sources, OpenReviews open, Clock clock) {
        this.open = open;
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.points = new PointJson(parks, sources.objectionMarks(), clock);
        this.findings = new Findings(sources.books());
        this.clock = clock;
    }

    @Override
    public JsonObject to(Question question) {
        question.allow();
        Point point = parks.point(question.id());
        Registry registry = parks.registry();
        ZoneId zone = parks.zoneOf(point.enterpriseId());
        Optional<Device> device = registry.device(point.deviceId());
        return points.point(point)
                .put("enterprise", parks.named(point.enterpriseId()))
                .put("outlet", outlet(point, registry))
                .put("deviceName", device.map(d -> Json.name(d.name())).orElse(null))
                .put("gateway", device.map(Device::gatewayId).orElse(null))
                .put("zone", zone.getId())
                .put("review", open.around(question.viewer(), new DocumentKey(DocumentKind.POINT, point.id())))
                .put("facts", Json.array(point.facts(), f -> facts(f, zone)))
                .put("replacements", Json.array(point.replacements(), r -> replacement(r, zone)))
                .put("newest", newest(point, zone))
                .put(
                        "expectedIntervalSeconds",
                        point.currentFacts().expectedInterval().toSeconds())
                .put("lastRefusal", lastRefusal(point, zone))
                .put("counts", counts(point));
    }

    private static @Nullable JsonObject outlet(Point point, Registry registry) {
        return Optional.ofNullable(point.outletId())
                .flatMap(registry::outlet)
                .map(ChosenPoints::named)
                .orElse(null);
    }

    private static JsonObject facts(PointFacts f, ZoneId zone) {
        return new JsonObject()
                .put("from", Json.time(f.validFrom(), zone))
                .put("unit", f.unit().symbol())
                .put("kind", f.kind().name())
                .put("carrier", f.carrier() == null ? null : f.carrier().code())
                .put("factor", f.counting().factor())
                .put("direction", f.counting().direction().name())
                .put("periodSeconds", f.period().isZero() ? null : f.period().toSeconds())
                .put("stamp", f.stamp().name())
                .put("expectedIntervalSeconds", f.expectedInterval().toSeconds())
                .put("ratio", Json.decimal(f.ratio()))
                .put("ratioApplied", f.ratioApplied())
                .put("registerRange", Json.decimal(f.registerRange()))
                .put("maxPerHour", Json.decimal(f.maxPerHour()))
                .put("min", Json.decimal(f.bounds().min()))
                .put("max", Json.decimal(f.bounds().max()))
                .put("stampToleranceSeconds", seconds(f.stampTolerance()));
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toSeconds());
    }

    private static JsonObject replacement(Replacement r, ZoneId zone) {
        return new JsonObject()
                .put("at", Json.time(r.at(), zone))
                .put("oldEnd", Json.decimal(r.oldEnd()))
                .put("newStart", Json.decimal(r.newStart()));
    }

    private @Nullable JsonObject newest(Point point, ZoneId zone) {
        return sources.books()
                .read(handle -> sources.books().ports(handle).readings().latest(point.id()))
                .map(sample -> sample(sample, zone))
                .orElse(null);
    }

    private JsonObject sample(Sample s, ZoneId zone) {
        return new JsonObject()
                .put("time", Json.time(s.timeMs(), zone))
                .put("value", Json.decimal(BigDecimal.valueOf(s.value())))
                .put("flag", String.valueOf(s.flag().code()))
                .put("ageSeconds", Math.max(0, (clock.millis() - s.timeMs()) / 1_000));
    }

    /** The newest of its device that names its key or none. */
    private @Nullable JsonObject lastRefusal(Point point, ZoneId zone) {
        return sources.deadLetters().list(Set.of(point.deviceId()), null, null, REFUSALS).stream()
                .filter(row -> concerns(row, point))
                .findFirst()
                .map(row -> DeadLetterJson.last(row, zone))
                .orElse(null);
    }

    private static boolean concerns(DeadLetters.StoredDeadLetter row, Point point) {
        String key = row.letter().key();
        return !row.letter().stranger() && (key == null || key.equals(point.key()));
    }

    private JsonObject counts(Point point) {
        FindingQuery late = new FindingQuery(
                Set.of(point.id()),
                EnumSet.allOf(FindingKind.class),
                clock.instant().minus(Findings.LATE));
        return new JsonObject()
                .put(
                        "findings",
                        findings.rows(late).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .put("openCases", openCases(point));
    }

    /** Its own, and those of its device as a whole; none on trial. */
    private long openCases(Point point) {
        CaseFilter filter =
                CaseFilter.of(List.of(Subject.enterprise(point.enterpriseId()))).in(Case.State.OPEN);
        return sources.cases().summaries(filter, MAX_CASES).stream()
                .filter(c -> !c.trial())
                .filter(c -> c.pointId() == null
                        ? point.deviceId().equals(c.deviceId())
                        : point.id().equals(c.pointId()))
                .count();
    }
}
