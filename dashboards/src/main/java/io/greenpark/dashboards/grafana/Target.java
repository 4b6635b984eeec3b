package io.greenpark.dashboards.grafana;

import io.vertx.core.json.JsonObject;

/**
 * One query of a panel.
 *
 * @param alias name of its series, with Grafana's {@code $tag_NAME}; empty where the columns name themselves
 * @param table whether the answer is a table in place of curves
 */
public record Target(InfluxQl query, String alias, boolean table) {
    /** A query whose answer is drawn as curves. */
    public static Target curve(InfluxQl query, String alias) {
        return new Target(query, alias, false);
    }

    /** A query whose answer is shown as a table. */
    public static Target table(InfluxQl query) {
        return new Target(query, "", true);
    }

    JsonObject json(String refId) {
        JsonObject json = new JsonObject()
                .put("refId", refId)
                .put("datasource", DataSource.reference())
                .put("rawQuery", true)
                .put("query", query.text())
                .put("resultFormat", table ? "table" : "time_series");
        return alias.isEmpty() ? json : json.put("alias", alias);
    }
}
