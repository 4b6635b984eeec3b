package io.greenpark.dashboards.grafana;

import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A dashboard in every language: panels laid out from left to right, row by row, in the order given.
 *
 * @param id stable; with the language it is its uid, which is part of its address
 * @param from start of the time range shown at first, e.g. {@code now-30d}
 * @param consolePage the page of the console that shows the same, e.g. {@code /parks/${park}}
 */
public record Dashboard(
        String id,
        Bilingual title,
        String from,
        List<Variable> variables,
        List<Annotation> annotations,
        String consolePage,
        List<Panel> panels) {
    /** The zone whose days are drawn. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int COLUMNS = 24;

    /** The version of Grafana's dashboard model that is written: that of Grafana 10. */
    private static final int SCHEMA = 39;

    private static final String TAG = "greenpark-";

    public Dashboard {
        variables = List.copyOf(variables);
        annotations = List.copyOf(annotations);
        panels = List.copyOf(panels);
    }

    /** All that is chosen, and where the console is, which nobody chooses. */
    List<Variable> allVariables() {
        List<Variable> all = new ArrayList<>(variables);
        all.add(Variable.console());
        return all;
    }

    /** Part of its address. */
    public String uid(Language language) {
        return uid(id, language);
    }

    static String uid(String id, Language language) {
        return id + "-" + language.code();
    }

    /** The file as Grafana reads it. */
    public String json(Language language) {
        JsonArray choices = new JsonArray();
        allVariables().forEach(v -> choices.add(v.json(language)));
        JsonArray marks = new JsonArray();
        annotations.forEach(a -> marks.add(a.json(language)));
        return new JsonObject()
                        .put("uid", uid(language))
                        .put("title", language.of(title))
                        .put("tags", new JsonArray().add(TAG + language.code()))
                        .put("schemaVersion", SCHEMA)
                        .put("version", 1)
                        .put("editable", false)
                        .put("timezone", ZONE.getId())
                        .put("time", new JsonObject().put("from", from).put("to", "now"))
                        .put("refresh", "1m")
                        .put("links", links(language))
                        .put("annotations", new JsonObject().put("list", marks))
                        .put("templating", new JsonObject().put("list", choices))
                        .put("panels", layOut(language))
                        .encodePrettily()
                + "\n";
    }

    /** To the other dashboards of the language with time and choices kept, and to the console. */
    private JsonArray links(Language language) {
        JsonObject others = link(new Bilingual("看板", "Dashboards"), language)
                .put("type", "dashboards")
                .put("icon", "external link")
                .put("tags", new JsonArray().add(TAG + language.code()))
                .put("asDropdown", true)
                .put("includeVars", true)
                .put("keepTime", true)
                .put("targetBlank", false);
        JsonObject console = link(new Bilingual("绿园控制台", "Greenpark console"), language)
                .put("type", "link")
                .put("icon", "external link")
                .put("tags", new JsonArray())
                .put("url", "${console}/#" + consolePage)
                .put("asDropdown", false)
                .put("includeVars", false)
                .put("keepTime", false)
                .put("targetBlank", true);
        return new JsonArray().add(others).add(console);
    }

    private static JsonObject link(Bilingual title, Language language) {
        return new JsonObject().put("title", language.of(title)).put("tooltip", "");
    }

    private JsonArray layOut(Language language) {
        JsonArray placed = new JsonArray();
        int x = 0;
        int y = 0;
        for (Panel panel : panels) {
            if (x + panel.width() > COLUMNS) {
                x = 0;
                y += Panel.HEIGHT;
            }
            placed.add(panel.json(language, placed.size() + 1, x, y));
            x += panel.width();
        }
        return placed;
    }
}
