package io.greenpark.dashboards.api;

import io.greenpark.acceptance.comparison.Check;
import io.greenpark.acceptance.comparison.DisplayLine;
import io.greenpark.acceptance.comparison.DisplayReading;
import io.greenpark.acceptance.comparison.LineComparison;
import io.greenpark.acceptance.comparison.Missing;
import io.greenpark.acceptance.comparison.Nameplate;
import io.greenpark.acceptance.comparison.PlatformAmount;
import io.greenpark.acceptance.comparison.PlatformReading;
import io.greenpark.acceptance.comparison.Tolerances;
import io.greenpark.acceptance.desk.AcceptanceDesk;
import io.greenpark.acceptance.desk.SheetStep;
import io.greenpark.acceptance.sheet.AcceptanceSheet;
import io.greenpark.acceptance.sheet.Compared;
import io.greenpark.acceptance.sheet.SheetSignature;
import io.greenpark.park.registry.Device;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A sheet as JSON, with what it comes to. */
final class AcceptanceJson {
    private static final int PLACES = 4;

    private final Parks parks;
    private final AcceptanceDesk desk;

    AcceptanceJson(Parks parks, AcceptanceDesk desk) {
        this.parks = parks;
        this.desk = desk;
    }

    /** What somebody may do with it. */
    record May(boolean fill, boolean decide, boolean takeBack) {}

    /** @param from from when on the data would count; null for the first time that was compared */
    JsonObject of(AcceptanceSheet sheet, Device device, May may, @Nullable Instant from) {
        ZoneId zone = parks.zoneOf(device.enterpriseId());
        Compared compared = desk.compared(sheet, device, from);
        AcceptanceRow row = AcceptanceRow.of(device, sheet.number() == 0 ? null : sheet, zone);
        List<Point> points = points(device);
        return row.json(parks)
                .put("waits", device.acceptance().waitingSince().isPresent())
                .put("version", sheet.version())
                .put("remark", sheet.draft().remark())
                .put("sheetState", sheet.state().name())
                .put("lines", lines(sheet, compared, points, zone))
                .put("points", Json.array(points, AcceptanceJson::choice))
                .put("checks", Json.array(compared.ofDevice(), AcceptanceJson::check))
                .put("failed", compared.failed().size())
                .put("photos", Json.array(compared.photos(), photo -> photo))
                .put("signatures", signatures(sheet, zone))
                .put("proposedFrom", Json.time(sheet.firstCompared().orElse(null), zone))
                .put("tolerances", tolerances(desk.config().tolerances()))
                .put(
                        "may",
                        new JsonObject()
                                .put("fill", may.fill())
                                .put("decide", may.decide())
                                .put("takeBack", may.takeBack()))
                .put("changedAt", Json.time(sheet.changedAt(), zone))
                .put("steps", Json.array(desk.steps(sheet.number()), step -> step(step, zone)))
                .put("sheets", Json.array(desk.sheets(device.id()), one -> past(one, zone)));
    }

    /** Those of a device that a display may show. */
    List<Point> points(Device device) {
        return parks.registry().pointsOfDevice(device.id()).values().stream()
                .filter(p -> p.currentFacts().kind() != PointKind.STATE)
                .toList();
    }

    private static JsonObject choice(Point point) {
        return Json.named(point.id(), point.name())
                .put("kind", point.currentFacts().kind().name())
                .put("unit", point.currentFacts().unit().symbol())
                .put("registered", Json.decimal(point.currentFacts().ratio()));
    }

    private static JsonObject tolerances(Tolerances tolerances) {
        return new JsonObject()
                .put("apartSeconds", tolerances.apart().toSeconds())
                .put("percent", Json.decimal(tolerances.percent()))
                .put("leastSteps", tolerances.leastSteps());
    }

    private static JsonArray lines(AcceptanceSheet sheet, Compared compared, List<Point> points, ZoneId zone) {
        Map<String, LineComparison> comparisons =
                compared.lines().stream().collect(Collectors.toMap(LineComparison::point, Function.identity()));
        Map<String, Point> byId = points.stream().collect(Collectors.toMap(Point::id, Function.identity()));
        return Json.array(
                sheet.draft().lines().stream()
                        .filter(line -> comparisons.containsKey(line.point()) && byId.containsKey(line.point()))
                        .toList(),
                line -> line(
                        line,
                        Objects.requireNonNull(comparisons.get(line.point())),
                        Objects.requireNonNull(byId.get(line.point())),
                        zone));
    }

    private static JsonObject line(DisplayLine line, LineComparison compared, Point point, ZoneId zone) {
        Nameplate plates = line.nameplate();
        PlatformAmount amount = compared.amount();
        return new JsonObject()
                .put("point", Json.named(point.id(), point.name()))
                .put("kind", point.currentFacts().kind().name())
                .put("side", line.side().name())
                .put("unit", line.unit().symbol())
                .put(
                        "nameplate",
                        new JsonObject()
                                .put("direct", plates.direct())
                                .put(
                                        "ct",
                                        plates.ct() == null ? null : plates.ct().text())
                                .put(
                                        "pt",
                                        plates.pt() == null ? null : plates.pt().text())
                                .put("factor", plain(plates.factor())))
                .put("nameplateRatio", Json.decimal(compared.nameplate()))
                .put("registeredRatio", Json.decimal(compared.registered()))
                .put("first", reading(line.first(), compared.first(), zone))
                .put("second", reading(line.second(), compared.second(), zone))
                .put("displayed", rounded(compared.displayed()))
                .put("counted", amount == null ? null : rounded(amount.amount()))
                .put("missing", amount == null ? null : missing(amount.missing()))
                .put("percent", plain(compared.percent()))
                .put("checks", Json.array(compared.checks(), AcceptanceJson::check));
    }

    private static @Nullable JsonObject reading(
            @Nullable DisplayReading read, LineComparison.@Nullable Reading compared, ZoneId zone) {
        return read == null || compared == null
                ? null
                : new JsonObject()
                        .put("at", Json.time(read.at(), zone))
                        .put("value", read.value().toPlainString())
                        .put("primary", rounded(compared.display()))
                        .put("platform", platform(compared.platform(), zone))
                        .put("percent", plain(compared.percent()));
    }

    static JsonObject platform(PlatformReading platform, ZoneId zone) {
        return new JsonObject()
                .put("value", rounded(platform.value()))
                .put("least", rounded(platform.least()))
                .put("most", rounded(platform.most()))
                .put("before", Json.time(platform.before(), zone))
                .put("after", Json.time(platform.after(), zone))
                .put("missing", missing(platform.missing()));
    }

    private static @Nullable JsonObject missing(@Nullable Missing why) {
        return why == null
                ? null
                : new JsonObject().put("code", why.name()).put("text", Json.words(AcceptanceTexts.of(why)));
    }

    private static JsonObject check(Check check) {
        return new JsonObject()
                .put("kind", check.kind().name())
                .put("point", check.point())
                .put("result", check.result().name())
                .put("seen", check.seen())
                .put("text", Json.words(AcceptanceTexts.of(check)));
    }

    private static JsonObject signatures(AcceptanceSheet sheet, ZoneId zone) {
        return new JsonObject()
                .put("installer", signature(sheet.installer(), zone))
                .put("second", signature(sheet.second(), zone));
    }

    private static @Nullable JsonObject signature(@Nullable SheetSignature signature, ZoneId zone) {
        return signature == null
                ? null
                : new JsonObject()
                        .put("name", signature.name())
                        .put("account", signature.account())
                        .put("at", Json.time(signature.at(), zone))
                        .put("confirmed", Json.array(signature.confirmed(), one -> check(one.check())
                                .put("words", one.words())));
    }

    private static JsonObject step(SheetStep step, ZoneId zone) {
        return new JsonObject()
                .put("state", step.state().name())
                .put("at", Json.time(step.at(), zone))
                .put("who", step.who())
                .put("words", step.words());
    }

    private static JsonObject past(AcceptanceSheet sheet, ZoneId zone) {
        return new JsonObject()
                .put("number", sheet.number())
                .put("state", sheet.state().name())
                .put("changedAt", Json.time(sheet.changedAt(), zone));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable String rounded(@Nullable BigDecimal number) {
        return number == null
                ? null
                : Json.decimal(number.scale() > PLACES ? number.setScale(PLACES, RoundingMode.HALF_UP) : number);
    }
}
