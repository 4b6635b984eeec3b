package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseEvent;
import io.greenpark.alerts.cases.CaseOwner;
import io.greenpark.alerts.cases.NotificationStatus;
import io.greenpark.alerts.desk.Handling;
import io.greenpark.alerts.desk.StepDetail;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.registry.Contact;
import io.greenpark.park.registry.Limit;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Viewer;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cases in JSON. */
final class AlertJson {
    private final Parks parks;
    private final CaseStaff staff;
    private final HandlingJson handling;
    private final Clock clock;

    AlertJson(Parks parks, CaseStaff staff, HandlingJson handling, Clock clock) {
        this.parks = parks;
        this.staff = staff;
        this.handling = handling;
        this.clock = clock;
    }

    /** A case with everything that happened to it. */
    JsonObject alert(Case c, Viewer viewer) {
        return alert(c, viewer, mineOf(viewer));
    }

    /** Whose cases are those of whoever asks. */
    Set<String> mineOf(Viewer viewer) {
        return CaseStaff.isStaff(viewer) ? staff.accountsOf(viewer) : Set.of();
    }

    /** @param mine accounts whose cases are those of whoever asks */
    JsonObject alert(Case c, Viewer viewer, Set<String> mine) {
        ZoneId zone = zone(c);
        return new JsonObject()
                .put("id", c.id())
                .put("rule", c.rule().code())
                .put("scope", c.about().scope().name())
                .put("about", parks.named(c.about()))
                .put("enterprise", c.enterpriseId() == null ? null : parks.named(c.enterpriseId()))
                .put("subject", c.subject())
                .put("point", c.pointId())
                .put("outlet", outletOf(c.pointId()))
                .put("device", c.deviceId())
                .put("trial", c.trial())
                .put("severity", c.severity().name())
                .put("suspected", suspected(c))
                .put("state", c.state().name())
                .put("title", Json.name(c.title()))
                .put("text", Json.name(c.text()))
                .put("figure", Json.decimal(c.figure()))
                .put("limit", Json.decimal(c.limit()))
                .put("unit", c.unit())
                .put("since", Json.time(c.since(), zone))
                .put("raisedAt", Json.time(c.raisedAt(), zone))
                .put("clearedAt", Json.time(c.clearedAt(), zone))
                .put("acknowledgedBy", staff.shown(c.acknowledgedBy(), viewer))
                .put("owner", owner(c.owner(), viewer, mine, zone))
                .put("handling", HandlingJson.summary(c.handling(), viewer, clock.instant(), zone))
                .put("steps", Json.array(steps(c, viewer), event -> event(event, viewer, zone)));
    }

    /** Who of the office sees to a case, and what the office keeps to itself, is told to people of the office. */
    private static List<CaseEvent> steps(Case c, Viewer viewer) {
        return CaseStaff.isStaff(viewer)
                ? c.events()
                : c.events().stream()
                        .filter(e -> !e.kind().ofOwner() && !e.internal())
                        .toList();
    }

    private @Nullable JsonObject owner(@Nullable CaseOwner owner, Viewer viewer, Set<String> mine, ZoneId zone) {
        if (owner == null) {
            return null;
        }
        boolean told = CaseStaff.isStaff(viewer);
        return new JsonObject()
                .put("account", told ? owner.account() : null)
                .put("name", Json.name(Objects.requireNonNull(staff.words(owner, viewer))))
                .put("office", owner.account() == null || !told)
                .put("mine", owner.account() != null && mine.contains(owner.account()))
                .put(
                        "asDeputy",
                        owner.account() != null
                                && mine.contains(owner.account())
                                && !viewer.account().equals(owner.account()))
                .put("since", told ? Json.time(owner.since(), zone) : null);
    }

    @Nullable
    String acknowledgedBy(Case c, Viewer viewer) {
        return staff.shown(c.acknowledgedBy(), viewer);
    }

    @Nullable
    Bilingual ownerWords(Case c, Viewer viewer) {
        return staff.words(c.owner(), viewer);
    }

    ZoneId zone(Case c) {
        return c.about().time(parks.registry()).zone();
    }

    /** The same with what it rests on and whom it was told. */
    JsonObject whole(Case c, Viewer viewer, List<Verdict> evidence, List<NotificationStatus> notices) {
        ZoneId zone = zone(c);
        return alert(c, viewer)
                .put("evidence", Json.array(evidence, verdict -> verdict(c, verdict, zone)))
                .put("notices", Json.array(shown(c, viewer, notices), n -> notification(n, zone)));
    }

    /** People of an enterprise are told who of theirs was told; who of the office is, how and when, is the office's matter. */
    private List<NotificationStatus> shown(Case c, Viewer viewer, List<NotificationStatus> notices) {
        if (CaseStaff.isStaff(viewer)) {
            return notices;
        }
        Set<String> own = Optional.ofNullable(c.enterpriseId()).flatMap(parks.registry()::enterprise).stream()
                .flatMap(enterprise -> enterprise.contacts().stream())
                .map(Contact::name)
                .collect(Collectors.toSet());
        return notices.stream().filter(n -> own.contains(n.recipient())).toList();
    }

    private JsonObject verdict(Case c, Verdict v, ZoneId zone) {
        Bilingual source = CaseTerms.source(parks.registry(), c, v.source());
        JsonObject json = new JsonObject()
                .put("from", Json.time(v.from(), zone))
                .put("to", Json.time(v.to(), zone))
                .put("phase", v.phase().name())
                .put("outcome", v.outcome().name())
                .put("figure", Json.decimal(v.figure()))
                .put("limit", Json.decimal(v.limit()))
                .put("unit", v.unit())
                .put("evidence", v.evidence())
                .put("confirmed", v.confirmed())
                .put("source", v.source())
                .put("sourceText", source == null ? null : Json.name(source));
        CoverageJson.put(json, c.rule().ofFigures() ? v.coverage() : null);
        ReasonJson.put(json, v.reason());
        return json;
    }

    private static JsonObject notification(NotificationStatus n, ZoneId zone) {
        return new JsonObject()
                .put("id", n.id())
                .put("step", n.event())
                .put("recipient", n.recipient())
                .put("channel", n.channel())
                .put("state", n.state().name())
                .put("attempts", n.attempts())
                .put("nextAttemptAt", Json.time(n.nextAttemptAt(), zone))
                .put("deliveredAt", Json.time(n.deliveredAt(), zone))
                .put("planned", n.planned())
                .put("together", n.together())
                .put("lastError", n.lastError());
    }

    @Nullable
    String outletOf(@Nullable String pointId) {
        return pointId == null
                ? null
                : parks.registry().point(pointId).map(Point::outletId).orElse(null);
    }

    /**
     * Whether what it says of a limit is to be verified, as the limit is not confirmed or the analyser gives a clue only; null where
     * it is about no limit, or about one that the registry has no more.
     */
    @Nullable
    Boolean suspected(Case c) {
        if (!c.rule().ofLimits() || c.pointId() == null) {
            return null;
        }
        Registry registry = parks.registry();
        boolean clue = registry.point(c.pointId())
                .map(Point::outletId)
                .flatMap(registry::outlet)
                .filter(o -> o.standing() == Outlet.Standing.CLUE)
                .isPresent();
        if (clue) {
            return true;
        }
        Limit.Averaging averaging = c.subject().endsWith("/day") ? Limit.Averaging.DAY : Limit.Averaging.HOUR;
        return registry.limitsAt(c.pointId(), c.content().figureFrom()).stream()
                .filter(l -> l.averaging() == averaging)
                .min(Comparator.comparing(l -> !bounds(l, c)))
                .map(l -> !l.confirmed())
                .orElse(null);
    }

    /** Whether it is the limit that a case names, of several that hold side by side. */
    private static boolean bounds(Limit limit, Case c) {
        BigDecimal named = c.limit();
        return named != null
                && Stream.of(limit.upper(), limit.lower())
                        .anyMatch(bound -> bound != null && bound.compareTo(named) == 0);
    }

    /** What people do about a case, with what each of its steps carries. */
    void put(JsonObject whole, Case c, Handling h, Viewer viewer) {
        JsonObject summary = whole.getJsonObject("handling");
        if (summary != null) {
            ZoneId zone = zone(c);
            HandlingJson.put(summary, h, viewer, zone);
            whole.getJsonArray("steps").stream().map(JsonObject.class::cast).forEach(step -> {
                StepDetail detail = h.steps().get(step.getInteger("number"));
                if (detail != null) {
                    handling.put(step, detail, viewer, zone);
                }
            });
        }
    }

    /** A key is named to people of the office only, as who answers for it is. */
    private @Nullable String by(CaseEvent event, Viewer viewer) {
        boolean hidden = event.account() != null && CaseStaff.OFFICE_CODE.equals(staff.shown(event.account(), viewer));
        return hidden ? CaseStaff.OFFICE_CODE : staff.shown(event.by(), viewer);
    }

    private JsonObject event(CaseEvent event, Viewer viewer, ZoneId zone) {
        return new JsonObject()
                .put("number", event.number())
                .put("kind", event.kind().name())
                .put("at", Json.time(event.at(), zone))
                .put("by", by(event, viewer))
                .put("comment", event.comment())
                .put("owner", event.owner() == null ? event.office() : staff.nameOf(event.owner()))
                .put("text", event.text() == null ? null : Json.name(event.text()));
    }
}
