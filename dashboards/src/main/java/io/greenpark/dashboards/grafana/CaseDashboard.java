package io.greenpark.dashboards.grafana;

import static io.greenpark.dashboards.grafana.InfluxQl.quoted;
import static io.greenpark.store.series.SeriesSchema.CASE_HOUR;
import static io.greenpark.store.series.SeriesSchema.ENDED;
import static io.greenpark.store.series.SeriesSchema.OPEN;
import static io.greenpark.store.series.SeriesSchema.RAISED;
import static io.greenpark.store.series.SeriesSchema.TAG_PARK;

import io.greenpark.alerts.cases.Case;
import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.function.UnaryOperator;

/** Cases of a park: how many, which are open, what happened. */
public final class CaseDashboard {
    private static final UnaryOperator<InfluxQl> PARK = query -> query.chosen(TAG_PARK, TAG_PARK);
    private static final List<AreaPanels.NamedRule> RULES = List.of(
            AreaPanels.NamedRule.of(Case.Rule.LIMIT_EXCEEDED, "超标", "limit exceeded"),
            AreaPanels.NamedRule.of(Case.Rule.LIMIT_WARNING, "接近限值", "near the limit"),
            AreaPanels.NamedRule.of(Case.Rule.ENERGY_DECLINE_BEHIND, "能耗下降落后", "energy decline behind"),
            AreaPanels.NamedRule.of(Case.Rule.DEVICE_SILENT, "设备静默", "silent devices"),
            AreaPanels.NamedRule.of(Case.Rule.CLEAN_PRODUCTION_OVERDUE, "清洁生产逾期", "clean production overdue"),
            AreaPanels.NamedRule.of(Case.Rule.POWER_WHILE_STOPPED, "停产用电", "power while stopped"));

    private CaseDashboard() {}

    /** The dashboard {@code greenpark-cases}. */
    public static Dashboard dashboard() {
        return new Dashboard(
                "greenpark-cases",
                new Bilingual("预警事件", "Cases"),
                "now-30d",
                List.of(Variable.park(CASE_HOUR)),
                Annotation.cases(true, PARK),
                "/cases",
                List.of(
                        AreaPanels.levels(PARK),
                        AreaPanels.rules(PARK, new Bilingual("未结束的预警事件, 按规则", "Open cases by rule"), RULES),
                        flow(),
                        all(),
                        CasePanels.open(PARK).wide(),
                        CasePanels.history(PARK).wide()));
    }

    private static Panel flow() {
        return Panel.of(Visualization.BARS, "每日发生与结束", "Raised and ended per day")
                .says("不含试运行规则与撤回的事件。", "Rules on trial and withdrawn cases are left out.")
                .asks(
                        PanelQuery.curve(PARK.apply(InfluxQl.daily("sum", RAISED, CASE_HOUR)), "发生", "raised"),
                        PanelQuery.curve(PARK.apply(InfluxQl.daily("sum", ENDED, CASE_HOUR)), "结束", "ended"));
    }

    private static Panel all() {
        return Panel.of(Visualization.STEPS, "各园区未结束的预警事件", "Open cases by park")
                .says("小时末的件数。", "At the end of the hour.")
                .every("1h")
                .leadingTo("greenpark-cases", TAG_PARK)
                .asks(PanelQuery.curves(InfluxQl.newest(OPEN, CASE_HOUR).and(quoted(TAG_PARK) + " != ''"), TAG_PARK));
    }
}
