package io.greenpark.dashboards.grafana;

import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;

/**
 * One query of a panel; Grafana calls it a target.
 *
 * @param zh as asked for the Chinese dashboard, where columns have Chinese names
 * @param en as asked for the English one
 * @param alias name of its series, with Grafana's {@code $tag_NAME}; empty where the columns name themselves
 * @param table whether the result is shown as a table instead of curves
 */
public record PanelQuery(InfluxQl zh, InfluxQl en, Bilingual alias, boolean table) {
    /** A query whose result is drawn as curves. */
    public static PanelQuery curve(InfluxQl influxQl, String zh, String en) {
        return new PanelQuery(influxQl, influxQl, new Bilingual(zh, en), false);
    }

    /** Curves that are called by the values of a tag. */
    public static PanelQuery curves(InfluxQl influxQl, String tag) {
        String alias = "$tag_" + tag;
        return curve(influxQl.by(tag), alias, alias);
    }

    /** A query whose result is shown as a table. */
    public static PanelQuery table(InfluxQl zh, InfluxQl en) {
        return new PanelQuery(zh, en, Bilingual.same(""), true);
    }

    /** The query in a language. */
    public InfluxQl influxQl(Language language) {
        return language == Language.ZH ? zh : en;
    }

    JsonObject json(Language language, String refId) {
        JsonObject json = new JsonObject()
                .put("refId", refId)
                .put("datasource", DataSource.reference())
                .put("rawQuery", true)
                .put("query", influxQl(language).text())
                .put("resultFormat", table ? "table" : "time_series");
        String name = language.of(alias);
        return name.isEmpty() ? json : json.put("alias", name);
    }
}
