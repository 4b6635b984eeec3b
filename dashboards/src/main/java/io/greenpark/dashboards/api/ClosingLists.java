package io.greenpark.dashboards.api;

import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.form.ObjectionMark;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.Verb;
import io.greenpark.park.registry.ReviewRequest;
import io.greenpark.park.registry.ReviewRequest.State;
import io.greenpark.park.registry.ReviewedMatter;
import io.greenpark.park.registry.Reviews;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.greenpark.returns.closing.ClosedComparisons.Comparison;
import io.greenpark.returns.closing.ClosedEdition;
import io.greenpark.returns.closing.ClosingDesk;
import io.greenpark.returns.closing.ClosingDesk.MonthState;
import io.greenpark.returns.closing.FigureChange;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Months of parks, how they stand; and what of those that are closed came in since. */
final class ClosingLists {
    private static final int MONTHS_BACK = 13;
    private static final int MOST_REQUESTS = 1_000;

    private final Parks parks;
    private final Scope scope;
    private final ClosingDesk desk;
    private final Reviews reviews;
    private final ShownObjections objections;
    private final Clock clock;

    ClosingLists(ConsoleSources sources, Scope scope, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.desk = sources.closings();
        this.reviews = sources.documents().reviews();
        this.objections = new ShownObjections(sources.objectionMarks());
        this.clock = clock;
    }

    /**
     * A month of a park in a list.
     *
     * @param closed null while it is open
     * @param last the last time it was closed; null where it never was
     * @param differing how many figures are noted to differ
     * @param request number of a request for reopening that waits; null where there is none
     */
    private record Row(
            Park park,
            YearMonth month,
            MonthState state,
            @Nullable ClosedMonth closed,
            @Nullable ClosedEdition last,
            int differing,
            @Nullable Long request) {
        String id() {
            return park.id() + ":" + month;
        }

        ZoneId zone() {
            return park.time().zone();
        }

        @Nullable
        Instant closedAt() {
            return closed == null ? null : closed.closedAt();
        }

        JsonObject json() {
            return new JsonObject()
                    .put("park", Json.named(park.id(), park.name()))
                    .put("month", month.toString())
                    .put("state", state.name())
                    .put("edition", closed == null ? null : closed.edition())
                    .put("closedAt", Json.time(closedAt(), zone()))
                    .put("closedBy", closed == null ? null : closed.closedBy())
                    .put("reason", closed == null || last == null ? null : last.reason())
                    .put(
                            "openPoints",
                            closed == null || last == null
                                    ? null
                                    : last.points().size())
                    .put("editions", last == null ? 0 : last.edition())
                    .put("differing", differing)
                    .put("reopening", request);
        }

        static List<Column<Row>> columns() {
            return List.of(
                    Column.text("park", new Bilingual("园区", "Park"), r -> Cell.words(r.park.name())),
                    Column.text("month", new Bilingual("月份", "Month"), r -> Cell.code(r.month.toString())),
                    Column.text("state", new Bilingual("状态", "State"), r -> Cell.words(ClosingTexts.of(r.state))),
                    Column.number(
                            "edition",
                            new Bilingual("版次", "Edition"),
                            0,
                            r -> r.closed == null ? null : Cell.number(r.closed.edition())),
                    Column.text("closedAt", new Bilingual("关账时间", "Closed at"), r -> Cell.time(r.closedAt(), r.zone())),
                    Column.text(
                            "closedBy",
                            new Bilingual("关账人", "Closed by"),
                            r -> Cell.code(r.closed == null ? null : r.closed.closedBy())),
                    Column.text(
                            "reason",
                            new Bilingual("原因", "Reason"),
                            r -> Cell.code(r.closed == null || r.last == null ? null : r.last.reason())),
                    Column.number(
                            "differing",
                            new Bilingual("结账后有变化", "Changed since closing"),
                            0,
                            r -> Cell.number(r.differing)));
        }
    }

    Reply list(Question question) {
        TableReply.allow(question, "park", "month");
        Optional<Park> park = question.text("park").map(parks::park);
        Optional<YearMonth> month = question.month("month");
        Map<DocumentKey, Long> requests = requests(reviews);
        List<Row> rows = new ArrayList<>();
        for (Park each : park.map(List::of).orElse(parks.registry().facts().parks())) {
            rows.addAll(rows(each, month, requests));
        }
        Listing<Row> listing = new Listing<>(new Bilingual("月度结账", "Closing of months"), Row.columns(), Row::id, rows);
        Integer day = desk.config().closeOnDay();
        JsonObject about = new JsonObject()
                .put("closeOnDay", day)
                .put("reopeningReviewed", reviews.matters().contains(ReviewedMatter.REOPENING));
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-closings", about, Row::json);
    }

    /** The newest first: those of the last year, and all that were ever closed. */
    private List<Row> rows(Park park, Optional<YearMonth> only, Map<DocumentKey, Long> requests) {
        if (parks.registry().enterprisesOfPark(park.id()).isEmpty()) {
            return List.of();
        }
        Map<YearMonth, ClosedEdition> last = desk.newest(park.id());
        YearMonth now = park.time().monthOf(clock.instant());
        Set<YearMonth> months = new TreeSet<>(last.keySet());
        for (int i = 0; i < MONTHS_BACK; i++) {
            months.add(now.minusMonths(i));
        }
        only.ifPresent(month -> {
            months.clear();
            months.add(month);
        });
        Map<YearMonth, MonthState> states = desk.states(park, months);
        Map<YearMonth, ClosedMonth> closed = new HashMap<>();
        months.forEach(m -> whole(park, m).ifPresent(c -> closed.put(m, c)));
        Map<ClosedMonth, Integer> differing = desk.comparisons().noted(closed.values());
        List<Row> rows = new ArrayList<>();
        months.forEach(month -> {
            ClosedMonth of = closed.get(month);
            rows.add(
                    0,
                    new Row(
                            park,
                            month,
                            Objects.requireNonNull(states.get(month)),
                            of,
                            last.get(month),
                            of == null ? 0 : differing.getOrDefault(of, 0),
                            requests.get(DocumentKey.closing(park.id(), month))));
        });
        return rows;
    }

    private Optional<ClosedMonth> whole(Park park, YearMonth month) {
        return desk.closing(Subject.park(park.id()), month);
    }

    /** Requests for reopening that wait, by what they would open. */
    static Map<DocumentKey, Long> requests(Reviews reviews) {
        Map<DocumentKey, Long> open = new HashMap<>();
        for (ReviewRequest request : reviews.requests(Set.of(State.WAITING), Long.MAX_VALUE, MOST_REQUESTS)) {
            request.edits().stream()
                    .filter(e -> e.verb() == Verb.REMOVE)
                    .forEach(e -> open.put(e.key(), request.number()));
        }
        return open;
    }

    /** A closing of a park has the district's figures where it was the last; they are of who has the district. */
    private boolean isSeen(Subject subject) {
        return subject.scope() != Subject.Scope.DISTRICT || scope.district();
    }

    /** One difference in a list. */
    private record Difference(
            Park park,
            Comparison of,
            FigureChange change,
            @Nullable ObjectionMark objection) {
        Subject subject() {
            return of.closed().subject();
        }

        String id() {
            return of.month().key().id() + ":" + subject().scope() + ":"
                    + subject().id() + ":" + change.field() + ":" + change.basis();
        }
    }

    Reply differences(Question question) {
        TableReply.allow(question, "park", "month");
        Optional<Park> park = question.text("park").map(parks::park);
        Optional<YearMonth> month = question.month("month");
        Registry registry = parks.registry();
        Set<YearMonth> months = new LinkedHashSet<>();
        List<Difference> rows = new ArrayList<>();
        for (Park each : park.map(List::of).orElse(registry.facts().parks())) {
            desk.newest(each.id()).keySet().stream()
                    .filter(m -> month.isEmpty() || month.get().equals(m))
                    .flatMap(m -> whole(each, m).stream())
                    .forEach(closed -> {
                        months.add(closed.month());
                        List<Comparison> seen = desk.comparisons().compare(closed).stream()
                                .filter(c -> isSeen(c.closed().subject()))
                                .toList();
                        Map<String, ObjectionMark> objected = objections.months(
                                seen.stream().map(c -> c.closed().subject()).toList(), each.time(), closed.month());
                        seen.forEach(c -> c.changes()
                                .forEach(f -> rows.add(new Difference(
                                        each,
                                        c,
                                        f,
                                        ShownObjections.of(objected, c.closed().subject())))));
                    });
        }
        Listing<Difference> listing = new Listing<>(
                new Bilingual("结账后有变化", "Changed since closing"), columns(registry), Difference::id, rows);
        JsonObject about = new JsonObject().put("closedMonths", months.size());
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-changed-since-closing", about, row -> json(row, registry));
    }

    private static JsonObject json(Difference row, Registry registry) {
        Subject subject = row.subject();
        return new JsonObject()
                .put("park", Json.named(row.park.id(), row.park.name()))
                .put("month", row.of.month().month().toString())
                .put("edition", row.of.month().edition())
                .put("scope", subject.scope().name())
                .put("id", subject.id())
                .put("name", Json.name(subject.name(registry)))
                .mergeIn(ClosingJson.change(row.change))
                .put("what", Json.words(ClosingTexts.field(row.change.field())))
                .put("since", Json.time(row.of.since(), row.park.time().zone()))
                .put("objection", ObjectionTexts.mark(row.objection));
    }

    private static List<Column<Difference>> columns(Registry registry) {
        return List.of(
                Column.text("park", new Bilingual("园区", "Park"), r -> Cell.words(r.park.name())),
                Column.text(
                        "month",
                        new Bilingual("月份", "Month"),
                        r -> Cell.code(r.of.month().month().toString())),
                Column.text(
                        "subject",
                        new Bilingual("对象", "Of"),
                        r -> Cell.words(r.subject().name(registry))),
                Column.text(
                        "what", new Bilingual("指标", "Figure"), r -> Cell.words(ClosingTexts.field(r.change.field()))),
                Column.text(
                        "basis",
                        new Bilingual("电力折算口径", "Basis"),
                        r -> Cell.code(
                                r.change.basis() == null
                                        ? null
                                        : r.change.basis().name())),
                Column.text(
                        "closed",
                        new Bilingual("关账值", "When closed"),
                        r -> Cell.words(ClosingTexts.value(r.change.closed()))),
                Column.text(
                        "present", new Bilingual("现值", "Now"), r -> Cell.words(ClosingTexts.value(r.change.present()))),
                Column.number("difference", new Bilingual("差值", "Difference"), 4, r -> number(r.change.difference())),
                Column.text(
                        "since",
                        new Bilingual("变化时间", "Since"),
                        r -> Cell.time(r.of.since(), r.park.time().zone())),
                Column.text(
                        "objection",
                        new Bilingual("异议", "Objection"),
                        r -> Cell.words(ObjectionTexts.words(r.objection))));
    }

    private static @Nullable Cell number(@Nullable BigDecimal value) {
        return Cell.number(value);
    }
}
