package io.greenpark.dashboards.grafana;

import static io.greenpark.dashboards.grafana.InfluxQl.quoted;
import static io.greenpark.store.series.SeriesSchema.ALERT;
import static io.greenpark.store.series.SeriesSchema.CASE;
import static io.greenpark.store.series.SeriesSchema.END_MS;
import static io.greenpark.store.series.SeriesSchema.LABEL_EN;
import static io.greenpark.store.series.SeriesSchema.LABEL_ZH;
import static io.greenpark.store.series.SeriesSchema.OBJECTION;
import static io.greenpark.store.series.SeriesSchema.STATE;
import static io.greenpark.store.series.SeriesSchema.TAG_EVENT;
import static io.greenpark.store.series.SeriesSchema.TAG_RULE;
import static io.greenpark.store.series.SeriesSchema.TITLE_EN;
import static io.greenpark.store.series.SeriesSchema.TITLE_ZH;
import static io.greenpark.store.series.SeriesSchema.TRIAL;
import static io.greenpark.store.series.SeriesSchema.UNTIL_MS;

import io.greenpark.park.text.Bilingual;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Marks over all panels of a dashboard, from what a query finds.
 *
 * @param color of the marks
 * @param shown whether they are drawn before somebody asks for them
 * @param until column with the end of what is marked, epoch milliseconds; empty for moments
 * @param tags column with what marks are told apart by
 */
public record Annotation(
        Bilingual name, String color, boolean shown, InfluxQl zh, InfluxQl en, String until, String tags) {
    /** Cases from when they were raised until they ended, and their ends, with number, level and title. */
    static List<Annotation> cases(boolean shown, UnaryOperator<InfluxQl> which) {
        String raised = ", " + quoted(TAG_RULE) + "::tag, " + quoted(UNTIL_MS);
        String ended = ", " + quoted(TAG_RULE) + "::tag";
        return List.of(
                new Annotation(
                        new Bilingual("预警发生", "Cases raised"),
                        "red",
                        shown,
                        which.apply(told(LABEL_ZH, raised, CASE)),
                        which.apply(told(LABEL_EN, raised, CASE)),
                        UNTIL_MS,
                        TAG_RULE),
                new Annotation(
                        new Bilingual("预警结束", "Cases ended"),
                        "green",
                        // The span of a case ends with it; who wants the ends by themselves switches them on.
                        false,
                        which.apply(ends(LABEL_ZH, ended)),
                        which.apply(ends(LABEL_EN, ended)),
                        "",
                        TAG_RULE));
    }

    /** Those of cases, and others before them. */
    static List<Annotation> casesAnd(Annotation other, UnaryOperator<InfluxQl> which) {
        List<Annotation> all = new ArrayList<>(List.of(other));
        all.addAll(cases(true, which));
        return all;
    }

    /**
     * The times of figures that are objected to, with number and state. What was taken back is not among them.
     *
     * @param which bounds the points to what the dashboard is about
     */
    static Annotation objections(UnaryOperator<InfluxQl> which) {
        return new Annotation(
                new Bilingual("企业异议", "Objections"),
                "orange",
                true,
                which.apply(objected(TITLE_ZH, LABEL_ZH)),
                which.apply(objected(TITLE_EN, LABEL_EN)),
                END_MS,
                STATE);
    }

    private static InfluxQl objected(String title, String label) {
        return InfluxQl.points(
                        quoted(title) + " AS " + quoted(label) + ", " + quoted(STATE) + ", " + quoted(END_MS),
                        OBJECTION)
                .whereNot(STATE, "WITHDRAWN");
    }

    private static InfluxQl told(String label, String more, String measurement) {
        return InfluxQl.points(quoted(label) + more, measurement).and(quoted(TRIAL) + " = false");
    }

    private static InfluxQl ends(String label, String more) {
        return told(label, more, ALERT).and(quoted(TAG_EVENT) + " =~ /^(cleared|withdrawn|closed)$/");
    }

    InfluxQl influxQl(Language language) {
        return language == Language.ZH ? zh : en;
    }

    JsonObject json(Language language) {
        return new JsonObject()
                .put("name", language.of(name))
                .put("datasource", DataSource.reference())
                .put("enable", shown)
                .put("hide", false)
                .put("iconColor", color)
                .put("query", influxQl(language).text())
                .put("textColumn", language == Language.ZH ? LABEL_ZH : LABEL_EN)
                .put("tagsColumn", tags)
                .put("timeEndColumn", until)
                .put("titleColumn", "");
    }
}
