package io.greenpark.dashboards.grafana;

import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One panel of a dashboard.
 *
 * @param description what the figure is and how certain
 * @param unit Grafana's unit id, e.g. {@code kwatth}, or {@code suffix: tce}
 * @param width of 24 columns
 * @param interval the shortest interval that means are taken over, that of the series; null for the data source's
 * @param last what it shows at any range, e.g. {@code 2d}; null for the dashboard's range
 * @param leadsTo the dashboard that a click on a series with the tag of {@code by} leads to; null for none
 */
public record Panel(
        Bilingual title,
        Bilingual description,
        Visualization visualization,
        Bilingual unit,
        int width,
        @Nullable String interval,
        @Nullable String last,
        @Nullable DrillDown leadsTo,
        List<PanelQuery> queries) {
    /** Grafana's unit of what has none. */
    private static final String NUMBER = "short";

    static final int HEIGHT = 9;
    private static final int HALF = 12;

    /** Where a click on a series leads: to a dashboard with the series' tag chosen. */
    public record DrillDown(String dashboard, String tag) {}

    /** How a panel draws. */
    public enum Visualization {
        LINES("timeseries"),
        BARS("timeseries"),
        /** Bars of several series on top of each other. */
        STACKED("timeseries"),
        STEPS("timeseries"),
        TABLE("table"),
        /** A table of figures over the whole range, of which no time says anything. */
        TOTALS("table");

        private final String type;

        Visualization(String type) {
            this.type = type;
        }
    }

    public Panel {
        queries = List.copyOf(queries);
    }

    /** A panel half as wide as the page, without a unit. */
    static Panel of(Visualization visualization, String zh, String en) {
        Bilingual none = Bilingual.same("");
        Bilingual number = Bilingual.same(NUMBER);
        return new Panel(new Bilingual(zh, en), none, visualization, number, HALF, null, null, null, List.of());
    }

    Panel says(String zh, String en) {
        return new Panel(title, new Bilingual(zh, en), visualization, unit, width, interval, last, leadsTo, queries);
    }

    Panel in(String same) {
        return in(same, same);
    }

    Panel in(String zh, String en) {
        return new Panel(
                title, description, visualization, new Bilingual(zh, en), width, interval, last, leadsTo, queries);
    }

    Panel wide() {
        return new Panel(title, description, visualization, unit, 2 * HALF, interval, last, leadsTo, queries);
    }

    Panel every(String shortest) {
        return new Panel(title, description, visualization, unit, width, shortest, last, leadsTo, queries);
    }

    Panel ofTheLast(String span) {
        return new Panel(title, description, visualization, unit, width, interval, span, leadsTo, queries);
    }

    Panel leadingTo(String dashboard, String tag) {
        return new Panel(
                title, description, visualization, unit, width, interval, last, new DrillDown(dashboard, tag), queries);
    }

    Panel asks(PanelQuery... asked) {
        return new Panel(title, description, visualization, unit, width, interval, last, leadsTo, List.of(asked));
    }

    JsonObject json(Language language, int id, int x, int y) {
        JsonArray targets = new JsonArray();
        for (int i = 0; i < queries.size(); i++) {
            targets.add(queries.get(i).json(language, String.valueOf((char) ('A' + i))));
        }
        JsonObject panel = new JsonObject()
                .put("id", id)
                .put("type", visualization.type)
                .put("title", language.of(title))
                .put("description", language.of(description))
                .put("datasource", DataSource.reference())
                .put(
                        "gridPos",
                        new JsonObject().put("x", x).put("y", y).put("w", width).put("h", HEIGHT))
                .put(
                        "fieldConfig",
                        new JsonObject().put("defaults", defaults(language)).put("overrides", new JsonArray()))
                .put("targets", targets);
        if (interval != null) {
            panel.put("interval", interval);
        }
        if (last != null) {
            panel.put("timeFrom", last);
        }
        if (visualization == Visualization.TOTALS) {
            panel.put("transformations", withoutTime());
        }
        return visualization.type.equals("table") ? panel : panel.put("options", options());
    }

    private JsonObject defaults(Language language) {
        JsonObject defaults = new JsonObject().put("unit", language.of(unit)).put("custom", custom());
        if (leadsTo != null) {
            String value = visualization.type.equals("table")
                    ? "${__data.fields." + leadsTo.tag() + "}"
                    : "${__field.labels." + leadsTo.tag() + "}";
            defaults.put(
                    "links",
                    new JsonArray()
                            .add(new JsonObject()
                                    .put("title", language.of(new Bilingual("查看", "Look at it")))
                                    .put(
                                            "url",
                                            "/d/" + Dashboard.uid(leadsTo.dashboard(), language) + "?var-"
                                                    + leadsTo.tag() + "=" + value
                                                    + "&${__url_time_range}")));
        }
        return defaults;
    }

    private static JsonArray withoutTime() {
        JsonObject options = new JsonObject().put("excludeByName", new JsonObject().put("Time", true));
        return new JsonArray().add(new JsonObject().put("id", "organize").put("options", options));
    }

    private JsonObject custom() {
        return switch (visualization) {
            case LINES -> style("line", "linear").put("lineWidth", 1).put("showPoints", "auto");
            case STEPS -> style("line", "stepAfter").put("lineWidth", 2).put("showPoints", "never");
            case BARS -> style("bars", "linear").put("fillOpacity", 70).put("showPoints", "never");
            case STACKED ->
                style("bars", "linear")
                        .put("fillOpacity", 70)
                        .put("showPoints", "never")
                        .put("stacking", new JsonObject().put("mode", "normal").put("group", "A"));
            case TABLE, TOTALS -> new JsonObject();
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
                .put(
                        "legend",
                        new JsonObject()
                                .put("displayMode", "list")
                                .put("placement", "bottom")
                                .put("showLegend", true)
                                .put("calcs", new JsonArray()))
                .put("tooltip", new JsonObject().put("mode", "multi").put("sort", "none"));
    }
}
