package io.greenpark.dashboards.api;

import io.greenpark.access.audit.AuditAction;
import io.greenpark.access.audit.AuditLog;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Edit;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.Reviews;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Scope;
import io.greenpark.returns.closing.ClosedEdition;
import io.greenpark.returns.closing.ClosingDesk;
import io.greenpark.returns.closing.ClosingDesk.Done;
import io.greenpark.returns.closing.ClosingDesk.Refusal;
import io.greenpark.returns.closing.OpenPoint;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A month of a park: what is open, closing it, what was shown then and is now, and asking for it to be reopened. */
final class ClosingAnswers {
    private final Parks parks;
    private final Scope scope;
    private final ClosingDesk desk;
    private final Reviews reviews;
    private final AuditLog audit;
    private final ShownObjections objections;
    private final ChangeAnswers changes;

    ClosingAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.desk = sources.closings();
        this.reviews = sources.documents().reviews();
        this.audit = sources.audit();
        this.objections = new ShownObjections(sources.objectionMarks());
        this.changes = new ChangeAnswers(sources.documents(), sources.audit(), clock);
    }

    private Optional<ClosedMonth> whole(Park park, YearMonth month) {
        return desk.closing(Subject.park(park.id()), month);
    }

    JsonObject one(Question question) {
        question.allow("edition");
        Park park = parks.park(question.id());
        YearMonth month = month(question);
        return one(
                park, month, question.text("edition").isPresent() ? question.integer("edition", 1, 1, 10_000) : null);
    }

    /** @param edition which to show the figures of; null for the one in force */
    private JsonObject one(Park park, YearMonth month, @Nullable Integer edition) {
        Registry registry = parks.registry();
        ZoneId zone = park.time().zone();
        ClosedMonth closed = whole(park, month).orElse(null);
        List<ClosedEdition> editions = desk.editions(park.id(), month);
        List<OpenPoint> points = closed == null ? desk.points(park, month) : List.of();
        JsonArray figures = new JsonArray();
        Map<String, ObjectionMark> objected = objections.months(
                registry.enterprisesOfPark(park.id()).stream()
                        .map(e -> Subject.enterprise(e.id()))
                        .toList(),
                park.time(),
                month);
        if (edition != null) {
            desk.comparisons().edition(park, month, edition).forEach((subject, figure) -> {
                if (isSeen(subject)) {
                    figures.add(new JsonObject()
                            .put("scope", subject.scope().name())
                            .put("id", subject.id())
                            .put("name", Json.name(subject.name(registry)))
                            .put("closed", ClosingJson.figure(figure))
                            .put("present", null)
                            .put("changes", new JsonArray())
                            .put("since", null)
                            .put("objection", ObjectionTexts.mark(ShownObjections.of(objected, subject))));
                }
            });
        } else if (closed != null) {
            desk.comparisons().compare(closed).stream()
                    .filter(c -> isSeen(c.closed().subject()))
                    .forEach(c -> figures.add(ClosingJson.comparison(c, registry, zone)
                            .put(
                                    "objection",
                                    ObjectionTexts.mark(ShownObjections.of(
                                            objected, c.closed().subject())))));
        }
        return new JsonObject()
                .put("park", Json.named(park.id(), park.name()))
                .put("month", month.toString())
                .put("state", desk.state(park, month).name())
                .put("edition", edition != null ? edition : closed == null ? null : Integer.valueOf(closed.edition()))
                .put("points", Json.array(points, p -> ClosingJson.point(p, registry)))
                .put("editions", Json.array(editions, e -> ClosingJson.edition(e, registry, zone)))
                .put("figures", figures)
                .put("reopening", ClosingLists.requests(reviews).get(DocumentKey.closing(park.id(), month)));
    }

    /** A closing of a park has the district's figures where it was the last; they are of who has the district. */
    private boolean isSeen(Subject subject) {
        return subject.scope() != Subject.Scope.DISTRICT || scope.district();
    }

    JsonObject close(Question question) {
        question.allow();
        Park park = parks.park(question.id());
        YearMonth month = month(question);
        RequestBody asked = new RequestBody(question, "reason", "objections");
        Set<String> seen = asked.texts("objections");
        Done done = close(question, park, month, reason(asked), seen);
        if (done.refusal() != null) {
            throw ClosingTexts.problem(done, park.name(), month, parks.registry());
        }
        return one(park, month, null);
    }

    private static String reason(RequestBody asked) {
        return asked.textOrNull("reason").isPresent() ? asked.reason() : "";
    }

    private Done close(Question question, Park park, YearMonth month, String reason, Set<String> seenObjections) {
        Done done = desk.close(
                park.id(), month, ChangeRequest.by(question, reason, List.of(), null, false), seenObjections);
        ClosedMonth closed = done.closed();
        if (closed != null) {
            String why = reason.isEmpty() ? null : reason;
            audit.append(question.draft(AuditAction.MONTH_CLOSED)
                    .on("closing", ClosingJson.id(closed))
                    .because(why));
            audit.append(question.draft(AuditAction.REGISTRY_CHANGED)
                    .on(
                            "registry-change",
                            String.valueOf(Objects.requireNonNull(done.result()).number()))
                    .because(why));
        }
        return done;
    }

    /** Closes the parks of a month that are not closed yet; each for itself, so one that is not closed holds up no other. */
    JsonObject closeAll(Question question) {
        question.allow();
        RequestBody asked = new RequestBody(question, "month", "reason");
        YearMonth month = Dates.month("month", asked.text("month"));
        String reason = reason(asked);
        JsonArray results = new JsonArray();
        for (Park park : parks.registry().facts().parks()) {
            if (parks.registry().enterprisesOfPark(park.id()).isEmpty()
                    || whole(park, month).isPresent()) {
                continue;
            }
            // Objections are confirmed park by park, on the page that names them.
            Done done = close(question, park, month, reason, Set.of());
            Refusal refusal = done.refusal();
            results.add(new JsonObject()
                    .put("park", Json.named(park.id(), park.name()))
                    .put("closed", refusal == null)
                    .put(
                            "why",
                            refusal == null
                                    ? null
                                    : Json.words(ClosingTexts.problem(done, park.name(), month, parks.registry())
                                            .detail()))
                    .put("points", Json.array(done.points(), p -> ClosingJson.point(p, parks.registry()))));
        }
        return new JsonObject().put("month", month.toString()).put("parks", results);
    }

    /** Asks that a closed month be opened: an edit as any other, which another person reviews. */
    Reply reopen(Question question) {
        question.allow();
        Park park = parks.park(question.id());
        YearMonth month = month(question);
        RequestBody asked = new RequestBody(question, "reason", "emergency");
        String reason = asked.reason();
        if (whole(park, month).isEmpty()) {
            throw ClosingTexts.notClosed(park.name(), month);
        }
        Edit open = new Edit(DocumentKey.closing(park.id(), month), Verb.REMOVE, null);
        EditRequest request = ChangeRequest.by(question, reason, List.of(open), null, asked.flag("emergency"));
        return changes.carryOut(question, request);
    }

    private static YearMonth month(Question question) {
        return Dates.month("period", Objects.requireNonNull(question.path().get("period")));
    }
}
