package io.greenpark.dashboards.grafana;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * One panel of a dashboard.
 *
 * @param titleZh title in Chinese
 * @param titleEn title in English; both are shown
 * @param description what the figure is and how certain, in both languages
 * @param unit Grafana's unit id, e.g. {@code kwatth}, or {@code suffix: tce}
 * @param width of 24 columns
 */
public record Panel(
        String titleZh,
        String titleEn,
        String description,
        Visualization visualization,
        String unit,
        int width,
        List<PanelQuery> queries) {
    static final int HEIGHT = 9;

    /** How a panel draws. */
    public enum Visualization {
        LINES("timeseries"),
        BARS("timeseries"),
        STEPS("timeseries"),
        TABLE("table");

        private final String type;

        Visualization(String type) {
            this.type = type;
        }
    }

    public Panel {
        queries = List.copyOf(queries);
    }

    JsonObject json(int id, int x, int y) {
        JsonArray targets = new JsonArray();
        for (int i = 0; i < queries.size(); i++) {
            targets.add(queries.get(i).json(String.valueOf((char) ('A' + i))));
        }
        JsonObject panel = new JsonObject()
                .put("id", id)
                .put("type", visualization.type)
                .put("title", titleZh + " / " + titleEn)
                .put("description", description)
                .put("datasource", DataSource.reference())
                .put(
                        "gridPos",
                        new JsonObject().put("x", x).put("y", y).put("w", width).put("h", HEIGHT))
                .put(
                        "fieldConfig",
                        new JsonObject()
                                .put(
                                        "defaults",
                                        new JsonObject().put("unit", unit).put("custom", custom()))
                                .put("overrides", new JsonArray()))
                .put("targets", targets);
        return visualization == Visualization.TABLE ? panel : panel.put("options", options());
    }

    private JsonObject custom() {
        return switch (visualization) {
            case LINES -> style("line", "linear").put("lineWidth", 1).put("showPoints", "auto");
            case STEPS -> style("line", "stepAfter").put("lineWidth", 2).put("showPoints", "never");
            case BARS -> style("bars", "linear").put("fillOpacity", 70).put("showPoints", "never");
            case TABLE -> new JsonObject();
        };
    }

    private static JsonObject style(String drawStyle, String interpolation) {
        return new JsonObject()
                .put("drawStyle", drawStyle)
                .put("lineInterpolation", interpolation)
                .put("spanNulls", false);
    }

    private static JsonObject options() {
        return new JsonObject()
                .put("legend", new JsonObject().put("displayMode", "list").put("placement", "bottom"))
                .put("tooltip", new JsonObject().put("mode", "multi"));
    }
}
