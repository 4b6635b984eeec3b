package io.greenpark.dashboards.api;

import io.greenpark.cleanproduction.coverage.Coverage;
import io.greenpark.cleanproduction.desk.CleanProductionDesk;
import io.greenpark.cleanproduction.desk.Snapshot;
import io.greenpark.cleanproduction.list.ListEdition;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.viewer.Scope;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Coverage of the approved list by park and month, the newest month first; the district's as a whole for those who have all of it. */
final class CleanCoverageAnswers {
    private static final int USUAL_MONTHS = 13;
    private static final int MOST_MONTHS = 60;

    private final Parks parks;
    private final Scope scope;
    private final CleanProductionDesk desk;
    private final Clock clock;

    CleanCoverageAnswers(ConsoleSources sources, Scope scope, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.scope = scope;
        this.desk = sources.cleanProduction().audits();
        this.clock = clock;
    }

    /**
     * A month of a park or of the district.
     *
     * @param asOf the last day of the month, or today
     * @param list number of the edition in force then
     */
    private record Row(
            Subject subject,
            Bilingual name,
            YearMonth month,
            LocalDate asOf,
            @Nullable Long list,
            Coverage coverage) {
        JsonObject json() {
            return CleanProductionAnswers.coverage(coverage)
                    .put("scope", subject.scope().name().toLowerCase(Locale.ROOT))
                    .put("subject", Json.named(subject.id(), name))
                    .put("month", month.toString())
                    .put("asOf", asOf.toString())
                    .put("list", list);
        }

        String id() {
            return subject.scope() + ":" + subject.id() + ":" + month;
        }

        static List<Column<Row>> columns() {
            return List.of(
                    Column.text("subject", new Bilingual("园区", "Park"), r -> Cell.words(r.name)),
                    Column.text("month", new Bilingual("月份", "Month"), r -> Cell.code(r.month.toString())),
                    Column.text("asOf", new Bilingual("截至", "As of"), r -> new Cell.Day(r.asOf)),
                    Column.number(
                            "listed", new Bilingual("清单企业数", "On the list"), 0, r -> Cell.number(r.coverage.listed())),
                    Column.number(
                            "started", new Bilingual("已启动", "Started"), 0, r -> Cell.number(r.coverage.started())),
                    Column.number(
                            "reported", new Bilingual("已提交报告", "Reported"), 0, r -> Cell.number(r.coverage.reported())),
                    Column.number(
                            "covered", new Bilingual("已覆盖", "Covered"), 0, r -> Cell.number(r.coverage.covered())),
                    // Rounded by the one function that may, so it is not rounded again.
                    Column.number(
                            "percent",
                            new Bilingual("覆盖率（%）", "Coverage (%)"),
                            1,
                            r -> Cell.number(r.coverage.percent())),
                    Column.number(
                            "list",
                            new Bilingual("清单版次", "Edition of the list"),
                            0,
                            r -> r.list == null ? null : Cell.number(r.list)));
        }
    }

    Reply coverage(Question question) {
        TableReply.allow(question, "park", "months");
        Optional<Park> park = question.text("park").map(parks::park);
        int months = question.integer("months", USUAL_MONTHS, 1, MOST_MONTHS);
        Snapshot snapshot = desk.snapshot();
        LocalDate today = parks.districtTime().dayOf(clock.instant());
        List<Row> rows = new ArrayList<>();
        YearMonth newest = YearMonth.from(today);
        for (YearMonth month = newest; month.isAfter(newest.minusMonths(months)); month = month.minusMonths(1)) {
            LocalDate end = month.atEndOfMonth();
            rows.addAll(rows(snapshot, month, end.isAfter(today) ? today : end, park));
        }
        Listing<Row> listing =
                new Listing<>(new Bilingual("清洁生产覆盖率", "Coverage of clean production"), Row.columns(), Row::id, rows);
        JsonObject about = new JsonObject().put("asOf", today.toString()).put("target", "100");
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-clean-production-coverage-" + newest, about, Row::json);
    }

    private List<Row> rows(Snapshot snapshot, YearMonth month, LocalDate asOf, Optional<Park> only) {
        Map<String, Coverage> byPark = desk.coverage(snapshot, asOf);
        Long list = snapshot.lists().at(asOf).map(ListEdition::number).orElse(null);
        List<Row> rows = new ArrayList<>();
        if (scope.district() && only.isEmpty()) {
            Coverage all = byPark.values().stream().reduce(Coverage.NONE, Coverage::and);
            rows.add(new Row(parks.district(), parks.district().name(parks.registry()), month, asOf, list, all));
        }
        parks.registry().facts().parks().stream()
                .filter(park -> only.isEmpty() || park.equals(only.get()))
                .map(park -> new Row(
                        Subject.park(park.id()),
                        park.name(),
                        month,
                        asOf,
                        list,
                        byPark.getOrDefault(park.id(), Coverage.NONE)))
                .forEach(rows::add);
        return rows;
    }
}
