package io.greenpark.dashboards.grafana;

import static io.greenpark.dashboards.grafana.InfluxQl.quoted;
import static io.greenpark.store.series.SeriesSchema.ENERGY_DAY;
import static io.greenpark.store.series.SeriesSchema.MEASURED_SHARE;
import static io.greenpark.store.series.SeriesSchema.TAG_ENTERPRISE;
import static io.greenpark.store.series.SeriesSchema.TAG_PARK;
import static io.greenpark.store.series.SeriesSchema.TCE;

import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.function.UnaryOperator;

/** A park and its enterprises. */
public final class ParkDashboard {
    private static final UnaryOperator<InfluxQl> PARK = query -> query.chosen(TAG_PARK, TAG_PARK);

    private ParkDashboard() {}

    /** The dashboard {@code greenpark-parks}. */
    public static Dashboard dashboard() {
        return new Dashboard(
                "greenpark-parks",
                new Bilingual("园区", "Park"),
                "now-90d",
                List.of(Variable.park(ENERGY_DAY)),
                Annotation.cases(true, PARK),
                "/parks/${park}",
                List.of(
                        energy(),
                        totals(),
                        AreaPanels.change(PARK),
                        AreaPanels.intensity(PARK),
                        AreaPanels.months(PARK),
                        AreaPanels.levels(PARK),
                        AreaPanels.covered(PARK),
                        CasePanels.open(PARK),
                        CasePanels.history(PARK).wide()));
    }

    private static Panel energy() {
        return Panel.of(Visualization.BARS, "每日综合能耗", "Comprehensive energy per day")
                .says(
                        "当日已知的各企业能耗之和; 缺数据的企业未计入。",
                        "The sum of what is known of the day; enterprises without data are not in it.")
                .in("suffix: 吨标准煤", "suffix: tce")
                .asks(PanelQuery.curve(PARK.apply(InfluxQl.daily("sum", TCE, ENERGY_DAY)), "综合能耗", "energy"));
    }

    private static Panel totals() {
        return Panel.of(Visualization.TOTALS, "各企业综合能耗与实测率", "Energy and measured share by enterprise")
                .says("所选时段的合计与平均。", "Sum and mean of the range.")
                .leadingTo("greenpark-energy", TAG_ENTERPRISE)
                .asks(PanelQuery.table(totals("吨标准煤", "天数", "实测率"), totals("tce", "days", "measured share")));
    }

    private static InfluxQl totals(String energy, String days, String measured) {
        String select = "sum(" + quoted(TCE) + ") AS " + quoted(energy) + ", count(" + quoted(TCE) + ") AS "
                + quoted(days) + ", mean(" + quoted(MEASURED_SHARE) + ") AS " + quoted(measured);
        return PARK.apply(InfluxQl.points(select, ENERGY_DAY)).by(TAG_ENTERPRISE);
    }
}
