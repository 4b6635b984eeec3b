package io.greenpark.dashboards.api;

import io.greenpark.accounting.finding.Findings;
import io.greenpark.accounting.point.Delivery;
import io.greenpark.accounting.point.MeterDelivery;
import io.greenpark.accounting.point.OutletDelivery;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The board of data quality: how much came from each station on each day. */
final class DataQualityAnswers {
    private static final int MAX_DAYS = 100;
    private static final int NO_BOUND = 0;
    private static final double NEARLY = 1e-6;

    private final ConsoleSources sources;
    private final Parks parks;
    private final OutletDelivery delivery;
    private final MeterDelivery meters;
    private final Findings findings;
    private final Clock clock;

    DataQualityAnswers(ConsoleSources sources, Clock clock) {
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.delivery = new OutletDelivery(sources.discharges(), clock);
        this.meters = new MeterDelivery(sources.books(), clock);
        this.findings = new Findings(sources.books());
        this.clock = clock;
    }

    /** Whose data are looked at. */
    enum Scope {
        OUTLET,
        METER,
        ALL
    }

    Reply list(Question question) {
        TableReply.allow(question, "from", "to", "scope", "below", "park", "enterprise");
        LocalDate from = question.date("from");
        LocalDate to = question.date("to");
        Dates.requireSpan(from, to, MAX_DAYS, new Bilingual("数据质量看板", "days of the board"));
        Scope scope = question.choice("scope", Scope.class).orElse(Scope.OUTLET);
        Registry registry = parks.registry();
        Stations stations = new Stations(registry, from, to, clock);
        stations.countInvalid(findings);
        List<Enterprise> enterprises = enterprises(question, registry);
        int below = question.integer("below", NO_BOUND, 1, 100);
        List<StationRow> rows = stations(scope, stations, enterprises).stream()
                .filter(row -> below == NO_BOUND || isBelow(row, below) && isAccepted(row, from, to))
                .toList();
        List<LocalDate> days = from.datesUntil(to).toList();
        Listing<StationRow> listing =
                new Listing<>(new Bilingual("数据质量", "Data quality"), columns(scope, days), StationRow::id, rows);
        ZoneId zone =
                Subject.district(registry.facts().districtId()).time(registry).zone();
        JsonObject about = new JsonObject()
                .put("scope", scope.name())
                .put("from", from.toString())
                .put("to", to.toString());
        return new TableReply(question, clock, zone)
                .of(listing, Dates.fileName("greenpark-data-quality", from, to), about, row -> json(row, days)
                        .put("accepted", isAccepted(row, from, to)));
    }

    private List<StationRow> stations(Scope scope, Stations stations, List<Enterprise> enterprises) {
        List<StationRow> rows = new ArrayList<>();
        if (scope != Scope.METER) {
            rows.addAll(stations.outlets(enterprises, delivery));
        }
        if (scope != Scope.OUTLET) {
            rows.addAll(stations.meters(enterprises, meters));
        }
        return rows;
    }

    /** Whether all that a station delivered is of devices that were accepted then: else it is shown, and below nothing. */
    private boolean isAccepted(StationRow row, LocalDate from, LocalDate to) {
        Registry registry = parks.registry();
        ParkTime time = registry.timeOf(row.enterpriseId());
        Predicate<Point> own = row.kind() == StationRow.Kind.OUTLET
                ? p -> row.id().equals(p.outletId())
                : p -> row.id().equals(p.id());
        return registry.pointsOfEnterprise(row.enterpriseId()).stream()
                .filter(own)
                .noneMatch(p -> registry.acceptanceOf(p).holds(time.startOf(from), time.startOf(to)));
    }

    /** As it is shown, cut to whole percent; what nothing was due from is not below anything. */
    private static boolean isBelow(StationRow row, int percent) {
        Double share = StationRow.assessed(row.total());
        return share != null && Math.floor(share * 100 + NEARLY) < percent;
    }

    private List<Enterprise> enterprises(Question question, Registry registry) {
        String park = question.text("park").map(id -> parks.park(id).id()).orElse(null);
        String enterprise =
                question.text("enterprise").map(id -> parks.enterprise(id).id()).orElse(null);
        return registry.enterprisesWithAround().stream()
                .filter(e -> park == null || park.equals(e.parkId()))
                .filter(e -> enterprise == null || enterprise.equals(e.id()))
                .toList();
    }

    private static List<Column<StationRow>> columns(Scope scope, List<LocalDate> days) {
        List<Column<StationRow>> columns = new ArrayList<>();
        columns.add(Column.text("id", new Bilingual("编号", "Id"), r -> Cell.code(r.id())));
        columns.add(Column.text("name", new Bilingual("站点", "Station"), r -> Cell.words(r.name())));
        columns.add(Column.text(
                "kind", new Bilingual("类别", "Kind"), r -> Cell.words(r.kind().text())));
        columns.add(Column.text("enterprise", new Bilingual("企业", "Enterprise"), r -> Cell.words(r.enterprise())));
        columns.add(Column.text("park", new Bilingual("园区", "Park"), r -> Cell.words(r.park())));
        columns.add(Column.share(
                "total.assessed",
                new Bilingual("评估值（排放口为传输有效率，其他为完整率）", "Assessed (transmission rate of outlets, else completeness)"),
                r -> share(StationRow.assessed(r.total()))));
        columns.add(Column.share(
                "total.completeness",
                new Bilingual("数据完整率", "Completeness"),
                r -> share(r.total().completeness())));
        columns.add(Column.number(
                "total.invalid",
                new Bilingual("无效数据个数", "Invalid values"),
                0,
                r -> Cell.number(BigDecimal.valueOf(r.allInvalid()))));
        if (scope != Scope.METER) {
            columns.add(Column.share(
                    "total.validity",
                    new Bilingual("数据传输有效率", "Effective transmission rate"),
                    r -> share(r.total().validity())));
        }
        for (LocalDate day : days) {
            columns.add(Column.share(
                    day.toString(), Bilingual.same(day.toString()), r -> share(StationRow.assessed(r.day(day)))));
        }
        return columns;
    }

    private static @Nullable Cell share(@Nullable Double share) {
        return share == null ? null : Cell.number(BigDecimal.valueOf(share));
    }

    private JsonObject json(StationRow row, List<LocalDate> days) {
        return new JsonObject()
                .put("id", row.id())
                .put("kind", row.kind().name())
                .put("name", Json.name(row.name()))
                .put("enterprise", parks.named(row.enterpriseId()))
                .put("days", Json.array(days, day -> rates(row.day(day), row.invalidOn(day))
                        .put("date", day.toString())))
                .put("total", rates(row.total(), row.allInvalid()));
    }

    /** Of a day that is not over, or on which nothing was due, nothing is said. */
    private static JsonObject rates(Delivery delivered, int invalid) {
        return new JsonObject()
                .put("completeness", delivered.completeness())
                .put("validity", delivered.validity())
                .put("invalid", delivered.expectedMs() == 0 ? null : Integer.valueOf(invalid));
    }
}
