package io.greenpark.dashboards.grafana;

import static io.greenpark.dashboards.grafana.InfluxQl.quoted;
import static io.greenpark.store.series.SeriesSchema.ALERT;
import static io.greenpark.store.series.SeriesSchema.CASE;
import static io.greenpark.store.series.SeriesSchema.FIGURE;
import static io.greenpark.store.series.SeriesSchema.LABEL_EN;
import static io.greenpark.store.series.SeriesSchema.LABEL_ZH;
import static io.greenpark.store.series.SeriesSchema.LEVEL;
import static io.greenpark.store.series.SeriesSchema.LIMIT;
import static io.greenpark.store.series.SeriesSchema.NUMBER;
import static io.greenpark.store.series.SeriesSchema.OBJECTION;
import static io.greenpark.store.series.SeriesSchema.OPEN;
import static io.greenpark.store.series.SeriesSchema.STAGE;
import static io.greenpark.store.series.SeriesSchema.TAG_ENTERPRISE;
import static io.greenpark.store.series.SeriesSchema.TAG_EVENT;
import static io.greenpark.store.series.SeriesSchema.TAG_RULE;
import static io.greenpark.store.series.SeriesSchema.TITLE_EN;
import static io.greenpark.store.series.SeriesSchema.TITLE_ZH;
import static io.greenpark.store.series.SeriesSchema.TRIAL;
import static io.greenpark.store.series.SeriesSchema.UNIT;

import io.greenpark.dashboards.grafana.Panel.Visualization;
import java.util.function.UnaryOperator;

/** Tables of cases, which several dashboards have alike. */
final class CasePanels {
    private CasePanels() {}

    /** Cases that are open, whenever within a year they were raised. */
    static Panel open(UnaryOperator<InfluxQl> which) {
        return Panel.of(Visualization.TABLE, "未结束的预警事件", "Open cases")
                .says("一年内发生且未结束的; 时间为发生时间。", "Raised within a year and not ended; the time is when.")
                .ofTheLast("1y")
                .asks(PanelQuery.table(
                        which.apply(openOf("编号", "级别", "事件", TITLE_ZH, "办理")),
                        which.apply(openOf("number", "level", "case", TITLE_EN, "stage"))));
    }

    private static InfluxQl openOf(String number, String level, String title, String titleField, String stage) {
        String columns = as(NUMBER, number) + ", " + as(LEVEL, level) + ", " + as(titleField, title) + ", "
                + as(STAGE, stage) + ", " + quoted(TAG_ENTERPRISE) + "::tag, " + quoted(TAG_RULE) + "::tag";
        return InfluxQl.points(columns, CASE).and(quoted(OPEN) + " = true").and(quoted(TRIAL) + " = false");
    }

    /** What happened to cases within the range. */
    static Panel history(UnaryOperator<InfluxQl> which) {
        return Panel.of(Visualization.TABLE, "预警事件经过", "History of cases")
                .says("所选时段内的步骤; 内部步骤不在其中。", "Steps within the range; internal ones are not among them.")
                .asks(PanelQuery.table(
                        which.apply(steps(LABEL_ZH, "事件", "步骤", "数值", "限值", "单位", "异议")),
                        which.apply(steps(LABEL_EN, "case", "step", "figure", "limit", "unit", "objection"))));
    }

    private static InfluxQl steps(
            String label, String title, String step, String figure, String limit, String unit, String objection) {
        return InfluxQl.points(
                as(label, title) + ", " + quoted(TAG_EVENT) + "::tag AS " + quoted(step) + ", " + as(FIGURE, figure)
                        + ", " + as(LIMIT, limit) + ", " + as(UNIT, unit) + ", "
                        + as(OBJECTION, objection),
                ALERT);
    }

    private static String as(String field, String name) {
        return quoted(field) + " AS " + quoted(name);
    }
}
