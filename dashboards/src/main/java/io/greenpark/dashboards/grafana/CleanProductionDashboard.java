package io.greenpark.dashboards.grafana;

import static io.greenpark.dashboards.grafana.InfluxQl.quoted;
import static io.greenpark.store.series.SeriesSchema.CLEAN_PRODUCTION_MONTH;
import static io.greenpark.store.series.SeriesSchema.COVERED;
import static io.greenpark.store.series.SeriesSchema.LISTED;
import static io.greenpark.store.series.SeriesSchema.PERCENT;
import static io.greenpark.store.series.SeriesSchema.REPORTED;
import static io.greenpark.store.series.SeriesSchema.STARTED;
import static io.greenpark.store.series.SeriesSchema.TAG_DISTRICT;
import static io.greenpark.store.series.SeriesSchema.TAG_PARK;

import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.text.Bilingual;
import java.util.List;
import java.util.function.UnaryOperator;

/** How far clean-production audits are. */
public final class CleanProductionDashboard {
    private static final UnaryOperator<InfluxQl> PARK = query -> query.chosen(TAG_PARK, TAG_PARK);
    private static final UnaryOperator<InfluxQl> DISTRICT = query -> query.and(quoted(TAG_DISTRICT) + " != ''");

    private CleanProductionDashboard() {}

    /** The dashboard {@code greenpark-clean}. */
    public static Dashboard dashboard() {
        return new Dashboard(
                "greenpark-clean",
                new Bilingual("清洁生产", "Clean production"),
                "now-2y",
                List.of(Variable.park(CLEAN_PRODUCTION_MONTH)),
                List.of(),
                "/clean-production",
                List.of(percent(), byPark(), AreaPanels.covered(PARK), standing()));
    }

    private static Panel percent() {
        return Panel.of(Visualization.STEPS, "全区覆盖率", "Coverage of the district")
                .says("已覆盖占清单企业数的比例; 目标 100%。", "Covered of those on the list; the target is 100 %.")
                .in("percent")
                .asks(AreaPanels.curve(DISTRICT, PERCENT, CLEAN_PRODUCTION_MONTH, "覆盖率", "coverage"));
    }

    private static Panel byPark() {
        return Panel.of(Visualization.STEPS, "各园区覆盖率", "Coverage by park")
                .says(
                        "目标 100%。清单上没有企业的园区不显示。",
                        "The target is 100 %. Parks without enterprises on the list are not shown.")
                .in("percent")
                .asks(PanelQuery.curves(
                        InfluxQl.points(quoted(PERCENT), CLEAN_PRODUCTION_MONTH).and(quoted(TAG_PARK) + " != ''"),
                        TAG_PARK));
    }

    private static Panel standing() {
        return Panel.of(Visualization.TOTALS, "各园区现状", "Where the parks stand")
                .says("所选时段内最近一个月。", "The newest month of the range.")
                .leadingTo("greenpark-parks", TAG_PARK)
                .asks(PanelQuery.table(
                        newest("清单", "已启动", "已提交报告", "已覆盖"), newest("on the list", "started", "reported", "covered")));
    }

    private static InfluxQl newest(String listed, String started, String reported, String covered) {
        return InfluxQl.points(
                        last(LISTED, listed) + ", " + last(STARTED, started) + ", " + last(REPORTED, reported) + ", "
                                + last(COVERED, covered),
                        CLEAN_PRODUCTION_MONTH)
                .and(quoted(TAG_PARK) + " != ''")
                .by(TAG_PARK);
    }

    private static String last(String field, String name) {
        return "last(" + quoted(field) + ") AS " + quoted(name);
    }
}
