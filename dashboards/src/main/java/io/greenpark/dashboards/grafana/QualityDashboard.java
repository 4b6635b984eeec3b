package io.greenpark.dashboards.grafana;

import static io.greenpark.dashboards.grafana.InfluxQl.quoted;
import static io.greenpark.store.series.SeriesSchema.COMPLETENESS;
import static io.greenpark.store.series.SeriesSchema.DISCHARGE_DAY;
import static io.greenpark.store.series.SeriesSchema.ENERGY_DAY;
import static io.greenpark.store.series.SeriesSchema.ESTIMATED_SHARE;
import static io.greenpark.store.series.SeriesSchema.MEASURED_SHARE;
import static io.greenpark.store.series.SeriesSchema.TAG_ENTERPRISE;
import static io.greenpark.store.series.SeriesSchema.TAG_OUTLET;
import static io.greenpark.store.series.SeriesSchema.TAG_PARK;

import io.greenpark.alerts.cases.Case;
import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.function.UnaryOperator;

/** How complete the data of a park are, and what is silent. */
public final class QualityDashboard {
    private static final UnaryOperator<InfluxQl> PARK = query -> query.chosen(TAG_PARK, TAG_PARK);
    private static final List<AreaPanels.NamedRule> SILENCES = List.of(
            AreaPanels.NamedRule.of(Case.Rule.DEVICE_SILENT, "设备静默", "silent devices"),
            AreaPanels.NamedRule.of(Case.Rule.GATEWAY_SILENT, "网关静默", "silent gateways"),
            AreaPanels.NamedRule.of(Case.Rule.DATA_STANDS_STILL, "数据停滞", "data standing still"));

    private QualityDashboard() {}

    /** The dashboard {@code greenpark-quality}. */
    public static Dashboard dashboard() {
        return new Dashboard(
                "greenpark-quality",
                new Bilingual("数据质量", "Data quality"),
                "now-30d",
                List.of(Variable.park(ENERGY_DAY)),
                List.of(),
                "/devices",
                List.of(
                        shares(),
                        AreaPanels.rules(PARK, new Bilingual("静默的设备", "What is silent"), SILENCES),
                        energy(),
                        discharge(),
                        measured(),
                        samples()));
    }

    private static Panel shares() {
        return Panel.of(Visualization.STEPS, "能耗数据完整率", "Completeness of energy data")
                .says(
                        "应有计量时间中已知 (含估算) 与实测的比例, 各企业平均。",
                        "Share of the expected metering time that is known, estimates included, and that is measured; mean of"
                                + " enterprises.")
                .in("percentunit")
                .asks(
                        PanelQuery.curve(
                                PARK.apply(InfluxQl.daily("mean", COMPLETENESS, ENERGY_DAY)), "完整率", "completeness"),
                        PanelQuery.curve(
                                PARK.apply(InfluxQl.daily("mean", MEASURED_SHARE, ENERGY_DAY)), "实测", "measured"),
                        PanelQuery.curve(
                                PARK.apply(InfluxQl.daily("mean", ESTIMATED_SHARE, ENERGY_DAY)), "估算", "estimated"));
    }

    private static Panel energy() {
        return Panel.of(Visualization.TOTALS, "各企业能耗数据", "Energy data by enterprise")
                .says("所选时段的平均。", "Means of the range.")
                .in("percentunit")
                .leadingTo("greenpark-energy", TAG_ENTERPRISE)
                .asks(PanelQuery.table(means("完整率", "实测率", "估算率"), means("completeness", "measured", "estimated")));
    }

    private static InfluxQl means(String complete, String measured, String estimated) {
        return PARK.apply(InfluxQl.points(
                        mean(COMPLETENESS, complete) + ", " + mean(MEASURED_SHARE, measured) + ", "
                                + mean(ESTIMATED_SHARE, estimated),
                        ENERGY_DAY))
                .by(TAG_ENTERPRISE);
    }

    private static Panel discharge() {
        return Panel.of(Visualization.TOTALS, "各排放口监测数据", "Discharge data by outlet")
                .says("所选时段日完整率的平均与最低。", "Mean and lowest of the days of the range.")
                .in("percentunit")
                .asks(PanelQuery.table(outlets("平均", "最低"), outlets("mean", "lowest")));
    }

    private static InfluxQl outlets(String mean, String lowest) {
        return PARK.apply(InfluxQl.points(
                        mean(COMPLETENESS, mean) + ", min(" + quoted(COMPLETENESS) + ") AS " + quoted(lowest),
                        DISCHARGE_DAY))
                .by(TAG_ENTERPRISE)
                .by(TAG_OUTLET);
    }

    private static String mean(String field, String name) {
        return "mean(" + quoted(field) + ") AS " + quoted(name);
    }

    private static Panel measured() {
        return Panel.of(Visualization.LINES, "各企业能耗实测率", "Measured share of energy by enterprise")
                .says("每日; 按实测判断。", "By day; the measured is what is judged by.")
                .in("percentunit")
                .leadingTo("greenpark-energy", TAG_ENTERPRISE)
                .asks(PanelQuery.curves(
                        PARK.apply(InfluxQl.daily("mean", MEASURED_SHARE, ENERGY_DAY)), TAG_ENTERPRISE));
    }

    private static Panel samples() {
        return Panel.of(Visualization.LINES, "监测数据完整率, 按企业", "Completeness of discharge data by enterprise")
                .says("每日, 各测点平均。", "By day, mean of the points.")
                .in("percentunit")
                .asks(PanelQuery.curves(
                        PARK.apply(InfluxQl.daily("mean", COMPLETENESS, DISCHARGE_DAY)), TAG_ENTERPRISE));
    }
}
