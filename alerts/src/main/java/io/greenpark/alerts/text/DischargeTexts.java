package io.greenpark.alerts.text;

import io.greenpark.alerts.cases.Wording.Words;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.registry.Name;
import io.greenpark.park.registry.Outlet;
import io.greenpark.park.registry.Point;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/** Words of discharge findings. Evidence says "exceeded", a clue says "suspected, verify". */
final class DischargeTexts {
    private DischargeTexts() {}

    static Words exceeded(Scene scene) {
        boolean evidence = scene.episode().worst().evidence();
        Name what = evidence
                ? new Name("超标", "exceeds its limit")
                : new Name("疑似超标，待核实", "is suspected to exceed its limit, verify");
        return words(scene, what);
    }

    static Words warning(Scene scene) {
        boolean evidence = scene.episode().worst().evidence();
        Name what = evidence
                ? new Name("接近限值，预警", "comes near its limit, early warning")
                : new Name("疑似接近限值，预警，待核实", "seems to come near its limit, early warning, verify");
        return words(scene, what);
    }

    private static Words words(Scene scene, Name what) {
        Name mean = mean(scene);
        Name title = new Name(
                scene.who().zh() + "：" + mean.zh() + what.zh(), scene.who().en() + ": " + mean.en() + " " + what.en());
        Verdict worst = scene.episode().worst();
        Lines lines = new Lines()
                .add(Labels.WHO, scene.whoInFull())
                .add(Labels.WHAT, mean.zh() + what.zh(), mean.en() + " " + what.en());
        lines.add(Labels.FIGURE, figure(scene, worst));
        if (!Objects.equals(worst.from(), scene.episode().last().from())) {
            lines.add(Labels.LATEST, figure(scene, scene.episode().last()));
        }
        lines.add(Labels.LIMIT, limit(worst));
        lines.add(Labels.SINCE, scene.sinceMinute(), scene.sinceMinute());
        scene.addUntil(lines);
        return new Words(title, lines.add(Labels.SURE, sure(worst)).text());
    }

    private static Name mean(Scene scene) {
        String pointId = Objects.requireNonNullElse(
                scene.matter().pointId(), scene.matter().subject());
        Name point = scene.registry().point(pointId).map(Point::name).orElse(new Name(pointId, pointId));
        Name outlet = scene.registry()
                .point(pointId)
                .map(Point::outletId)
                .flatMap(scene.registry()::outlet)
                .map(Outlet::name)
                .orElse(null);
        Name mean = daily(scene) ? new Name("日均值", "daily mean") : new Name("小时均值", "hourly mean");
        Name where = outlet == null || point.zh().contains(outlet.zh())
                ? point
                : new Name(
                        outlet.zh() + " " + point.zh(),
                        point.en().contains(outlet.en()) ? point.en() : outlet.en() + " " + point.en());
        return new Name(where.zh() + mean.zh(), where.en() + ", " + mean.en() + ",");
    }

    private static boolean daily(Scene scene) {
        return scene.matter().subject().endsWith("/day");
    }

    private static Name figure(Scene scene, Verdict v) {
        String value = Figures.figure(v.figure(), v.limit()) + " " + Figures.unit(v.unit());
        String period =
                daily(scene) ? Figures.day(v.from(), scene.zone()) : Figures.hour(v.from(), v.to(), scene.zone());
        String zhRunning = v.phase() == Phase.RUNNING ? "，时段未结束" : "";
        String enRunning = v.phase() == Phase.RUNNING ? ", period still running" : "";
        Name distance = distance(v);
        return new Name(
                value + "（" + distance.zh() + "，" + period + zhRunning + "）",
                value + " (" + distance.en() + "; " + period + enRunning + ")");
    }

    private static Name distance(Verdict v) {
        BigDecimal severity = v.severity();
        if (severity == null) {
            return new Name("无法比较", "cannot be compared");
        }
        BigDecimal limit = v.limit();
        BigDecimal figure = v.figure();
        if (severity.signum() > 0 && limit != null && figure != null && figure.compareTo(limit) < 0) {
            return new Name(
                    "低于下限 " + Figures.percent(severity) + "%", Figures.percent(severity) + " % below the lower limit");
        }
        if (severity.signum() > 0) {
            return new Name(
                    "超出限值 " + Figures.percent(severity) + "%", Figures.percent(severity) + " % above the limit");
        }
        String share = Figures.percent(BigDecimal.ONE.add(severity, MathContext.DECIMAL64));
        return new Name("限值的 " + share + "%", share + " % of the limit");
    }

    private static Name limit(Verdict v) {
        String value = Figures.bound(v.limit()) + " " + Figures.unit(v.unit());
        String source = Objects.requireNonNullElse(v.source(), "-");
        return new Name(
                value + "（" + source + (v.confirmed() ? "" : "，该限值未经确认") + "）",
                value + " (" + source + (v.confirmed() ? "" : "; this limit is not confirmed") + ")");
    }

    private static Name sure(Verdict v) {
        Name standing = v.evidence()
                ? new Name("依据数据（验收联网的监测设备）", "evidence (accepted, networked analyser)")
                : new Name("线索数据，须现场核实", "a clue only, to be verified on site");
        String share = Figures.percent(v.completeness());
        return new Name(standing.zh() + "；数据完整率 " + share + "%", standing.en() + "; data " + share + " % complete");
    }
}
