package io.greenpark.dashboards.grafana;

import io.vertx.core.json.JsonObject;

/**
 * A variable chosen above the panels, filled from the values of a tag.
 *
 * @param name its name in queries
 * @param query InfluxQL that lists the values; it may use variables before it
 */
public record Variable(String name, String labelZh, String labelEn, String query) {
    /** The values of a tag in a measurement. */
    public static Variable ofTag(String tag, String measurement, String labelZh, String labelEn) {
        return new Variable(
                tag, labelZh, labelEn, "SHOW TAG VALUES FROM \"" + measurement + "\" WITH KEY = \"" + tag + "\"");
    }

    /** Only the values that go with the choice of another variable. */
    public Variable within(Variable other) {
        return new Variable(
                name,
                labelZh,
                labelEn,
                query + (query.contains(" WHERE ") ? " AND " : " WHERE ") + "\"" + other.name + "\" =~ /^${"
                        + other.name + ":regex}$/");
    }

    JsonObject json() {
        return new JsonObject()
                .put("name", name)
                .put("label", labelZh + " / " + labelEn)
                .put("type", "query")
                .put("datasource", DataSource.reference())
                .put("query", query)
                .put("refresh", 2)
                .put("sort", 1)
                .put("includeAll", false)
                .put("multi", false);
    }
}
