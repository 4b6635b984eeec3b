package io.greenpark.dashboards.grafana;

import io.vertx.core.json.JsonObject;

/**
 * One query of a panel; Grafana calls it a target.
 *
 * @param alias name of its series, with Grafana's {@code $tag_NAME}; empty where the columns name themselves
 * @param table whether the result is shown as a table instead of curves
 */
public record PanelQuery(InfluxQl influxQl, String alias, boolean table) {
    /** A query whose result is drawn as curves. */
    public static PanelQuery curve(InfluxQl influxQl, String alias) {
        return new PanelQuery(influxQl, alias, false);
    }

    /** A query whose result is shown as a table. */
    public static PanelQuery table(InfluxQl influxQl) {
        return new PanelQuery(influxQl, "", true);
    }

    JsonObject json(String refId) {
        JsonObject json = new JsonObject()
                .put("refId", refId)
                .put("datasource", DataSource.reference())
                .put("rawQuery", true)
                .put("query", influxQl.text())
                .put("resultFormat", table ? "table" : "time_series");
        return alias.isEmpty() ? json : json.put("alias", alias);
    }
}
