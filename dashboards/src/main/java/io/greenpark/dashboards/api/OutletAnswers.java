package io.greenpark.dashboards.api;

import io.greenpark.accounting.discharge.DischargeRow;
import io.greenpark.accounting.point.Delivery;
import io.greenpark.accounting.point.OutletDelivery;
import io.greenpark.alerts.cases.LimitVerdicts;
import io.greenpark.dashboards.api.NewestMeans.PointStanding;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All outlets: how their points stand by their newest closed means, and how much they delivered in the last seven days. */
final class OutletAnswers {
    private static final int DAYS = 7;

    private final Parks parks;
    private final PointJson pointJson;
    private final ShownObjections objections;
    private final NewestMeans means;
    private final OutletDelivery delivery;
    private final Clock clock;

    OutletAnswers(ConsoleSources sources, Clock clock) {
        this.parks = new Parks(sources.registry());
        this.pointJson = new PointJson(parks, sources.objectionMarks(), clock);
        this.objections = new ShownObjections(sources.objectionMarks());
        this.means = new NewestMeans(sources.discharges(), new LimitVerdicts(sources.books()));
        this.delivery = new OutletDelivery(sources.discharges(), clock);
        this.clock = clock;
    }

    private record OutletRow(
            Outlet outlet, Bilingual enterprise, Park park, List<PointStanding> points, Delivery delivery) {
        OutletState state() {
            return points.stream()
                    .map(PointStanding::state)
                    .reduce(OutletState::worse)
                    .orElse(OutletState.NO_DATA);
        }

        /** Names of its points in a state. */
        @Nullable
        Cell in(OutletState state) {
            List<Bilingual> names = points.stream()
                    .filter(p -> p.state() == state)
                    .map(p -> p.point().name())
                    .toList();
            return names.isEmpty()
                    ? null
                    : Cell.words(new Bilingual(
                            String.join("、", names.stream().map(Bilingual::zh).toList()),
                            String.join(", ", names.stream().map(Bilingual::en).toList())));
        }
    }

    Reply list(Question question) {
        TableReply.allow(question, "park", "enterprise", "medium", "state");
        Registry registry = parks.registry();
        Outlet.Medium medium = question.choice("medium", Outlet.Medium.class).orElse(null);
        OutletState state = question.choice("state", OutletState.class).orElse(null);
        Map<Outlet, List<Point>> outlets = outlets(question, registry, medium);
        List<OutletRow> rows = rows(outlets, registry).stream()
                .filter(r -> state == null || r.state() == state)
                .toList();
        Listing<OutletRow> listing = new Listing<>(
                new Bilingual("排口", "Outlets"), columns(), row -> row.outlet().id(), rows);
        ZoneId zone =
                Subject.district(registry.facts().districtId()).time(registry).zone();
        JsonObject about = new JsonObject().put("days", DAYS).put("notice", Json.words(ExceedanceTexts.NOTICE));
        return new TableReply(question, clock, zone).of(listing, "greenpark-outlets", about, "rows", page -> {
            MarkedThings limits = pointJson.limitsOf(page.stream()
                    .flatMap(row -> row.points().stream())
                    .map(PointStanding::point)
                    .toList());
            MarkedThings newest = newest(page);
            return Json.array(page, row -> json(row, limits, newest));
        });
    }

    /** Objections to the newest means of some outlets, or to hours of the newest days. */
    private MarkedThings newest(List<OutletRow> page) {
        List<PointStanding> shown = page.stream()
                .flatMap(row -> row.points().stream())
                .filter(s -> s.row() != null)
                .toList();
        List<DischargeRow> rows =
                shown.stream().map(PointStanding::row).filter(Objects::nonNull).toList();
        Optional<Instant> from = rows.stream().map(DischargeRow::from).min(Instant::compareTo);
        Optional<Instant> to = rows.stream().map(DischargeRow::to).max(Instant::compareTo);
        return from.isEmpty() || to.isEmpty()
                ? MarkedThings.NONE
                : objections.meansWithin(
                        shown.stream().map(s -> s.point().id()).toList(), Step.DAY, from.get(), to.get());
    }

    private Map<Outlet, List<Point>> outlets(Question question, Registry registry, Outlet.@Nullable Medium medium) {
        String park = question.text("park").map(id -> parks.park(id).id()).orElse(null);
        String enterprise =
                question.text("enterprise").map(id -> parks.enterprise(id).id()).orElse(null);
        Map<Outlet, List<Point>> outlets = new LinkedHashMap<>();
        for (Outlet outlet : registry.facts().outlets()) {
            boolean asked = (medium == null || outlet.medium() == medium)
                    && (enterprise == null || enterprise.equals(outlet.enterpriseId()))
                    && (park == null || park.equals(parkOf(outlet, registry).id()));
            if (asked) {
                outlets.put(outlet, new ArrayList<>());
            }
        }
        Instant now = clock.instant();
        for (Point p : registry.facts().points()) {
            boolean used = p.endedAt() == null || p.endedAt().isAfter(now);
            Outlet outlet = Optional.ofNullable(used ? p.outletId() : null)
                    .flatMap(registry::outlet)
                    .orElse(null);
            List<Point> points = outlet == null ? null : outlets.get(outlet);
            if (points != null) {
                points.add(p);
            }
        }
        return outlets;
    }

    /** Also where of its enterprise no more is seen than the outlet. */
    private static Park parkOf(Outlet outlet, Registry registry) {
        return registry.parkAround(outlet.enterpriseId()).orElseThrow();
    }

    private List<OutletRow> rows(Map<Outlet, List<Point>> outlets, Registry registry) {
        List<Point> all = outlets.values().stream().flatMap(List::stream).toList();
        Map<String, PointStanding> standings = means.of(all, registry, clock.instant());
        Map<String, Delivery> delivered = delivered(all, registry);
        List<OutletRow> rows = new ArrayList<>();
        outlets.forEach((outlet, points) -> rows.add(new OutletRow(
                outlet,
                Subject.enterprise(outlet.enterpriseId()).name(registry),
                parkOf(outlet, registry),
                points.stream()
                        .filter(p -> standings.containsKey(p.id()))
                        .map(p -> standings.get(p.id()))
                        .toList(),
                points.stream()
                        .map(p -> delivered.getOrDefault(p.id(), Delivery.NONE))
                        .reduce(Delivery.NONE, Delivery::plus))));
        return rows;
    }

    private Map<String, Delivery> delivered(List<Point> points, Registry registry) {
        Map<ParkTime, List<Point>> byTime = new LinkedHashMap<>();
        points.forEach(p -> byTime.computeIfAbsent(registry.timeOf(p.enterpriseId()), t -> new ArrayList<>())
                .add(p));
        Map<String, Delivery> delivered = new TreeMap<>();
        byTime.forEach((time, own) -> {
            LocalDate today = time.dayOf(clock.instant());
            delivery.of(own, time, today.minusDays(DAYS), today)
                    .forEach((point, days) ->
                            delivered.put(point, days.values().stream().reduce(Delivery.NONE, Delivery::plus)));
        });
        return delivered;
    }

    private static List<Column<OutletRow>> columns() {
        return List.of(
                Column.text(
                        "id",
                        new Bilingual("编号", "Id"),
                        r -> Cell.code(r.outlet().id())),
                Column.text(
                        "name",
                        new Bilingual("排口", "Outlet"),
                        r -> Cell.words(r.outlet().name())),
                Column.text(
                        "code",
                        new Bilingual("排口编号", "Outlet code"),
                        r -> Cell.code(r.outlet().code())),
                Column.text(
                        "permit",
                        new Bilingual("排污许可证号", "Permit"),
                        r -> Cell.code(r.outlet().permit())),
                Column.text("enterprise", new Bilingual("企业", "Enterprise"), r -> Cell.words(r.enterprise())),
                Column.text(
                        "park",
                        new Bilingual("园区", "Park"),
                        r -> Cell.words(r.park().name())),
                Column.text(
                        "medium",
                        new Bilingual("类型", "Medium"),
                        r -> Cell.words(ExceedanceTexts.of(r.outlet().medium()))),
                Column.text(
                        "standing",
                        new Bilingual("数据性质", "Kind of evidence"),
                        r -> Cell.words(ExceedanceTexts.evidence(r.outlet().standing() == Outlet.Standing.EVIDENCE))),
                Column.text(
                        "state",
                        new Bilingual("判断", "Verdict"),
                        r -> Cell.words(r.state().text())),
                Column.text("exceeded", new Bilingual("超标项目", "Exceeded"), r -> r.in(OutletState.EXCEEDED)),
                Column.text(
                        "suspected",
                        new Bilingual("疑似超标项目", "Suspected exceedances"),
                        r -> r.in(OutletState.SUSPECTED)),
                Column.text("noData", new Bilingual("无数据项目", "No data"), r -> r.in(OutletState.NO_DATA)),
                Column.share(
                        "validity",
                        new Bilingual("数据传输有效率（近7日）", "Effective transmission rate, 7 days"),
                        r -> share(r.delivery().validity())),
                Column.share(
                        "completeness",
                        new Bilingual("数据完整率（近7日）", "Completeness, 7 days"),
                        r -> share(r.delivery().completeness())),
                Column.text("notice", new Bilingual("说明", "Notice"), r -> Cell.words(ExceedanceTexts.NOTICE)));
    }

    private static @Nullable Cell share(@Nullable Double share) {
        return share == null ? null : Cell.number(BigDecimal.valueOf(share));
    }

    private JsonObject json(OutletRow row, MarkedThings limits, MarkedThings newest) {
        Outlet outlet = row.outlet();
        Double validity = row.delivery().validity();
        return new JsonObject()
                .put("id", outlet.id())
                .put("name", Json.name(outlet.name()))
                .put("enterprise", parks.named(outlet.enterpriseId()))
                .put("park", parks.named(Subject.park(row.park().id())))
                .put("medium", outlet.medium().name())
                .put("standing", outlet.standing().name())
                .put("code", outlet.code())
                .put("permit", outlet.permit())
                .put("state", row.state().name())
                .put("validity", validity)
                .put("validityReason", validity == null ? Json.words(DeliveryTexts.NO_HOURS) : null)
                .put("completeness", row.delivery().completeness())
                .put("points", Json.array(row.points(), point -> point(point, limits, newest)));
    }

    private JsonObject point(PointStanding s, MarkedThings limits, MarkedThings newest) {
        Point point = s.point();
        ZoneId zone = parks.zoneOf(point.enterpriseId());
        DischargeRow row = s.row();
        JsonObject json = ChosenPoints.named(point)
                .put("unit", point.currentFacts().unit().symbol())
                .put("averaging", s.step().name())
                .put("state", s.state().name())
                .put(
                        "limit",
                        s.verdict() == null ? null : Json.decimal(s.verdict().limit()))
                .put("limits", pointJson.limits(point, limits))
                .put("from", row == null ? null : Json.boundary(row.from(), s.step(), zone))
                .put("to", row == null ? null : Json.boundary(row.to(), s.step(), zone))
                .put("mean", row == null ? null : Json.decimal(row.mean()))
                .put("completeness", row == null ? null : row.completeness())
                .put(
                        "objection",
                        row == null
                                ? null
                                : ObjectionTexts.mark(
                                        ShownObjections.mark(newest, point.id(), s.step(), row.from(), row.to())));
        return json.put(
                "reasonText",
                s.verdict() == null || s.verdict().reason() == null
                        ? null
                        : Json.words(s.verdict().reason().text()));
    }
}
