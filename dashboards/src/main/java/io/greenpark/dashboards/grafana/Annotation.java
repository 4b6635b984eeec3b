package io.greenpark.dashboards.grafana;

import static io.greenpark.store.series.SeriesSchema.END_MS;
import static io.greenpark.store.series.SeriesSchema.OBJECTION;
import static io.greenpark.store.series.SeriesSchema.STATE;
import static io.greenpark.store.series.SeriesSchema.TITLE_EN;
import static io.greenpark.store.series.SeriesSchema.TITLE_ZH;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Times that a dashboard marks in all its charts, with a text.
 *
 * @param query of points at which a time begins
 * @param titleColumn the field with the text in Chinese
 * @param textColumn the same in English
 * @param endColumn the field with the end of the time, epoch milliseconds
 */
public record Annotation(
        String nameZh,
        String nameEn,
        String color,
        InfluxQl query,
        String titleColumn,
        String textColumn,
        String endColumn) {
    /**
     * The times of figures that are objected to, with number and state. What was taken back is not among them.
     *
     * @param of bounds the points to what the dashboard is about
     */
    static Annotation objections(UnaryOperator<InfluxQl> of) {
        String columns = List.of(TITLE_ZH, TITLE_EN, STATE, END_MS).stream()
                .map(InfluxQl::quoted)
                .collect(Collectors.joining(", "));
        InfluxQl points = InfluxQl.points(columns, OBJECTION).whereNot(STATE, "WITHDRAWN");
        return new Annotation("企业异议", "Objections", "orange", of.apply(points), TITLE_ZH, TITLE_EN, END_MS);
    }

    JsonObject json() {
        return new JsonObject()
                .put("name", nameZh + " / " + nameEn)
                .put("datasource", DataSource.reference())
                .put("enable", true)
                .put("hide", false)
                .put("iconColor", color)
                .put("query", query.text())
                .put("textColumn", textColumn)
                .put("timeEndColumn", endColumn)
                .put("titleColumn", titleColumn)
                .put("tagsColumn", "");
    }
}
