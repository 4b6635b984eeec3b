package io.greenpark.dashboards.grafana;

import static io.greenpark.store.series.SeriesSchema.COMPLETENESS;
import static io.greenpark.store.series.SeriesSchema.DISCHARGE_DAY;
import static io.greenpark.store.series.SeriesSchema.DISCHARGE_HOUR;
import static io.greenpark.store.series.SeriesSchema.LIMIT;
import static io.greenpark.store.series.SeriesSchema.MEAN;
import static io.greenpark.store.series.SeriesSchema.TAG_AVERAGING;
import static io.greenpark.store.series.SeriesSchema.TAG_OUTLET;
import static io.greenpark.store.series.SeriesSchema.TAG_POINT;
import static io.greenpark.store.series.SeriesSchema.UPPER;
import static io.greenpark.store.series.SeriesSchema.VALID_SAMPLES;
import static io.greenpark.store.series.SeriesSchema.WARN;

import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.function.UnaryOperator;

/** The discharges of an outlet, with their limits drawn in. */
public final class OutletDashboard {
    private static final UnaryOperator<InfluxQl> POINT = query -> query.chosen(TAG_POINT, TAG_POINT);

    private OutletDashboard() {}

    /** The dashboard {@code greenpark-outlets}. */
    public static Dashboard dashboard() {
        Variable park = Variable.park(DISCHARGE_HOUR);
        Variable enterprise = Variable.enterprise(DISCHARGE_HOUR);
        Variable outlet =
                Variable.ofTag(TAG_OUTLET, DISCHARGE_HOUR, "排放口", "Outlet").within(enterprise);
        Variable point =
                Variable.ofTag(TAG_POINT, DISCHARGE_HOUR, "测点", "Point").within(outlet);
        return new Dashboard(
                "greenpark-outlets",
                new Bilingual("排放口与限值", "Outlets and limits"),
                "now-7d",
                List.of(park, enterprise, outlet, point),
                Annotation.casesAnd(Annotation.objections(POINT), POINT),
                "/points/${point}",
                List.of(
                        hours(),
                        days(),
                        samples(),
                        complete(),
                        raw(),
                        CasePanels.open(POINT),
                        CasePanels.history(POINT).wide()));
    }

    private static PanelQuery curve(String field, String measurement, String zh, String en) {
        return AreaPanels.curve(POINT, field, measurement, zh, en);
    }

    private static PanelQuery limit(String field, String averaging, String zh, String en) {
        return AreaPanels.curve(query -> POINT.apply(query).where(TAG_AVERAGING, averaging), field, LIMIT, zh, en);
    }

    private static Panel hours() {
        return Panel.of(Visualization.LINES, "小时均值与限值", "Hourly means and limits")
                .says(
                        "废气按小时均值判断; 等于限值为达标; 未结束的小时不判断。时段较长时为各间隔内的最高小时均值。监测数据超标预警，供核实，不作处罚依据。",
                        "Stacks are judged by the hourly mean once the hour is over; equal to the limit complies. On long ranges"
                                + " the highest hourly mean of each interval. Monitoring data, for verification; no basis for a"
                                + " penalty.")
                .wide()
                .every("1h")
                .asks(
                        PanelQuery.curve(POINT.apply(InfluxQl.highest(MEAN, DISCHARGE_HOUR)), "小时均值", "hourly mean"),
                        limit(UPPER, "hour", "排放限值", "limit"),
                        limit(WARN, "hour", "预警", "early warning"));
    }

    private static Panel days() {
        return Panel.of(Visualization.STEPS, "日均值与限值", "Daily means and limits")
                .says(
                        "废水按日均值判断; 未结束的日不判断。监测数据超标预警，供核实，不作处罚依据。",
                        "Water is judged by the daily mean once the day is over. Monitoring data, for verification; no basis for"
                                + " a penalty.")
                .wide()
                .asks(
                        curve(MEAN, DISCHARGE_DAY, "日均值", "daily mean"),
                        limit(UPPER, "day", "排放限值", "limit"),
                        limit(WARN, "day", "预警", "early warning"));
    }

    private static Panel samples() {
        return Panel.of(Visualization.BARS, "有效样本数", "Valid samples per hour")
                .says("标记为 N 的样本, 小时平均。", "Samples with flag N, mean of the hours.")
                .every("1h")
                .asks(PanelQuery.curve(POINT.apply(InfluxQl.means(VALID_SAMPLES, DISCHARGE_HOUR)), "样本", "samples"));
    }

    private static Panel complete() {
        return Panel.of(Visualization.STEPS, "数据完整率", "Completeness")
                .says("应有样本中有效的比例。", "Share of the expected samples that are there and valid.")
                .in("percentunit")
                .every("1h")
                .asks(PanelQuery.curve(
                        POINT.apply(InfluxQl.means(COMPLETENESS, DISCHARGE_HOUR)), "完整率", "completeness"));
    }

    private static Panel raw() {
        return Panel.of(Visualization.LINES, "原始读数", "Raw readings")
                .says("最近 7 天; 设备所发数值。", "The last seven days; values as sent.")
                .ofTheLast("7d")
                .asks(PanelQuery.curve(POINT.apply(InfluxQl.meansOfAll("value")), "$measurement", "$measurement"));
    }
}
