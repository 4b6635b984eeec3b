package io.greenpark.dashboards.grafana;

import static io.greenpark.store.series.SeriesSchema.CHANGE_PERCENT;
import static io.greenpark.store.series.SeriesSchema.CO2_T;
import static io.greenpark.store.series.SeriesSchema.COMPLETENESS;
import static io.greenpark.store.series.SeriesSchema.ENERGY_DAY;
import static io.greenpark.store.series.SeriesSchema.ENERGY_HOUR;
import static io.greenpark.store.series.SeriesSchema.INTENSITY_MONTH;
import static io.greenpark.store.series.SeriesSchema.MEASURED_SHARE;
import static io.greenpark.store.series.SeriesSchema.TAG_ENTERPRISE;
import static io.greenpark.store.series.SeriesSchema.TAG_KIND;
import static io.greenpark.store.series.SeriesSchema.TAG_POINT;
import static io.greenpark.store.series.SeriesSchema.TARGET_CHANGE_PERCENT;
import static io.greenpark.store.series.SeriesSchema.TCE;
import static io.greenpark.store.series.SeriesSchema.TCE_PER_10K_CNY;
import static io.greenpark.store.series.SeriesSchema.YEAR_TO_DATE;

import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.text.Bilingual;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.series.SeriesSchema;
import java.util.List;
import java.util.function.UnaryOperator;

/** The energy an enterprise uses, its intensity, and the change against last year and the target. */
public final class EnergyDashboard {
    private static final UnaryOperator<InfluxQl> ENTERPRISE = query -> query.chosen(TAG_ENTERPRISE, TAG_ENTERPRISE);
    private static final Bilingual TOLD =
            new Bilingual("仅在统计资料允许用于判断时显示。", "Shown only where the statistics may be judged.");

    private EnergyDashboard() {}

    /** The dashboard {@code greenpark-energy}. */
    public static Dashboard dashboard() {
        return new Dashboard(
                "greenpark-energy",
                new Bilingual("企业用能", "Enterprise energy"),
                "now-90d",
                List.of(Variable.park(ENERGY_DAY), Variable.enterprise(ENERGY_DAY)),
                Annotation.casesAnd(
                        Annotation.objections(q -> ENTERPRISE.apply(q).whereNot(TAG_KIND, "mean")), ENTERPRISE),
                "/enterprises/${enterprise}",
                List.of(
                        coal(),
                        co2(),
                        load(),
                        gas(),
                        water(),
                        complete(),
                        intensity(),
                        change(),
                        raw(),
                        CasePanels.open(ENTERPRISE),
                        CasePanels.history(ENTERPRISE).wide()));
    }

    private static PanelQuery curve(String field, String measurement, String zh, String en) {
        return AreaPanels.curve(ENTERPRISE, field, measurement, zh, en);
    }

    private static Panel coal() {
        return Panel.of(Visualization.BARS, "每日综合能耗", "Comprehensive energy per day")
                .says("吨标准煤。", "Standard coal, tonnes.")
                .in("suffix: 吨标准煤", "suffix: tce")
                .asks(curve(TCE, ENERGY_DAY, "综合能耗", "energy"));
    }

    private static Panel co2() {
        return Panel.of(Visualization.BARS, "每日二氧化碳排放", "CO2 per day")
                .says("仅在排放系数已知时显示。", "Shown only where the factors are known.")
                .in("suffix: t")
                .asks(curve(CO2_T, ENERGY_DAY, "CO2", "CO2"));
    }

    private static Panel load() {
        return Panel.of(Visualization.LINES, "用电负荷", "Electric load")
                .says("小时电量即平均功率。", "An hour's energy is its mean power.")
                .in("kwatt")
                .every("1h")
                .asks(PanelQuery.curve(
                        ENTERPRISE.apply(InfluxQl.means(SeriesSchema.amount(Carrier.ELECTRICITY), ENERGY_HOUR)),
                        "电",
                        "electricity"));
    }

    private static Panel gas() {
        return amounts("每日天然气", "Natural gas per day", Carrier.NATURAL_GAS, "天然气", "natural gas");
    }

    private static Panel water() {
        return amounts("每日用水", "Water per day", Carrier.WATER, "水", "water");
    }

    private static Panel amounts(String zh, String en, Carrier carrier, String aliasZh, String aliasEn) {
        return Panel.of(Visualization.BARS, zh, en)
                .says("统计边界内的总量。", "Total at the accounting boundary.")
                .in("m3")
                .asks(curve(SeriesSchema.amount(carrier), ENERGY_DAY, aliasZh, aliasEn));
    }

    private static Panel complete() {
        return Panel.of(Visualization.STEPS, "数据完整率", "Completeness")
                .says(
                        "应有计量时间中已知 (含估算) 与实测的比例; 按实测判断。",
                        "Share of the expected metering time that is known, estimates included, and that is measured; the"
                                + " measured is what is judged by.")
                .in("percentunit")
                .asks(
                        curve(COMPLETENESS, ENERGY_DAY, "完整率", "completeness"),
                        curve(MEASURED_SHARE, ENERGY_DAY, "实测", "measured"));
    }

    private static Panel intensity() {
        return Panel.of(Visualization.STEPS, "单位增加值能耗", "Energy intensity")
                .says(
                        "吨标准煤每万元工业增加值 (可比价)。" + TOLD.zh(),
                        "Tonnes of standard coal per 10,000 CNY of value added. " + TOLD.en())
                .in("suffix: 吨标准煤/万元", "suffix: tce/10k CNY")
                .asks(
                        curve(TCE_PER_10K_CNY, INTENSITY_MONTH, "当月", "month"),
                        curve(YEAR_TO_DATE + TCE_PER_10K_CNY, INTENSITY_MONTH, "累计", "year to date"));
    }

    private static Panel change() {
        return Panel.of(Visualization.STEPS, "单位工业增加值能耗同比与目标", "Change of intensity against target")
                .says(
                        "累计同比, 首点为 1–2 月; 不高于目标线为符合进度。" + TOLD.zh(),
                        "Year to date against the year before, from January to February on; at or below the target line is on"
                                + " track. " + TOLD.en())
                .in("percent")
                .asks(
                        curve(YEAR_TO_DATE + CHANGE_PERCENT, INTENSITY_MONTH, "同比", "change"),
                        curve(TARGET_CHANGE_PERCENT, INTENSITY_MONTH, "目标", "target"));
    }

    private static Panel raw() {
        return Panel.of(Visualization.LINES, "原始电表读数", "Raw electricity readings")
                .says("最近 7 天; 设备所发数值乘以有效倍率。", "The last seven days; values as sent times the effective ratio.")
                .ofTheLast("7d")
                .asks(PanelQuery.curves(ENTERPRISE.apply(InfluxQl.means("value", "electricity")), TAG_POINT));
    }
}
