package io.greenpark.dashboards.grafana;

import static io.greenpark.store.series.SeriesSchema.ALERT;
import static io.greenpark.store.series.SeriesSchema.COMPLETENESS;
import static io.greenpark.store.series.SeriesSchema.DISCHARGE_DAY;
import static io.greenpark.store.series.SeriesSchema.DISCHARGE_HOUR;
import static io.greenpark.store.series.SeriesSchema.LIMIT;
import static io.greenpark.store.series.SeriesSchema.MEAN;
import static io.greenpark.store.series.SeriesSchema.TAG_AVERAGING;
import static io.greenpark.store.series.SeriesSchema.TAG_ENTERPRISE;
import static io.greenpark.store.series.SeriesSchema.TAG_POINT;
import static io.greenpark.store.series.SeriesSchema.UPPER;
import static io.greenpark.store.series.SeriesSchema.VALID_SAMPLES;
import static io.greenpark.store.series.SeriesSchema.WARN;

import io.greenpark.dashboards.grafana.Panel.Visualization;
import java.util.List;

/** The discharges of an outlet, with their limits drawn in. */
public final class OutletDashboard {
    private OutletDashboard() {}

    /** The dashboard {@code greenpark-outlets}. */
    public static Dashboard dashboard() {
        Variable enterprise = Variable.ofTag(TAG_ENTERPRISE, DISCHARGE_HOUR, "企业", "Enterprise");
        Variable point =
                Variable.ofTag(TAG_POINT, DISCHARGE_HOUR, "测点", "Point").within(enterprise);
        return new Dashboard(
                "greenpark-outlets",
                "排放口与限值",
                "Outlets and limits",
                "now-7d",
                List.of(enterprise, point),
                List.of(Annotation.objections(q -> q.chosen(TAG_POINT, TAG_POINT))),
                List.of(hours(), days(), samples(), complete(), raw(), cases()));
    }

    private static InfluxQl field(String name, String measurement) {
        return InfluxQl.points(InfluxQl.quoted(name), measurement).chosen(TAG_POINT, TAG_POINT);
    }

    private static PanelQuery limit(String field, String averaging, String alias) {
        return PanelQuery.curve(field(field, LIMIT).where(TAG_AVERAGING, averaging), alias);
    }

    private static Panel hours() {
        return new Panel(
                "小时均值与限值",
                "Hourly means and limits",
                "废气按小时均值判断; 等于限值为达标; 未结束的小时不判断。 监测数据超标预警，供核实，不作处罚依据。 Stacks are judged by"
                        + " the hourly mean once the hour is over; equal to the limit complies. Monitoring data, for"
                        + " verification; no basis for a penalty.",
                Visualization.LINES,
                "short",
                24,
                List.of(
                        PanelQuery.curve(field(MEAN, DISCHARGE_HOUR), "小时均值 / hourly mean"),
                        limit(UPPER, "hour", "排放限值 / limit"),
                        limit(WARN, "hour", "预警 / early warning")));
    }

    private static Panel days() {
        return new Panel(
                "日均值与限值",
                "Daily means and limits",
                "废水按日均值判断; 未结束的日不判断。 监测数据超标预警，供核实，不作处罚依据。 Water is judged by the daily mean once"
                        + " the day is over. Monitoring data, for verification; no basis for a penalty.",
                Visualization.STEPS,
                "short",
                24,
                List.of(
                        PanelQuery.curve(field(MEAN, DISCHARGE_DAY), "日均值 / daily mean"),
                        limit(UPPER, "day", "排放限值 / limit"),
                        limit(WARN, "day", "预警 / early warning")));
    }

    private static Panel samples() {
        return new Panel(
                "有效样本数",
                "Valid samples per hour",
                "标记为 N 的样本。 Samples with flag N.",
                Visualization.BARS,
                "short",
                12,
                List.of(PanelQuery.curve(field(VALID_SAMPLES, DISCHARGE_HOUR), "样本 / samples")));
    }

    private static Panel complete() {
        return new Panel(
                "数据完整率",
                "Completeness",
                "应有样本中有效的比例。 Share of the expected samples that are there and valid.",
                Visualization.STEPS,
                "percentunit",
                12,
                List.of(PanelQuery.curve(field(COMPLETENESS, DISCHARGE_HOUR), "完整率 / completeness")));
    }

    private static Panel raw() {
        return new Panel(
                "原始读数",
                "Raw readings",
                "设备所发数值。 Values as sent.",
                Visualization.LINES,
                "short",
                12,
                List.of(PanelQuery.curve(InfluxQl.meansOfAll("value").chosen(TAG_POINT, TAG_POINT), "$measurement")));
    }

    private static Panel cases() {
        return new Panel(
                "预警事件",
                "Alerts",
                "本测点预警事件的经过。 Steps of this point's cases.",
                Visualization.TABLE,
                "short",
                12,
                List.of(PanelQuery.table(InfluxQl.points(
                                "\"title_zh\", \"title_en\", \"event\"::tag, \"figure\", \"limit\", \"unit\", \"objection\"",
                                ALERT)
                        .chosen(TAG_POINT, TAG_POINT))));
    }
}
