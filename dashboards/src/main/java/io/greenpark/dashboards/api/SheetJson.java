package io.greenpark.dashboards.api;

import io.greenpark.park.text.Bilingual;
import io.greenpark.sheets.intake.CellFault;
import io.greenpark.sheets.intake.SheetPreview;
import io.greenpark.sheets.intake.SheetPreview.CellChange;
import io.greenpark.sheets.intake.SheetPreview.Outcome;
import io.greenpark.sheets.intake.SheetPreview.RowFate;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What becomes of a file with tables, as answers tell it. */
final class SheetJson {
    private SheetJson() {}

    static JsonObject preview(SheetPreview preview) {
        JsonObject counts = new JsonObject();
        preview.counts().forEach((outcome, rows) -> counts.put(outcome.name(), rows));
        return new JsonObject()
                .put("sound", preview.sound())
                .put("counts", counts)
                .put("faults", Json.array(preview.faults(), SheetJson::fault))
                .put("rows", Json.array(preview.rows(), SheetJson::row))
                .put("unread", new JsonArray(preview.unread()));
    }

    static JsonObject fault(CellFault fault) {
        return new JsonObject()
                .put("sheet", fault.sheet())
                .put("cell", fault.cell())
                .put("said", fault.said())
                .put("allowed", both(fault.allowed()))
                .put("toDo", both(fault.toDo()));
    }

    private static JsonObject row(RowFate row) {
        JsonObject json = new JsonObject().put("sheet", row.sheet()).put("row", row.row());
        json.mergeIn(ChangeAnswers.keyJson(row.key()))
                .put("outcome", row.outcome().name());
        return row.outcome() == Outcome.CHANGED ? json.put("cells", Json.array(row.cells(), SheetJson::cell)) : json;
    }

    private static JsonObject cell(CellChange cell) {
        return new JsonObject()
                .put("cell", cell.cell())
                .put("column", both(cell.column()))
                .put("was", cell.was())
                .put("is", cell.is());
    }

    private static JsonObject both(Bilingual words) {
        return new JsonObject().put("zh", words.zh()).put("en", words.en());
    }
}
