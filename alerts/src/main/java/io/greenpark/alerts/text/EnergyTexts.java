package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.cases.WithheldFigures;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.registry.Target;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** Words of cases about energy targets. */
final class EnergyTexts {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy 年 M 月", Locale.ROOT);
    private static final DateTimeFormatter EN_MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private EnergyTexts() {}

    /** @param withheld whether its figure may not be told */
    static CaseMessage message(CaseContext context, boolean withheld) {
        Bilingual title = new Bilingual(
                context.who().zh() + "：单位工业增加值能耗下降滞后于目标",
                context.who().en() + ": energy per value added is behind its target");
        Verdict last = context.episode().last();
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(
                        Labels.WHAT,
                        "单位工业增加值能耗（年初至今累计）下降滞后于下达的目标",
                        "energy per 10,000 CNY of industrial value added, year to date, is behind the assigned target")
                .add(Labels.FIGURE, withheld ? WithheldFigures.words() : figure(context, last));
        lines.add(Labels.TARGET, target(context, last));
        Bilingual since = month(context, context.episode().since());
        lines.add(Labels.SINCE, since);
        context.addUntil(lines);
        return new CaseMessage(title, lines.add(Labels.SURE, sure(last)).text());
    }

    private static Bilingual figure(CaseContext context, Verdict v) {
        Bilingual period = yearToDate(YearMonth.from(v.from().atZone(context.zone())));
        String change = signed(v);
        String gap = v.severity() == null ? "-" : Figures.points(v.severity());
        return new Bilingual(
                period.zh() + "较基期变化 " + change + " %，与目标相差 " + gap + " 个百分点",
                period.en() + ": " + change + " % against the base year, " + gap
                        + " percentage points short of the target");
    }

    /** January to a month, as the statistics of a year are reported. */
    private static Bilingual yearToDate(YearMonth month) {
        return month.getMonth() == Month.JANUARY
                ? new Bilingual(ZH.format(month), EN.format(month))
                : new Bilingual(
                        month.getYear() + " 年 1–" + month.getMonthValue() + " 月累计",
                        "January to " + EN_MONTH.format(month) + " " + month.getYear());
    }

    private static String signed(Verdict v) {
        BigDecimal figure = v.figure();
        return (figure != null && figure.signum() > 0 ? "+" : "") + Figures.change(figure, v.limit());
    }

    private static Bilingual target(CaseContext context, Verdict v) {
        String kept = Objects.requireNonNullElse(v.source(), "-");
        Bilingual source = context.registry().targetsOf(context.key().about()).stream()
                .filter(target -> target.source().equals(kept))
                .findFirst()
                .map(Target::sourceText)
                .orElse(Bilingual.same(kept));
        String bound = Figures.change(v.limit(), null);
        return new Bilingual(bound + " %（" + source.zh() + "）", bound + " % (" + source.en() + ")");
    }

    private static Bilingual month(CaseContext context, Instant at) {
        YearMonth month = YearMonth.from(at.atZone(context.zone()));
        return new Bilingual(ZH.format(month), EN.format(month));
    }

    private static Bilingual sure(Verdict v) {
        Bilingual metering = metering(v.coverage());
        Bilingual statistics = v.confirmed()
                ? new Bilingual("统计数据为年报核定数", "statistics are final")
                : new Bilingual("统计数据为初步数或推算数，年报核定后可能变化", "statistics are provisional or estimated and may change");
        return new Bilingual(metering.zh() + "；" + statistics.zh(), metering.en() + "; " + statistics.en());
    }

    private static Bilingual metering(Coverage coverage) {
        String complete = Figures.percent(coverage.completeness());
        String measured = Figures.percent(coverage.measured());
        // What is shown adds up.
        String estimated = Figures.bound(new BigDecimal(complete).subtract(new BigDecimal(measured)));
        return new Bilingual(
                "数据完整率（本期与上年同期中实测较少者）" + complete + " %（实测 " + measured + " %，估算 " + estimated + " %）",
                "metering of this period or the same of the year before, whichever is measured less: " + complete
                        + " % complete (" + measured + " % measured, " + estimated + " % estimated)");
    }
}
