package io.greenpark.dashboards.grafana;

import static io.greenpark.dashboards.grafana.InfluxQl.quoted;
import static io.greenpark.store.series.SeriesSchema.AREA_INTENSITY_MONTH;
import static io.greenpark.store.series.SeriesSchema.CASE_HOUR;
import static io.greenpark.store.series.SeriesSchema.CHANGE_PERCENT;
import static io.greenpark.store.series.SeriesSchema.CLEAN_PRODUCTION_MONTH;
import static io.greenpark.store.series.SeriesSchema.COVERED;
import static io.greenpark.store.series.SeriesSchema.LISTED;
import static io.greenpark.store.series.SeriesSchema.REPORTED;
import static io.greenpark.store.series.SeriesSchema.STARTED;
import static io.greenpark.store.series.SeriesSchema.TARGET_CHANGE_PERCENT;
import static io.greenpark.store.series.SeriesSchema.TCE;
import static io.greenpark.store.series.SeriesSchema.TCE_PER_10K_CNY;
import static io.greenpark.store.series.SeriesSchema.YEAR_TO_DATE;
import static io.greenpark.store.series.SeriesSchema.open;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.dashboards.grafana.Panel.Visualization;
import io.greenpark.park.text.Bilingual;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Panels about a park or the district, which two dashboards have alike. */
final class AreaPanels {
    static final Bilingual TOLD = new Bilingual("仅在可公开的统计资料足够时显示。", "Shown only where the statistics may be told.");

    private AreaPanels() {}

    /** The change of the year to date against the target. */
    static Panel change(UnaryOperator<InfluxQl> area) {
        return Panel.of(Visualization.STEPS, "单位工业增加值能耗同比与目标", "Change of intensity against target")
                .says(
                        "本年累计同比, 首点为 1–2 月; 不高于目标线为符合进度。" + TOLD.zh(),
                        "Year to date against the year before, from January to February on; at or below the target line is on"
                                + " track. " + TOLD.en())
                .in("percent")
                .asks(
                        curve(area, YEAR_TO_DATE + CHANGE_PERCENT, AREA_INTENSITY_MONTH, "同比", "change"),
                        curve(area, TARGET_CHANGE_PERCENT, AREA_INTENSITY_MONTH, "目标", "target"));
    }

    static Panel intensity(UnaryOperator<InfluxQl> area) {
        return Panel.of(Visualization.STEPS, "单位增加值能耗", "Energy intensity")
                .says("吨标准煤每万元工业增加值 (可比价)。" + TOLD.zh(), "Tonnes of standard coal per 10,000 CNY. " + TOLD.en())
                .in("suffix: 吨标准煤/万元", "suffix: tce/10k CNY")
                .asks(
                        curve(area, TCE_PER_10K_CNY, AREA_INTENSITY_MONTH, "当月", "month"),
                        curve(area, YEAR_TO_DATE + TCE_PER_10K_CNY, AREA_INTENSITY_MONTH, "累计", "year to date"));
    }

    /** Months' energy as the books have it, which is none where an enterprise's is missing. */
    static Panel months(UnaryOperator<InfluxQl> area) {
        return Panel.of(Visualization.BARS, "每月综合能耗", "Comprehensive energy per month")
                .says("仅含完整计算的月份。", "Only months that all enterprises' energy is known of.")
                .in("suffix: 吨标准煤", "suffix: tce")
                .asks(curve(area, TCE, AREA_INTENSITY_MONTH, "综合能耗", "energy"));
    }

    static Panel levels(UnaryOperator<InfluxQl> area) {
        return Panel.of(Visualization.STACKED, "未结束的预警事件, 按级别", "Open cases by level")
                .says("小时末的件数, 不含试运行规则。", "At the end of the hour; rules on trial are left out.")
                .every("1h")
                .asks(Arrays.stream(CaseLevel.values())
                        .map(level -> newest(area, open(level), level.words()))
                        .toArray(PanelQuery[]::new));
    }

    /** Open cases of some rules. */
    static Panel rules(UnaryOperator<InfluxQl> area, Bilingual title, List<NamedRule> rules) {
        return Panel.of(Visualization.STEPS, title.zh(), title.en())
                .says("小时末的件数, 不含试运行规则。", "At the end of the hour; rules on trial are left out.")
                .every("1h")
                .asks(rules.stream()
                        .map(rule -> newest(area, open(rule.rule()), rule.name()))
                        .toArray(PanelQuery[]::new));
    }

    /** A rule with what people call it. */
    record NamedRule(Case.Rule rule, Bilingual name) {
        static NamedRule of(Case.Rule rule, String zh, String en) {
            return new NamedRule(rule, new Bilingual(zh, en));
        }
    }

    static Panel covered(UnaryOperator<InfluxQl> area) {
        return Panel.of(Visualization.STEPS, "清洁生产审核进展", "Progress of clean-production audits")
                .says(
                        "清单上的企业数; 月末, 当月为今日。目标为全覆盖: 已覆盖等于清单企业数。",
                        "Enterprises of the approved list, at the month's end or today. The target is all of them: covered equals"
                                + " on the list.")
                .asks(
                        curve(area, LISTED, CLEAN_PRODUCTION_MONTH, "清单 (目标)", "on the list (target)"),
                        curve(area, STARTED, CLEAN_PRODUCTION_MONTH, "已启动", "started"),
                        curve(area, REPORTED, CLEAN_PRODUCTION_MONTH, "已提交报告", "reported"),
                        curve(area, COVERED, CLEAN_PRODUCTION_MONTH, "已覆盖", "covered"));
    }

    static PanelQuery curve(UnaryOperator<InfluxQl> area, String field, String measurement, String zh, String en) {
        return PanelQuery.curve(area.apply(InfluxQl.points(quoted(field), measurement)), zh, en);
    }

    private static PanelQuery newest(UnaryOperator<InfluxQl> area, String field, Bilingual name) {
        return PanelQuery.curve(area.apply(InfluxQl.newest(field, CASE_HOUR)), name.zh(), name.en());
    }
}
