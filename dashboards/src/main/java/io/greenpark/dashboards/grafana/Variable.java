package io.greenpark.dashboards.grafana;

import io.greenpark.park.text.Bilingual;
import io.greenpark.store.series.SeriesSchema;
import io.vertx.core.json.JsonObject;

/**
 * A variable chosen above the panels, filled from the values of a tag.
 *
 * @param name its name in queries
 * @param query InfluxQL that lists the values; it may use variables before it
 * @param shown whether people see it
 */
public record Variable(String name, Bilingual label, String query, boolean shown) {
    private static final int NOT_SHOWN = 2;

    /** The values of a tag in a measurement. */
    public static Variable ofTag(String tag, String measurement, String labelZh, String labelEn) {
        return new Variable(
                tag,
                new Bilingual(labelZh, labelEn),
                "SHOW TAG VALUES FROM \"" + measurement + "\" WITH KEY = \"" + tag + "\"",
                true);
    }

    static Variable park(String measurement) {
        return ofTag(SeriesSchema.TAG_PARK, measurement, "园区", "Park");
    }

    static Variable enterprise(String measurement) {
        return ofTag(SeriesSchema.TAG_ENTERPRISE, measurement, "企业", "Enterprise")
                .within(park(measurement));
    }

    /** Where the console is, as its own settings say: dashboards cannot read Grafana's environment, but this. */
    static Variable console() {
        return new Variable(
                "console",
                new Bilingual("控制台地址", "Address of the console"),
                "SELECT last(\"" + SeriesSchema.CONSOLE_URL + "\") FROM \"" + SeriesSchema.HEALTH + "\"",
                false);
    }

    /** Only the values that go with the choice of another variable. */
    public Variable within(Variable other) {
        return new Variable(
                name,
                label,
                query + (query.contains(" WHERE ") ? " AND " : " WHERE ") + "\"" + other.name + "\" =~ /^${"
                        + other.name + ":regex}$/",
                shown);
    }

    JsonObject json(Language language) {
        return new JsonObject()
                .put("name", name)
                .put("label", language.of(label))
                .put("type", "query")
                .put("hide", shown ? 0 : NOT_SHOWN)
                .put("datasource", DataSource.reference())
                .put("query", query)
                .put("refresh", 2)
                .put("sort", 1)
                .put("includeAll", false)
                .put("multi", false);
    }
}
