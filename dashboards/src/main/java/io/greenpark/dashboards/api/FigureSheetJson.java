package io.greenpark.dashboards.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.greenpark.park.registry.DocumentKind;
import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.form.Documents;
import io.greenpark.sheets.mapping.Recognised;
import io.greenpark.sheets.match.RowMatch;
import io.greenpark.sheets.match.RowMatch.Part;
import io.greenpark.sheets.match.RowMatch.Proposal;
import io.greenpark.sheets.match.SaidRow;
import io.greenpark.sheets.monthly.Asked;
import io.greenpark.sheets.monthly.MonthTotal;
import io.greenpark.sheets.monthly.MonthlyPreview;
import io.greenpark.sheets.monthly.ReadRow;
import io.greenpark.sheets.monthly.SheetReading;
import io.greenpark.sheets.monthly.SumFate;
import io.greenpark.sheets.monthly.TotalCheck;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What becomes of somebody's own sheet, as answers tell it. */
final class FigureSheetJson {
    private FigureSheetJson() {}

    static JsonObject of(Recognised.Sheets sheets, MonthlyPreview preview, Documents documents) {
        List<SheetReading> readings = preview.of().sheets();
        JsonObject counts = new JsonObject();
        preview.counts().forEach((outcome, n) -> counts.put(outcome.name(), n));
        return new JsonObject()
                .put("sound", preview.sound())
                .put("sheets", Json.array(sheets.read(), s -> LayoutJson.of(s, readings)))
                .put("unread", new JsonArray(sheets.unread()))
                .put(
                        "counts",
                        counts.put(
                                "MISSING",
                                readings.stream()
                                        .mapToInt(SheetReading::missing)
                                        .sum()))
                .put("faults", Json.array(preview.faults(), SheetJson::fault))
                .put("asked", Json.array(preview.of().asked(), FigureSheetJson::asked))
                .put(
                        "rows",
                        Json.array(
                                readings.stream()
                                        .flatMap(r -> r.rows().stream())
                                        .toList(),
                                FigureSheetJson::row))
                .put("figures", Json.array(preview.fates(), FigureSheetJson::fate))
                .put(
                        "checks",
                        Json.array(
                                readings.stream()
                                        .flatMap(r -> r.checks().stream())
                                        .toList(),
                                FigureSheetJson::check))
                .put("totals", Json.array(MonthTotal.of(preview.of()), FigureSheetJson::total))
                .put("names", names(preview, documents));
    }

    /** What the enterprises that are spoken of are called. */
    private static JsonObject names(MonthlyPreview preview, Documents documents) {
        TreeSet<String> ids = new TreeSet<>();
        preview.fates().forEach(f -> ids.add(f.key().enterprise()));
        preview.of().sheets().forEach(s -> s.rows()
                .forEach(r -> r.match().parts().forEach(p -> ids.add(p.enterprise()))));
        SortedMap<String, ObjectNode> enterprises = documents.of(DocumentKind.ENTERPRISE);
        JsonObject names = new JsonObject();
        ids.forEach(id -> {
            ObjectNode one = enterprises.get(id);
            String zh = one == null ? id : one.at("/name/zh").asText(id);
            names.put(
                    id,
                    Json.words(new Bilingual(
                            zh, one == null ? id : one.at("/name/en").asText(zh))));
        });
        return names;
    }

    private static JsonObject asked(Asked asked) {
        return new JsonObject()
                .put("code", asked.code().name())
                .put("places", new JsonArray(asked.places()))
                .put("count", asked.count())
                .put("text", Json.words(asked.text()));
    }

    private static JsonObject row(ReadRow row) {
        RowMatch match = row.match();
        SaidRow said = row.said();
        return new JsonObject()
                .put("sheet", row.sheet())
                .put("row", row.row())
                .put("mapping", row.mapping())
                .put("key", said.key())
                .put("id", said.id())
                .put("creditCode", said.creditCode())
                .put("account", said.account())
                .put("name", said.name())
                .put("state", match.state().name())
                .put("by", match.by().name())
                .put("parts", Json.array(match.parts(), FigureSheetJson::part))
                .put("proposals", Json.array(match.proposals(), FigureSheetJson::proposal));
    }

    private static JsonObject part(Part part) {
        return new JsonObject().put("enterprise", part.enterprise()).put("share", plain(part.share()));
    }

    private static JsonObject proposal(Proposal proposal) {
        return new JsonObject()
                .put("enterprise", proposal.enterprise())
                .put("name", proposal.name())
                .put("why", proposal.why().name());
    }

    private static JsonObject fate(SumFate fate) {
        return new JsonObject()
                .put("enterprise", fate.key().enterprise())
                .put("month", fate.key().month().toString())
                .put("figure", fate.key().figure().code())
                .put("unit", fate.key().figure().family().kept())
                .put("outcome", fate.outcome().name())
                .put("cells", new JsonArray(fate.cells()))
                .put("was", fate.was())
                .put("is", fate.is());
    }

    private static JsonObject check(TotalCheck check) {
        return new JsonObject()
                .put("sheet", check.sheet())
                .put("cell", check.cell())
                .put("label", check.label())
                .put("said", plain(check.said()))
                .put("sum", plain(check.sum()))
                .put("right", check.right());
    }

    private static JsonObject total(MonthTotal total) {
        return new JsonObject()
                .put("figure", total.figure().code())
                .put("month", total.month().toString())
                .put("unit", total.unit().code())
                .put("cells", total.cells())
                .put("read", plain(total.read()))
                .put("taken", plain(total.taken()))
                .put("keptUnit", total.figure().family().kept())
                .put("kept", plain(total.kept()));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
