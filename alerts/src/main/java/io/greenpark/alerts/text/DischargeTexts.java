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

/**
 * Words of cases about discharge limits. Only what an accepted analyser says of a confirmed limit is an exceedance; all else is
 * suspected and to be verified. Every text ends with {@link #NOTICE}.
 */
final class DischargeTexts {
    /** What every text of an exceedance, or of one that comes near, says of itself. */
    static final Bilingual NOTICE = new Bilingual(
            "监测数据超标预警，供核实，不作处罚依据。", "Alert from monitoring data, for verification; no basis for a penalty.");

    private DischargeTexts() {}

    static CaseMessage exceeded(CaseContext context) {
        Bilingual mean = mean(context);
        Bilingual what = isSure(context.episode().worst())
                ? new Bilingual(mean.zh() + "超标", mean.en() + " exceeds its limit")
                : new Bilingual(mean.zh() + "疑似超标，待核实", "suspected exceedance, to be verified: " + mean.en());
        return message(context, what);
    }

    static CaseMessage warning(CaseContext context) {
        Bilingual mean = mean(context);
        Bilingual what = isSure(context.episode().worst())
                ? new Bilingual(mean.zh() + "接近排放限值，预警", "early warning: " + mean.en() + " is close to its limit")
                : new Bilingual(
                        mean.zh() + "疑似接近排放限值，预警，待核实",
                        "early warning, to be verified: " + mean.en() + " seems close to its limit");
        return message(context, what);
    }

    /** Whether it may be called an exceedance: neither measured by a sensor that only gives a clue, nor of an unconfirmed limit. */
    private static boolean isSure(Verdict v) {
        return v.evidence() && v.confirmed();
    }

    private static CaseMessage message(CaseContext context, Bilingual what) {
        Bilingual title = new Bilingual(
                context.who().zh() + "：" + what.zh(), context.who().en() + ": " + what.en());
        Verdict worst = context.episode().worst();
        BilingualLines lines =
                new BilingualLines().add(Labels.WHO, context.whoInFull()).add(Labels.WHAT, what);
        lines.add(Labels.FIGURE, figure(context, worst));
        if (!Objects.equals(worst.from(), context.episode().last().from())) {
            lines.add(Labels.LATEST, figure(context, context.episode().last()));
        }
        lines.add(Labels.LIMIT, LimitTexts.limit(context, worst, isBelow(worst)));
        Bilingual permit = LimitTexts.permit(context);
        if (permit != null) {
            lines.add(Labels.PERMIT, permit);
        }
        lines.add(Labels.SINCE, context.sinceMinute());
        context.addUntil(lines);
        return new CaseMessage(
                title, noticed(lines.add(Labels.SURE, sure(worst)).text()));
    }

    /** The text with {@link #NOTICE} as its last line. */
    static Bilingual noticed(Bilingual text) {
        return new Bilingual(noticed(text.zh(), NOTICE.zh()), noticed(text.en(), NOTICE.en()));
    }

    private static String noticed(String text, String notice) {
        return text.replace("\n" + notice, "") + "\n" + notice;
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
        Bilingual where = outlet == null || point.zh().contains(outlet.zh())
                ? point
                : new Bilingual(
                        outlet.zh() + " " + point.zh(),
                        point.en().contains(outlet.en()) ? point.en() : outlet.en() + " " + point.en());
        return daily(context)
                ? new Bilingual(where.zh() + "日均值", where.en() + " (daily mean)")
                : new Bilingual(where.zh() + "小时均值", where.en() + " (hourly mean)");
    }

    private static boolean daily(CaseContext context) {
        return context.key().subject().endsWith("/day");
    }

    private static Bilingual figure(CaseContext context, Verdict v) {
        String value = Figures.with(Figures.figure(v.figure(), v.limit()), v.unit());
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
        if (isBelow(v)) {
            return new Bilingual(
                    "低于下限 " + Figures.percent(severity) + " %", Figures.percent(severity) + " % below the lower limit");
        }
        if (severity.signum() > 0) {
            return new Bilingual(
                    "超出限值 " + Figures.percent(severity) + " %", Figures.percent(severity) + " % above the limit");
        }
        String share = Figures.percent(BigDecimal.ONE.add(severity, MathContext.DECIMAL64));
        return new Bilingual("限值的 " + share + " %", share + " % of the limit");
    }

    /** Whether it is a lower limit that is not kept. */
    private static boolean isBelow(Verdict v) {
        BigDecimal severity = v.severity();
        BigDecimal limit = v.limit();
        BigDecimal figure = v.figure();
        return severity != null
                && severity.signum() > 0
                && limit != null
                && figure != null
                && figure.compareTo(limit) < 0;
    }

    private static Bilingual sure(Verdict v) {
        Bilingual standing = v.evidence()
                ? new Bilingual("验收联网的监测设备", "accepted, networked analyser")
                : new Bilingual("线索数据，须现场核实", "a clue only, to be verified on site");
        Bilingual limit = v.confirmed()
                ? new Bilingual("", "")
                : new Bilingual("；限值未经确认，须核实", "; limit not confirmed, to be verified");
        String share = Figures.percent(v.coverage().completeness());
        return new Bilingual(
                standing.zh() + limit.zh() + "；数据完整率 " + share + " %",
                standing.en() + limit.en() + "; data " + share + " % complete");
    }
}
