package io.greenpark.dashboards.api;

import io.greenpark.acceptance.desk.AcceptanceDesk;
import io.greenpark.alerts.marking.DataMark;
import io.greenpark.alerts.marking.MarkDesk;
import io.greenpark.alerts.marking.MarkFilter;
import io.greenpark.alerts.marking.MarkState;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.objection.desk.ObjectionDesk;
import io.greenpark.objection.form.Objection;
import io.greenpark.objection.form.ObjectionState;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.registry.Reviews.Open;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.viewer.Role;
import io.greenpark.park.viewer.Scope;
import io.greenpark.park.viewer.Viewer;
import io.greenpark.plan.desk.SheetDesk;
import io.greenpark.plan.sheet.YearSheet;
import io.greenpark.returns.closing.ClosingDesk;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.returns.desk.SubmittedReturn;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What waits for somebody to decide it: what that one has the right to, in the part of the district for which he has it, and has not asked
 * for or signed himself. Whatever page is open asks; only what is open is looked at.
 */
final class WaitingForMe {
    private static final Set<Role> OFFICER = EnumSet.of(Role.OFFICER);
    private static final Set<Role> CONTACT = EnumSet.of(Role.ENTERPRISE_CONTACT);

    private final RegistrySource whole;
    private final OpenReviews reviews;
    private final AcceptanceDesk acceptance;
    private final ReturnDesk returns;
    private final ClosingDesk closings;
    private final MarkDesk marks;
    private final ObjectionDesk objections;
    private final SheetDesk sheets;
    private final Clock clock;

    WaitingForMe(ConsoleSources sources, OpenReviews reviews, Clock clock) {
        this.whole = sources.documents().whole();
        this.reviews = reviews;
        this.acceptance = sources.acceptance();
        this.returns = sources.returns();
        this.closings = sources.closings();
        this.marks = sources.marks();
        this.objections = sources.objections();
        this.sheets = sources.planning().sheets();
        this.clock = clock;
    }

    JsonObject of(Question question) {
        question.allow();
        return of(question.viewer());
    }

    /** How many of each; null for what is not the viewer's to decide, wherever it is. */
    JsonObject of(Viewer viewer) {
        Registry registry = whole.current();
        JsonObject counts = new JsonObject()
                .putNull("reviews")
                .putNull("reopenings")
                .putNull("acceptances")
                .putNull("returns")
                .putNull("oldestReturn")
                .putNull("closings")
                .putNull("oldestClosing")
                .putNull("marks")
                .putNull("overdueMarks")
                .putNull("objections")
                .putNull("overdueObjections")
                .putNull("yearSheets")
                .putNull("oldestYearSheet");
        viewer.scopeOf(OFFICER).ifPresent(scope -> {
            putReviews(counts, viewer, scope);
            putReturns(counts, scope, registry);
            putClosings(counts, scope, registry);
            putMarks(counts, viewer, scope, registry);
            putObjections(counts, viewer, scope, registry);
        });
        viewer.scopeOf(CONTACT).ifPresent(scope -> putSheets(counts, scope, registry));
        viewer.scopeOf(signing()).ifPresent(scope -> counts.put("acceptances", acceptances(viewer, scope, registry)));
        return counts;
    }

    private void putReviews(JsonObject counts, Viewer viewer, Scope scope) {
        List<Open> others = reviews.of(scope).stream()
                .filter(open -> !open.isOf(viewer.account()))
                .toList();
        counts.put("reviews", others.size())
                .put(
                        "reopenings",
                        others.stream()
                                .filter(open -> open.matters().contains(ReviewedMatter.REOPENING))
                                .count());
    }

    /** Whoever has the second signature. */
    private Set<Role> signing() {
        return acceptance.config().enterpriseSigns() ? EnumSet.of(Role.OFFICER, Role.ENTERPRISE_CONTACT) : OFFICER;
    }

    private long acceptances(Viewer viewer, Scope scope, Registry registry) {
        return acceptance.signedBesides(viewer.person(), viewer.account()).stream()
                .flatMap(id -> registry.device(id).stream())
                .filter(device -> device.acceptance().waitingSince().isPresent())
                .filter(device -> scope.has(device, registry))
                .count();
    }

    private void putReturns(JsonObject counts, Scope scope, Registry registry) {
        List<SubmittedReturn> theirs = returns.submitted().stream()
                .filter(r -> registry.enterprise(r.enterpriseId()).isPresent())
                .filter(r -> scope.has(Subject.enterprise(r.enterpriseId()), registry))
                // Of a closed month nothing is decided before it is open again.
                .filter(r -> returns.closing(r.enterpriseId(), r.period()).isEmpty())
                .toList();
        counts.put("returns", theirs.size());
        theirs.stream()
                .findFirst()
                .ifPresent(r -> counts.put("oldestReturn", r.period().code()));
    }

    private void putClosings(JsonObject counts, Scope scope, Registry registry) {
        List<YearMonth> theirs = closings.due().entrySet().stream()
                .filter(e -> scope.has(Subject.park(e.getKey()), registry))
                .flatMap(e -> e.getValue().stream())
                .sorted()
                .toList();
        counts.put("closings", theirs.size());
        Optional<YearMonth> oldest = theirs.stream().findFirst();
        oldest.ifPresent(month -> counts.put("oldestClosing", month.toString()));
    }

    private void putMarks(JsonObject counts, Viewer viewer, Scope scope, Registry registry) {
        List<DataMark> theirs = marks.list(MarkFilter.of(null, MarkState.SUBMITTED), Integer.MAX_VALUE).stream()
                .filter(m -> !m.account().equals(viewer.account()))
                .filter(m -> scope.has(Subject.enterprise(m.enterpriseId()), registry))
                .toList();
        Instant now = clock.instant();
        counts.put("marks", theirs.size())
                .put(
                        "overdueMarks",
                        theirs.stream().filter(m -> m.decideBy().isBefore(now)).count());
    }

    /** Yearly sheets that an officer entered, of enterprises that the viewer answers for. */
    private void putSheets(JsonObject counts, Scope scope, Registry registry) {
        List<YearSheet> theirs = sheets.waiting().stream()
                .filter(one -> registry.enterprise(one.enterpriseId()).isPresent())
                .filter(one -> scope.has(Subject.enterprise(one.enterpriseId()), registry))
                .toList();
        counts.put("yearSheets", theirs.size());
        theirs.stream()
                .findFirst()
                .ifPresent(one -> counts.put("oldestYearSheet", one.enterpriseId() + ":" + one.year()));
    }

    /** Those that are open, of which the viewer had no part in what they are about. */
    private void putObjections(JsonObject counts, Viewer viewer, Scope scope, Registry registry) {
        Instant now = clock.instant();
        List<Objection> theirs = objections.in(EnumSet.of(ObjectionState.OPEN)).stream()
                .filter(one -> registry.enterprise(one.enterpriseId()).isPresent())
                .filter(one -> scope.has(Subject.enterprise(one.enterpriseId()), registry))
                .filter(one -> objections.involved(one).stream()
                        .noneMatch(each ->
                                each.who().equals(viewer.person()) || each.who().equals(viewer.account())))
                .toList();
        counts.put("objections", theirs.size())
                .put(
                        "overdueObjections",
                        theirs.stream().filter(one -> one.isOverdue(now)).count());
    }
}
