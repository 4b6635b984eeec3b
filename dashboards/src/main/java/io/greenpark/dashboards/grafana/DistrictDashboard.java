package io.greenpark.dashboards.grafana;

import static io.greenpark.dashboards.grafana.InfluxQl.quoted;
import static io.greenpark.store.series.SeriesSchema.AREA_INTENSITY_MONTH;
import static io.greenpark.store.series.SeriesSchema.CHANGE_PERCENT;
import static io.greenpark.store.series.SeriesSchema.ENERGY_DAY;
import static io.greenpark.store.series.SeriesSchema.MEASURED_SHARE;
import static io.greenpark.store.series.SeriesSchema.TAG_DISTRICT;
import static io.greenpark.store.series.SeriesSchema.TAG_PARK;
import static io.greenpark.store.series.SeriesSchema.TCE;
import static io.greenpark.store.series.SeriesSchema.YEAR_TO_DATE;

import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.function.UnaryOperator;

/** The district as a whole and its parks beside each other. */
public final class DistrictDashboard {
    private static final UnaryOperator<InfluxQl> DISTRICT = query -> query.and(quoted(TAG_DISTRICT) + " != ''");

    private DistrictDashboard() {}

    /** The dashboard {@code greenpark-district}. */
    public static Dashboard dashboard() {
        return new Dashboard(
                "greenpark-district",
                new Bilingual("全区概况", "District"),
                "now-90d",
                List.of(),
                Annotation.cases(false, UnaryOperator.identity()),
                "/",
                List.of(
                        energy(),
                        known(),
                        AreaPanels.change(DISTRICT),
                        parks(),
                        AreaPanels.levels(DISTRICT),
                        complete(),
                        AreaPanels.months(DISTRICT),
                        AreaPanels.covered(DISTRICT)));
    }

    private static Panel energy() {
        return Panel.of(Visualization.STACKED, "每日综合能耗, 按园区", "Comprehensive energy per day by park")
                .says(
                        "当日已知的各企业能耗之和; 缺数据的企业未计入, 见右图。",
                        "The sum of what is known of the day; enterprises without data are not in it, see beside.")
                .in("suffix: 吨标准煤", "suffix: tce")
                .leadingTo("greenpark-parks", TAG_PARK)
                .asks(PanelQuery.curves(InfluxQl.daily("sum", TCE, ENERGY_DAY), TAG_PARK));
    }

    private static Panel known() {
        return Panel.of(Visualization.STACKED, "有能耗数据的企业数", "Enterprises with energy data")
                .says("当日综合能耗已知的企业。", "Enterprises whose energy of the day is known.")
                .leadingTo("greenpark-parks", TAG_PARK)
                .asks(PanelQuery.curves(InfluxQl.daily("count", TCE, ENERGY_DAY), TAG_PARK));
    }

    private static Panel parks() {
        return Panel.of(Visualization.STEPS, "各园区单位增加值能耗同比", "Change of intensity by park")
                .says("本年累计同比。" + AreaPanels.TOLD.zh(), "Year to date. " + AreaPanels.TOLD.en())
                .in("percent")
                .leadingTo("greenpark-parks", TAG_PARK)
                .asks(PanelQuery.curves(
                        InfluxQl.points(quoted(YEAR_TO_DATE + CHANGE_PERCENT), AREA_INTENSITY_MONTH)
                                .and(quoted(TAG_PARK) + " != ''"),
                        TAG_PARK));
    }

    private static Panel complete() {
        return Panel.of(Visualization.STEPS, "能耗实测率, 按园区", "Measured share of energy by park")
                .says(
                        "应有计量时间中实测的比例, 各企业平均。",
                        "Share of the expected metering time that is measured, mean of enterprises.")
                .in("percentunit")
                .leadingTo("greenpark-quality", TAG_PARK)
                .asks(PanelQuery.curves(InfluxQl.daily("mean", MEASURED_SHARE, ENERGY_DAY), TAG_PARK));
    }
}
