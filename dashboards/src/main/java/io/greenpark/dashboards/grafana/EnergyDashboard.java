package io.greenpark.dashboards.grafana;

import static io.greenpark.store.series.SeriesSchema.ALERT;
import static io.greenpark.store.series.SeriesSchema.CHANGE_PERCENT;
import static io.greenpark.store.series.SeriesSchema.CO2_T;
import static io.greenpark.store.series.SeriesSchema.COMPLETENESS;
import static io.greenpark.store.series.SeriesSchema.ENERGY_DAY;
import static io.greenpark.store.series.SeriesSchema.ENERGY_HOUR;
import static io.greenpark.store.series.SeriesSchema.INTENSITY_MONTH;
import static io.greenpark.store.series.SeriesSchema.MEASURED_SHARE;
import static io.greenpark.store.series.SeriesSchema.TAG_ENTERPRISE;
import static io.greenpark.store.series.SeriesSchema.TAG_KIND;
import static io.greenpark.store.series.SeriesSchema.TARGET_CHANGE_PERCENT;
import static io.greenpark.store.series.SeriesSchema.TCE;
import static io.greenpark.store.series.SeriesSchema.TCE_PER_10K_CNY;
import static io.greenpark.store.series.SeriesSchema.YEAR_TO_DATE;

import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.series.SeriesSchema;
import java.util.List;

/** The energy an enterprise uses, its intensity, and the change against last year and the target. */
public final class EnergyDashboard {
    private EnergyDashboard() {}

    /** The dashboard {@code greenpark-energy}. */
    public static Dashboard dashboard() {
        Variable enterprise = Variable.ofTag(TAG_ENTERPRISE, ENERGY_DAY, "企业", "Enterprise");
        return new Dashboard(
                "greenpark-energy",
                "企业用能",
                "Enterprise energy",
                "now-90d",
                List.of(enterprise),
                List.of(Annotation.objections(
                        q -> q.chosen(TAG_ENTERPRISE, TAG_ENTERPRISE).whereNot(TAG_KIND, "mean"))),
                List.of(coal(), co2(), load(), gas(), water(), complete(), intensity(), change(), raw(), cases()));
    }

    private static InfluxQl select(String columns, String measurement) {
        return InfluxQl.points(columns, measurement).chosen(TAG_ENTERPRISE, TAG_ENTERPRISE);
    }

    private static InfluxQl field(String name, String measurement) {
        return select(InfluxQl.quoted(name), measurement);
    }

    private static Panel coal() {
        return new Panel(
                "每日综合能耗",
                "Comprehensive energy per day",
                "吨标准煤。 Standard coal, tonnes.",
                Visualization.BARS,
                "suffix: tce",
                12,
                List.of(PanelQuery.curve(field(TCE, ENERGY_DAY), "综合能耗 / energy")));
    }

    private static Panel co2() {
        return new Panel(
                "每日二氧化碳排放",
                "CO2 per day",
                "仅在排放系数已知时显示。 Shown only where the factors are known.",
                Visualization.BARS,
                "suffix: t",
                12,
                List.of(PanelQuery.curve(field(CO2_T, ENERGY_DAY), "CO2")));
    }

    private static Panel load() {
        return new Panel(
                "用电负荷",
                "Electric load",
                "小时电量即平均功率。 An hour's energy is its mean power.",
                Visualization.LINES,
                "kwatt",
                12,
                List.of(PanelQuery.curve(
                        InfluxQl.means(SeriesSchema.amount(Carrier.ELECTRICITY), ENERGY_HOUR)
                                .chosen(TAG_ENTERPRISE, TAG_ENTERPRISE),
                        "电 / electricity")));
    }

    private static Panel gas() {
        return amounts("每日天然气", "Natural gas per day", Carrier.NATURAL_GAS, "天然气 / natural gas");
    }

    private static Panel water() {
        return amounts("每日用水", "Water per day", Carrier.WATER, "水 / water");
    }

    private static Panel amounts(String zh, String en, Carrier carrier, String alias) {
        return new Panel(
                zh,
                en,
                "统计边界内的总量。 Total at the accounting boundary.",
                Visualization.BARS,
                "m3",
                12,
                List.of(PanelQuery.curve(field(SeriesSchema.amount(carrier), ENERGY_DAY), alias)));
    }

    private static Panel complete() {
        return new Panel(
                "数据完整率",
                "Completeness",
                "应有计量时间中已知 (含估算) 与实测的比例; 按实测判断。 Share of the expected metering time that is known,"
                        + " estimates included, and that is measured; the measured is what is judged by.",
                Visualization.STEPS,
                "percentunit",
                12,
                List.of(
                        PanelQuery.curve(field(COMPLETENESS, ENERGY_DAY), "完整率 / completeness"),
                        PanelQuery.curve(field(MEASURED_SHARE, ENERGY_DAY), "实测 / measured")));
    }

    private static Panel intensity() {
        return new Panel(
                "单位增加值能耗",
                "Energy intensity",
                "吨标准煤每万元工业增加值 (可比价); 仅在统计资料允许用于判断时显示。 Tonnes of standard coal per 10,000 CNY of"
                        + " value added; shown only where the statistics may be judged.",
                Visualization.STEPS,
                "suffix: 吨标准煤/万元",
                12,
                List.of(
                        PanelQuery.curve(field(TCE_PER_10K_CNY, INTENSITY_MONTH), "当月 / month"),
                        PanelQuery.curve(field(YEAR_TO_DATE + TCE_PER_10K_CNY, INTENSITY_MONTH), "累计 / year to date")));
    }

    private static Panel change() {
        return new Panel(
                "单位工业增加值能耗同比与目标",
                "Change of intensity against target",
                "累计同比, 首点为 1–2 月; 不高于目标线为符合进度; 仅在统计资料允许用于判断时显示。 Year to date against the"
                        + " year before, from January to February on; at or below the target line is on track; shown only"
                        + " where the statistics may be judged.",
                Visualization.STEPS,
                "percent",
                12,
                List.of(
                        PanelQuery.curve(field(YEAR_TO_DATE + CHANGE_PERCENT, INTENSITY_MONTH), "同比 / change"),
                        PanelQuery.curve(field(TARGET_CHANGE_PERCENT, INTENSITY_MONTH), "目标 / target")));
    }

    private static Panel raw() {
        return new Panel(
                "原始电表读数",
                "Raw electricity readings",
                "设备所发数值乘以有效倍率。 Values as sent times the effective ratio.",
                Visualization.LINES,
                "short",
                12,
                List.of(PanelQuery.curve(
                        InfluxQl.means("value", "electricity")
                                .chosen(TAG_ENTERPRISE, TAG_ENTERPRISE)
                                .by(SeriesSchema.TAG_POINT),
                        "$tag_point")));
    }

    private static Panel cases() {
        return new Panel(
                "预警事件",
                "Alerts",
                "本企业预警事件的经过。 Steps of this enterprise's cases.",
                Visualization.TABLE,
                "short",
                12,
                List.of(PanelQuery.table(
                        select("\"title_zh\", \"title_en\", \"event\"::tag, \"figure\", \"limit\", \"unit\"", ALERT))));
    }
}
