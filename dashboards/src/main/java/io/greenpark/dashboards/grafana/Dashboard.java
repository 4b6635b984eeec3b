package io.greenpark.dashboards.grafana;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A dashboard: panels laid out from left to right, row by row, in the order given.
 *
 * @param uid stable, part of its address
 * @param from start of the time range shown at first, e.g. {@code now-30d}
 */
public record Dashboard(
        String uid,
        String titleZh,
        String titleEn,
        String from,
        List<Variable> variables,
        List<Annotation> annotations,
        List<Panel> panels) {
    private static final int COLUMNS = 24;

    /** The version of Grafana's dashboard model that is written: that of Grafana 10. */
    private static final int SCHEMA = 39;

    public Dashboard {
        variables = List.copyOf(variables);
        annotations = List.copyOf(annotations);
        panels = List.copyOf(panels);
    }

    /** The file as Grafana reads it. */
    public String json() {
        JsonArray choices = new JsonArray();
        variables.forEach(v -> choices.add(v.json()));
        JsonArray marks = new JsonArray();
        annotations.forEach(a -> marks.add(a.json()));
        return new JsonObject()
                        .put("uid", uid)
                        .put("title", titleZh + " / " + titleEn)
                        .put("tags", new JsonArray().add("greenpark"))
                        .put("schemaVersion", SCHEMA)
                        .put("version", 1)
                        .put("editable", false)
                        .put("timezone", "Asia/Shanghai")
                        .put("time", new JsonObject().put("from", from).put("to", "now"))
                        .put("refresh", "1m")
                        .put("annotations", new JsonObject().put("list", marks))
                        .put("templating", new JsonObject().put("list", choices))
                        .put("panels", layOut())
                        .encodePrettily()
                + "\n";
    }

    private JsonArray layOut() {
        JsonArray placed = new JsonArray();
        int x = 0;
        int y = 0;
        for (Panel panel : panels) {
            if (x + panel.width() > COLUMNS) {
                x = 0;
                y += Panel.HEIGHT;
            }
            placed.add(panel.json(placed.size() + 1, x, y));
            x += panel.width();
        }
        return placed;
    }
}
