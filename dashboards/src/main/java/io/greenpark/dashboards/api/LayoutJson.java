package io.greenpark.dashboards.api;

import io.greenpark.sheets.cell.CellAddress;
import io.greenpark.sheets.layout.Guess;
import io.greenpark.sheets.layout.Heading;
import io.greenpark.sheets.layout.Layout;
import io.greenpark.sheets.layout.Layout.Column;
import io.greenpark.sheets.mapping.KeptMapping;
import io.greenpark.sheets.mapping.MappingText;
import io.greenpark.sheets.mapping.Recognised;
import io.greenpark.sheets.mapping.Recognised.Like;
import io.greenpark.sheets.monthly.SheetReading;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How sheets are laid out and what is known of their header, as answers tell it. */
final class LayoutJson {
    private LayoutJson() {}

    static JsonObject of(Recognised one, List<SheetReading> readings) {
        Layout layout = one.layouts().get(0);
        List<SheetReading> of = readings.stream()
                .filter(r -> one.layouts().contains(r.sheet().layout()))
                .toList();
        JsonArray needs = new JsonArray();
        if (of.stream().anyMatch(SheetReading::needsYear)) {
            needs.add("YEAR");
        }
        if (of.stream().anyMatch(SheetReading::needsMonth)) {
            needs.add("MONTH");
        }
        return new JsonObject()
                .put(
                        "names",
                        new JsonArray(one.layouts().stream()
                                .map(l -> l.sheet().name())
                                .toList()))
                .put("fingerprint", layout.fingerprint())
                .put("header", header(layout))
                .put("title", new JsonArray(layout.title()))
                .put("columns", columns(layout))
                .put("mapping", one.chosen() == null ? null : mapping(one.chosen()))
                .put("fitting", Json.array(one.fitting(), LayoutJson::mapping))
                .put("like", like(one.like()))
                .put("needs", needs)
                .put(
                        "notes",
                        new JsonArray(of.stream()
                                .flatMap(r -> r.notes().stream()
                                        .map(n -> r.sheet().layout().sheet().name() + "!" + n))
                                .toList()));
    }

    private static String header(Layout layout) {
        int last = layout.columns().get(layout.columns().size() - 1).at();
        return new CellAddress(layout.firstRow(), layout.columns().get(0).at()) + ":"
                + new CellAddress(layout.lastRow(), last);
    }

    /** Columns with one key are one: months of a figure. */
    private static JsonArray columns(Layout layout) {
        Map<String, JsonObject> columns = new LinkedHashMap<>();
        for (Column column : layout.columns()) {
            Heading heading = column.heading();
            JsonObject one = columns.computeIfAbsent(heading.key(), k -> {
                Guess guess = Guess.of(heading, layout.title());
                return new JsonObject()
                        .put("heading", heading.key())
                        .put("shown", heading.shown())
                        .put("cells", new JsonArray())
                        .put(
                                "guess",
                                new JsonObject()
                                        .put("role", guess.role().code())
                                        .put(
                                                "figure",
                                                guess.figure() == null
                                                        ? null
                                                        : guess.figure().code())
                                        .put(
                                                "unit",
                                                guess.unit() == null
                                                        ? null
                                                        : guess.unit().code()));
            });
            one.getJsonArray("cells").add(layout.address(column));
        }
        return new JsonArray(List.copyOf(columns.values()));
    }

    private static @Nullable JsonObject like(@Nullable Like like) {
        return like == null
                ? null
                : new JsonObject()
                        .put("mapping", mapping(like.mapping()))
                        .put("added", new JsonArray(like.added()))
                        .put("missing", new JsonArray(like.missing()));
    }

    /** A mapping as it is kept. */
    static JsonObject mapping(KeptMapping kept) {
        return new JsonObject(MappingText.write(kept.mapping()).toString())
                .put("id", kept.id())
                .put("version", kept.version())
                .put("changedAt", Json.time(kept.changedAt(), Json.PLATFORM_ZONE))
                .put("changedBy", kept.changedBy());
    }
}
