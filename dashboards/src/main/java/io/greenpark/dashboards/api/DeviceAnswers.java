package io.greenpark.dashboards.api;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseFilter;
import io.greenpark.dashboards.source.ConsoleSources;
import io.greenpark.dashboards.table.Cell;
import io.greenpark.dashboards.table.Column;
import io.greenpark.dashboards.table.Listing;
import io.greenpark.objection.desk.MarkedThings;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.reading.Sample;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.DocumentKey;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Devices: how they stand, and one with its points, its gateway, what was refused of it, and the cases it is in. */
final class DeviceAnswers {
    private static final int REFUSALS = 20;
    private static final int MAX_CASES = 1_000;

    private final ConsoleSources sources;
    private final OpenReviews open;
    private final Parks parks;
    private final AlertJson alerts;
    private final ShownObjections objections;
    private final Clock clock;

    DeviceAnswers(ConsoleSources sources, OpenReviews open, Clock clock) {
        this.open = open;
        this.sources = sources;
        this.parks = new Parks(sources.registry());
        this.alerts = new AlertJson(
                parks, new CaseStaff(sources.identities()), new HandlingJson(sources.attachments()), clock);
        this.objections = new ShownObjections(sources.objectionMarks());
        this.clock = clock;
    }

    Reply list(Question question) {
        TableReply.allow(question, "state", "standsStill", "late", "enterprise", "park", "gateway");
        question.oneOf("enterprise", "park");
        Optional<DeviceLine.State> state = question.choice("state", DeviceLine.State.class);
        Optional<Boolean> standsStill = question.truth("standsStill");
        Optional<Boolean> late = question.truth("late");
        DeviceLines lines = new DeviceLines(sources, parks, clock.instant());
        List<DeviceLine> others = lines.of(chosen(question)).stream()
                .filter(line -> standsStill.isEmpty()
                        || standsStill.get() == lines.ages().standsStill(line.device()))
                .filter(line -> late.isEmpty() || late.get() == lines.isLate(line))
                .toList();
        Listing<DeviceLine> listing = new Listing<>(
                new Bilingual("设备", "Devices"),
                columns(lines),
                line -> line.device().id(),
                others.stream()
                        .filter(line -> state.isEmpty() || line.state() == state.get())
                        .toList());
        JsonObject about = new JsonObject().put("counts", counts(others));
        return new TableReply(question, clock, parks.districtZone())
                .of(listing, "greenpark-devices", about, "devices", page -> Json.array(page, lines::json));
    }

    private List<Device> chosen(Question question) {
        Set<String> enterprises = question.text("park")
                .map(id -> parks.registry().enterprisesOfPark(parks.park(id).id()).stream()
                        .map(e -> e.id())
                        .collect(Collectors.toSet()))
                .or(() -> question.text("enterprise")
                        .map(id -> Set.of(parks.enterprise(id).id())))
                .orElse(null);
        Optional<String> gateway =
                question.text("gateway").map(id -> parks.gateway(id).id());
        return parks.registry().facts().devices().stream()
                .filter(d -> enterprises == null || enterprises.contains(d.enterpriseId()))
                .filter(d -> gateway.isEmpty() || gateway.get().equals(d.gatewayId()))
                .toList();
    }

    /** How many devices stand in which state; every state is present. */
    static JsonObject counts(Collection<DeviceLine> lines) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (DeviceLine.State state : DeviceLine.State.values()) {
            counts.put(state.name(), 0);
        }
        lines.forEach(line -> counts.merge(line.state().name(), 1, Integer::sum));
        return new JsonObject(new LinkedHashMap<>(counts));
    }

    private List<Column<DeviceLine>> columns(DeviceLines lines) {
        return List.of(
                Column.text(
                        "id",
                        new Bilingual("编号", "Id"),
                        line -> Cell.code(line.device().id())),
                Column.text(
                        "name",
                        new Bilingual("名称", "Name"),
                        line -> Cell.words(line.device().name())),
                Column.text("state", new Bilingual("状态", "State"), line -> Cell.words(DeviceTexts.of(line.state()))),
                Column.text(
                        "enterprise",
                        new Bilingual("企业", "Enterprise"),
                        line -> Cell.words(
                                Subject.enterprise(line.device().enterpriseId()).name(parks.registry()))),
                Column.text("gateway", new Bilingual("网关", "Gateway"), line -> lines.gatewayName(line.device())
                        .map(Cell::words)
                        .orElseGet(() -> Cell.code(line.device().gatewayId()))),
                Column.text(
                        "lastMessage.arrival",
                        new Bilingual("最近消息", "Last message"),
                        line -> Cell.time(line.lastArrival(), line.zone())),
                Column.number(
                        "silentForSeconds",
                        new Bilingual("距今（秒）", "Seconds since"),
                        0,
                        line -> number(line.silentForSeconds(clock.instant()))),
                Column.number(
                        "silenceAfterSeconds",
                        new Bilingual("离线时限（秒）", "Silent after (seconds)"),
                        0,
                        line -> Cell.number(line.device().silenceAfter().toSeconds())),
                Column.text(
                        "data.newest",
                        new Bilingual("最新数据时间", "Newest data"),
                        line -> Cell.time(lines.ages().newest(line.device()), line.zone())),
                Column.text(
                        "data.standsStill",
                        new Bilingual("数据停滞", "Data stand still"),
                        line -> Cell.truth(lines.ages().standsStill(line.device()))),
                Column.text(
                        "lastRefusal.at",
                        new Bilingual("最近拒收", "Last refusal"),
                        line -> Cell.time(line.lastRefusal(), line.zone())),
                Column.text(
                        "lastRefusal.reason",
                        new Bilingual("拒收原因", "Refused because"),
                        line -> line.refusal() == null
                                ? null
                                : Cell.words(line.refusal().letter().reason().text())),
                Column.text(
                        "acceptance.pending",
                        new Bilingual("未验收", "Not accepted"),
                        line -> Cell.truth(
                                line.device().acceptance().waitingSince().isPresent())));
    }

    private static @Nullable Cell number(@Nullable Long value) {
        return value == null ? null : Cell.number(value);
    }

    JsonObject one(Question question) {
        question.allow();
        Device device = parks.device(question.id());
        DeviceLines lines = new DeviceLines(sources, parks, clock.instant());
        DeviceLine line = lines.of(device);
        Collection<Point> points = parks.registry().pointsOfDevice(device.id()).values();
        return lines.json(line)
                .put("zone", line.zone().getId())
                .put("review", open.around(question.viewer(), new DocumentKey(DocumentKind.DEVICE, device.id())))
                .put("points", points(points, line.zone()))
                .put(
                        "refusals",
                        Json.array(
                                sources.deadLetters().list(Set.of(device.id()), null, null, REFUSALS),
                                row -> DeadLetterJson.row(row, line.zone())))
                .put("openCases", cases(openCases(device, points), question));
    }

    private JsonArray cases(List<Case> open, Question question) {
        MarkedThings marked = objections.cases(open);
        return Json.array(
                open, c -> alerts.alert(c, question.viewer()).put("objection", ObjectionTexts.mark(marked.of(c.id()))));
    }

    /** A device has few points. */
    private JsonArray points(Collection<Point> points, ZoneId zone) {
        return sources.books().read(handle -> {
            ReadingStore readings = sources.books().ports(handle).readings();
            return Json.array(List.copyOf(points), p -> Json.named(p.id(), p.name())
                    .put("key", p.key())
                    .put("outlet", p.outletId())
                    .put("unit", p.currentFacts().unit().symbol())
                    .put("ratio", Json.decimal(p.currentFacts().effectiveRatio()))
                    .put("ended", Json.time(p.endedAt(), zone))
                    .put(
                            "newest",
                            readings.latest(p.id()).map(s -> sample(s, zone)).orElse(null)));
        });
    }

    private static JsonObject sample(Sample s, ZoneId zone) {
        return new JsonObject()
                .put("time", Json.time(s.timeMs(), zone))
                .put("value", Json.decimal(BigDecimal.valueOf(s.value())))
                .put("flag", String.valueOf(s.flag().code()));
    }

    private List<Case> openCases(Device device, Collection<Point> points) {
        CaseFilter.Things things = new CaseFilter.Things(
                Set.of(device.id()), points.stream().map(Point::id).collect(Collectors.toSet()), Set.of());
        return sources.cases().list(CaseFilter.all().in(Case.State.OPEN).things(things), MAX_CASES);
    }
}
