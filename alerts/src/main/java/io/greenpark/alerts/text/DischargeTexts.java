package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.CaseMessage;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/** Words of cases about discharge limits. Evidence says "exceeded", a clue says "suspected, verify". */
final class DischargeTexts {
    private DischargeTexts() {}

    static CaseMessage exceeded(CaseContext context) {
        boolean evidence = context.episode().worst().evidence();
        Bilingual what = evidence
                ? new Bilingual("超标", "exceeds its limit")
                : new Bilingual("疑似超标，待核实", "is suspected to exceed its limit, verify");
        return message(context, what);
    }

    static CaseMessage warning(CaseContext context) {
        boolean evidence = context.episode().worst().evidence();
        Bilingual what = evidence
                ? new Bilingual("接近限值，预警", "comes near its limit, early warning")
                : new Bilingual("疑似接近限值，预警，待核实", "seems to come near its limit, early warning, verify");
        return message(context, what);
    }

    private static CaseMessage message(CaseContext context, Bilingual what) {
        Bilingual mean = mean(context);
        Bilingual title = new Bilingual(
                context.who().zh() + "：" + mean.zh() + what.zh(),
                context.who().en() + ": " + mean.en() + " " + what.en());
        Verdict worst = context.episode().worst();
        BilingualLines lines = new BilingualLines()
                .add(Labels.WHO, context.whoInFull())
                .add(Labels.WHAT, mean.zh() + what.zh(), mean.en() + " " + what.en());
        lines.add(Labels.FIGURE, figure(context, worst));
        if (!Objects.equals(worst.from(), context.episode().last().from())) {
            lines.add(Labels.LATEST, figure(context, context.episode().last()));
        }
        lines.add(Labels.LIMIT, limit(worst));
        lines.add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        return new CaseMessage(title, lines.add(Labels.SURE, sure(worst)).text());
    }

    private static Bilingual mean(CaseContext context) {
        String pointId = Objects.requireNonNullElse(
                context.key().pointId(), context.key().subject());
        Bilingual point = context.registry().point(pointId).map(Point::name).orElse(Bilingual.same(pointId));
        Bilingual outlet = context.registry()
                .point(pointId)
                .map(Point::outletId)
                .flatMap(context.registry()::outlet)
                .map(Outlet::name)
                .orElse(null);
        Bilingual mean = daily(context) ? new Bilingual("日均值", "daily mean") : new Bilingual("小时均值", "hourly mean");
        Bilingual where = outlet == null || point.zh().contains(outlet.zh())
                ? point
                : new Bilingual(
                        outlet.zh() + " " + point.zh(),
                        point.en().contains(outlet.en()) ? point.en() : outlet.en() + " " + point.en());
        return new Bilingual(where.zh() + mean.zh(), where.en() + ", " + mean.en() + ",");
    }

    private static boolean daily(CaseContext context) {
        return context.key().subject().endsWith("/day");
    }

    private static Bilingual figure(CaseContext context, Verdict v) {
        String value = Figures.figure(v.figure(), v.limit()) + " " + Figures.unit(v.unit());
        String period =
                daily(context) ? Figures.day(v.from(), context.zone()) : Figures.hour(v.from(), v.to(), context.zone());
        String zhRunning = v.phase() == Phase.RUNNING ? "，时段未结束" : "";
        String enRunning = v.phase() == Phase.RUNNING ? ", period still running" : "";
        Bilingual distance = distance(v);
        return new Bilingual(
                value + "（" + distance.zh() + "，" + period + zhRunning + "）",
                value + " (" + distance.en() + "; " + period + enRunning + ")");
    }

    private static Bilingual distance(Verdict v) {
        BigDecimal severity = v.severity();
        if (severity == null) {
            return new Bilingual("无法比较", "cannot be compared");
        }
        BigDecimal limit = v.limit();
        BigDecimal figure = v.figure();
        if (severity.signum() > 0 && limit != null && figure != null && figure.compareTo(limit) < 0) {
            return new Bilingual(
                    "低于下限 " + Figures.percent(severity) + "%", Figures.percent(severity) + " % below the lower limit");
        }
        if (severity.signum() > 0) {
            return new Bilingual(
                    "超出限值 " + Figures.percent(severity) + "%", Figures.percent(severity) + " % above the limit");
        }
        String share = Figures.percent(BigDecimal.ONE.add(severity, MathContext.DECIMAL64));
        return new Bilingual("限值的 " + share + "%", share + " % of the limit");
    }

    private static Bilingual limit(Verdict v) {
        String value = Figures.bound(v.limit()) + " " + Figures.unit(v.unit());
        String source = Objects.requireNonNullElse(v.source(), "-");
        return new Bilingual(
                value + "（" + source + (v.confirmed() ? "" : "，该限值未经确认") + "）",
                value + " (" + source + (v.confirmed() ? "" : "; this limit is not confirmed") + ")");
    }

    private static Bilingual sure(Verdict v) {
        Bilingual standing = v.evidence()
                ? new Bilingual("依据数据（验收联网的监测设备）", "evidence (accepted, networked analyser)")
                : new Bilingual("线索数据，须现场核实", "a clue only, to be verified on site");
        String share = Figures.percent(v.coverage().completeness());
        return new Bilingual(
                standing.zh() + "；数据完整率 " + share + "%", standing.en() + "; data " + share + " % complete");
    }
}
