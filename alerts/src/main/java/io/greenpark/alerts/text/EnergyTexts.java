package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** Words of cases about energy targets. */
final class EnergyTexts {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private EnergyTexts() {}

    /** @param withheld whether its figure may not be told */
    static CaseMessage message(CaseContext context, boolean withheld) {
        Bilingual title = new Bilingual(
                context.who().zh() + "：万元工业增加值能耗降幅落后于目标",
                context.who().en() + ": energy per 10,000 CNY of value added falls behind its target");
        Verdict last = context.episode().last();
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        "万元工业增加值能耗（年初至今累计）降幅落后于所下达的目标",
                        "energy per 10,000 CNY of industrial value added, year to date, behind the assigned target")
                .add(Labels.FIGURE, withheld ? WithheldFigures.words() : figure(context, last));
        lines.add(Labels.TARGET, target(last));
        Bilingual since = month(context, context.episode().since());
        lines.add(Labels.SINCE, since);
        context.addUntil(lines);
        return new CaseMessage(title, lines.add(Labels.SURE, sure(last)).text());
    }

    private static Bilingual figure(CaseContext context, Verdict v) {
        Bilingual month = month(context, v.from());
        String change = signed(v);
        String gap = v.severity() == null ? "-" : Figures.percent(v.severity());
        return new Bilingual(
                "较基年变化 " + change + "%，比目标差 " + gap + " 个百分点（截至" + month.zh() + "）",
                change + " % against the base year, " + gap + " points short of the target (up to " + month.en() + ")");
    }

    private static String signed(Verdict v) {
        BigDecimal figure = v.figure();
        return (figure != null && figure.signum() > 0 ? "+" : "") + Figures.figure(figure, v.limit());
    }

    private static Bilingual target(Verdict v) {
        String source = Objects.requireNonNullElse(v.source(), "-");
        String bound = Figures.figure(v.limit(), null);
        return new Bilingual(bound + "%（" + source + "）", bound + " % (" + source + ")");
    }

    private static Bilingual month(CaseContext context, Instant at) {
        YearMonth month = YearMonth.from(at.atZone(context.zone()));
        return new Bilingual(ZH.format(month), EN.format(month));
    }

    private static Bilingual sure(Verdict v) {
        Bilingual metering = metering(v.coverage());
        Bilingual statistics = v.confirmed()
                ? new Bilingual("统计数据为最终值", "statistics are final")
                : new Bilingual("统计数据为初步或估计值，年报后可能变化", "statistics are provisional or estimated and may change");
        return new Bilingual(metering.zh() + "；" + statistics.zh(), metering.en() + "; " + statistics.en());
    }

    private static Bilingual metering(Coverage coverage) {
        int complete = coverage.completenessPercent();
        int measured = coverage.measuredPercent();
        int estimated = coverage.estimatedPercent();
        return new Bilingual(
                "计量完整率 " + complete + "%（实测 " + measured + "%，估算 " + estimated + "%）",
                "metering " + complete + " % complete (" + measured + " % measured, " + estimated + " % estimated)");
    }
}
