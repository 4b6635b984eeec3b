package io.greenpark.dashboards.api;

import io.greenpark.reports.content.Column;
import io.greenpark.reports.content.Formula;
import io.greenpark.reports.content.Report;
import io.greenpark.reports.content.Section;
import io.greenpark.reports.content.Shown;
import io.greenpark.reports.content.Table;
import io.greenpark.reports.content.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report in JSON: figures with all their digits beside how people are shown them, reasons as values with their words. */
final class ReportJson {
    private ReportJson() {}

    static JsonObject of(Report report) {
        return new JsonObject()
                .put("scope", report.subject().scope().name().toLowerCase(Locale.ROOT))
                .put("subject", Json.named(report.subject().id(), report.name()))
                .put("title", Json.words(report.title()))
                .put("period", report.period().text())
                .put("periodWords", Json.words(report.period().words()))
                .put("from", report.period().from().toString())
                .put("to", report.period().to().toString())
                .put("basis", report.basis().name())
                .put("state", report.state().name())
                .put("stateWords", Json.words(report.state().words()))
                .put("madeAt", Json.time(report.madeAt(), report.zone()))
                .put("sections", Json.array(report.sections(), ReportJson::section));
    }

    private static JsonObject section(Section section) {
        return new JsonObject()
                .put("code", section.code())
                .put("title", Json.words(section.title()))
                .put("tables", Json.array(section.tables(), ReportJson::table))
                .put("remarks", Json.array(section.remarks(), Json::words));
    }

    private static JsonObject table(Table table) {
        return new JsonObject()
                .put("code", table.code())
                .put("title", Json.words(table.title()))
                .put("summed", table.summed())
                .put("columns", Json.array(table.columns(), ReportJson::column))
                .put("rows", Json.array(table.rows(), row -> row(row, table.columns())));
    }

    private static JsonObject column(Column column) {
        return new JsonObject()
                .put("code", column.code())
                .put("heading", Json.words(column.heading()))
                .put("kind", column.kind().name());
    }

    private static JsonArray row(List<Value> row, List<Column> columns) {
        JsonArray cells = new JsonArray();
        for (int c = 0; c < row.size(); c++) {
            cells.add(cell(row.get(c), columns.get(c)));
        }
        return cells;
    }

    private static @Nullable JsonObject cell(Value value, Column column) {
        if (value instanceof Value.Figure figure) {
            Formula formula = figure.formula();
            return new JsonObject()
                    .put("figure", Json.decimal(figure.value()))
                    .put("shown", Shown.figure(figure.value(), column))
                    .put("formula", formula == null ? null : formula.ofColumn() ? "SUM" : formula.text());
        }
        if (value instanceof Value.Missing missing) {
            JsonObject json = new JsonObject().putNull("figure");
            ReasonJson.put(json, missing.reason());
            return json;
        }
        if (value instanceof Value.Words words) {
            return new JsonObject().put("words", Json.words(words.words()));
        }
        if (value instanceof Value.Code code) {
            return new JsonObject().put("code", code.code());
        }
        return value instanceof Value.Day day
                ? new JsonObject().put("day", day.day().toString())
                : null;
    }
}
