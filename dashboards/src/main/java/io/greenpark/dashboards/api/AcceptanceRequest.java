package io.greenpark.dashboards.api;

import io.greenpark.acceptance.comparison.DisplayLine;
import io.greenpark.acceptance.comparison.DisplayReading;
import io.greenpark.acceptance.comparison.Nameplate;
import io.greenpark.acceptance.comparison.Side;
import io.greenpark.acceptance.comparison.TransformerRatio;
import io.greenpark.acceptance.sheet.SheetDraft;
import io.greenpark.park.registry.Point;
import io.greenpark.park.unit.Unit;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a body says that a sheet is to say. */
final class AcceptanceRequest {
    private static final String NUMBER = "[0-9]{1,15}([.][0-9]{1,6})?";
    private static final String SIGNED_NUMBER = "-?" + NUMBER;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 100;

    private final JsonObject body;
    private final Map<String, Point> points;
    private final ZoneId zone;
    private final Instant now;

    /**
     * A body.
     *
     * @param points those of the device
     * @param zone of times without one
     */
    AcceptanceRequest(JsonObject body, List<Point> points, ZoneId zone, Instant now) {
        this.body = body;
        this.points = points.stream().collect(Collectors.toMap(Point::id, Function.identity()));
        this.zone = zone;
        this.now = now;
        require(body, "version", "serial", "remark", "lines");
    }

    long version() {
        if (!(body.getValue("version") instanceof Number version)) {
            throw wrong(
                    "version", "须为所见验收单的版本号，尚未开始为 0", "must be the version that was seen, 0 where nobody has begun");
        }
        return version.longValue();
    }

    SheetDraft draft() {
        List<DisplayLine> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonObject one : objects()) {
            DisplayLine line = line(one);
            if (!seen.add(line.point())) {
                throw wrong("lines", "中点位 \"" + line.point() + "\" 出现两次", "has point \"" + line.point() + "\" twice");
            }
            lines.add(line);
        }
        return new SheetDraft(text(body, "serial", LONGEST_NAME), text(body, "remark", LONGEST), lines);
    }

    private List<JsonObject> objects() {
        Object lines = body.getValue("lines");
        if (lines == null) {
            return List.of();
        }
        if (!(lines instanceof JsonArray array)
                || array.size() > points.size()
                || array.stream().anyMatch(line -> !(line instanceof JsonObject))) {
            throw wrong(
                    "lines",
                    "须为列表，每个点位一项，最多 " + points.size() + " 项",
                    "must be a list with an entry for each point, at most " + points.size());
        }
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private DisplayLine line(JsonObject one) {
        require(one, "point", "side", "unit", "nameplate", "first", "second");
        String id = text(one, "point", LONGEST_NAME);
        Point point = id == null ? null : points.get(id);
        if (point == null) {
            String own = String.join(", ", points.keySet());
            throw wrong("point", "须为该设备的点位之一：" + own, "must be one of the device's points: " + own);
        }
        DisplayReading first = reading(one, "first");
        DisplayReading second = reading(one, "second");
        return new DisplayLine(point.id(), side(one), unit(one, point), nameplate(one), first, second);
    }

    private static Side side(JsonObject one) {
        Object code = one.getValue("side");
        return code == null
                ? Side.PRIMARY
                : Arrays.stream(Side.values())
                        .filter(side -> side.name().equals(code))
                        .findFirst()
                        .orElseThrow(() -> wrong("side", "须为 PRIMARY 或 SECONDARY", "must be PRIMARY or SECONDARY"));
    }

    private static Unit unit(JsonObject one, Point point) {
        Unit own = point.currentFacts().unit();
        String symbol = text(one, "unit", LONGEST_NAME);
        if (symbol == null) {
            return own;
        }
        return Unit.ofSymbol(symbol)
                .filter(unit -> unit.dimension() == own.dimension())
                .orElseThrow(() -> {
                    String units = Arrays.stream(Unit.values())
                            .filter(unit -> unit.dimension() == own.dimension())
                            .map(Unit::symbol)
                            .collect(Collectors.joining(", "));
                    return wrong(
                            "unit",
                            "\"" + symbol + "\" 不可用；可用的有 " + units,
                            "\"" + symbol + "\" is not one of " + units);
                });
    }

    private static Nameplate nameplate(JsonObject one) {
        if (one.getValue("nameplate") == null) {
            return Nameplate.UNKNOWN;
        }
        if (!(one.getValue("nameplate") instanceof JsonObject plate)) {
            throw wrong("nameplate", "须为对象，如 {\"ct\": \"300/5\"}", "must be an object, as {\"ct\": \"300/5\"}");
        }
        require(plate, "direct", "ct", "pt", "factor");
        if (Boolean.TRUE.equals(plate.getValue("direct"))) {
            return Nameplate.DIRECT;
        }
        BigDecimal factor = number(plate, "factor", NUMBER);
        if (factor != null && factor.signum() == 0) {
            throw wrong("factor", "须大于 0", "must be above 0");
        }
        return new Nameplate(false, transformer(plate, "ct"), transformer(plate, "pt"), factor);
    }

    private static @Nullable TransformerRatio transformer(JsonObject plate, String name) {
        String text = text(plate, name, LONGEST_NAME);
        return text == null
                ? null
                : TransformerRatio.of(text)
                        .orElseThrow(() -> wrong(
                                name,
                                "的值 \"" + text + "\" 不是变比；请按铭牌填写，如 300/5",
                                "\"" + text + "\" is no ratio; write it as the nameplate has it, e.g. 300/5"));
    }

    private @Nullable DisplayReading reading(JsonObject one, String name) {
        Object value = one.getValue(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof JsonObject reading)) {
            throw wrong(name, "须为对象，含 at 和 value", "must be an object with at and value");
        }
        require(reading, "at", "value");
        String at = text(reading, "at", LONGEST_NAME);
        BigDecimal shown = number(reading, "value", SIGNED_NUMBER);
        if (at == null && shown == null) {
            return null;
        }
        if (at == null || shown == null) {
            throw wrong(name, "须同时有时间和示数", "needs both a time and a value");
        }
        Instant time = Dates.instant(name + ".at", at, zone);
        if (time.isAfter(now)) {
            throw wrong(name, "的时间晚于现在；请按实际抄表时间填写", "has a time to come; give the one at which it was read");
        }
        return new DisplayReading(time, shown);
    }

    /** With the digits it was typed with, so as a text. */
    private static @Nullable BigDecimal number(JsonObject one, String name, String form) {
        String text = text(one, name, LONGEST_NAME);
        if (text != null && !text.matches(form)) {
            throw wrong(
                    name,
                    "的值 \"" + text + "\" 不是数；请填文本形式的数，如 \"12345.60\"，小数最多 6 位",
                    "\"" + text
                            + "\" is no number; give it as a text with the digits of the display, as \"12345.60\", six after"
                            + " the point at most");
        }
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable String text(JsonObject one, String name, int longest) {
        Object value = one.getValue(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrong(name, "须为文本", "must be a text");
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw wrong(name, "最多 " + longest + " 个字符", "has at most " + longest + " characters");
        }
        return stripped.isEmpty() ? null : stripped;
    }

    private static void require(JsonObject one, String... allowed) {
        for (String name : one.fieldNames()) {
            if (!Set.of(allowed).contains(name)) {
                throw wrong(
                        name,
                        "此处没有该项；可用的有 " + String.join(", ", allowed),
                        "is unknown here; allowed: " + String.join(", ", allowed));
            }
        }
    }

    private static Problem wrong(String name, String zh, String en) {
        return RequestBody.wrong(name, zh, en);
    }
}
