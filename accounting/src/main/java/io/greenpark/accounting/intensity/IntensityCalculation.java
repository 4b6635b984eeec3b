package io.greenpark.accounting.intensity;

import io.greenpark.park.energy.Intensity;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Computes intensity rows: a month and its year to date, each against the same period of the year before (change % =
 * (report / base - 1) x 100), and the year to date against the same months of the target's base year.
 */
final class IntensityCalculation {
    private final Registry registry;
    private final Subject subject;
    private final ElectricityBasis basis;
    private final List<String> enterprises;
    private final EnergyMonths energy;
    private final Instant now;

    private IntensityCalculation(
            Registry registry,
            Subject subject,
            ElectricityBasis basis,
            List<String> enterprises,
            EnergyMonths energy,
            Instant now) {
        this.registry = registry;
        this.subject = subject;
        this.basis = basis;
        this.enterprises = enterprises;
        this.energy = energy;
        this.now = now;
    }

    /** The rows of the months in {@code [from, to)}. */
    static List<IntensityRow> rows(
            Handle handle,
            Registry registry,
            Subject subject,
            YearMonth from,
            YearMonth to,
            ElectricityBasis basis,
            Instant now) {
        List<IntensityRow> rows = new ArrayList<>();
        if (!from.isBefore(to)) {
            return rows;
        }
        List<String> enterprises = subject.enterprises(registry);
        int firstYear = from.getYear() - 1;
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            Target target = target(registry, subject, year, basis);
            firstYear = target == null ? firstYear : Math.min(firstYear, target.baseYear());
        }
        EnergyMonths energy = EnergyMonths.load(handle, registry, enterprises, firstYear, to.getYear(), basis);
        IntensityCalculation calculation = new IntensityCalculation(registry, subject, basis, enterprises, energy, now);
        for (YearMonth month = from; month.isBefore(to); month = month.plusMonths(1)) {
            rows.add(calculation.row(month));
        }
        return rows;
    }

    private static @Nullable Target target(Registry registry, Subject subject, int year, ElectricityBasis basis) {
        return registry.target(subject, year).filter(t -> t.basis() == basis).orElse(null);
    }

    private IntensityRow row(YearMonth month) {
        List<YearMonth> toDate = yearToDate(month);
        PeriodFigure ofMonth = period(List.of(month));
        PeriodFigure ofYear = period(toDate);
        boolean open = now.isBefore(subject.time(registry).startOf(month.plusMonths(1)));
        Target target = target(registry, subject, month.getYear(), basis);
        return new IntensityRow(
                month,
                figure(ofMonth, period(List.of(month.minusYears(1))), open),
                figure(ofYear, period(yearToDate(month.minusYears(1))), open),
                target == null ? null : standing(target, month, ofYear, open));
    }

    private PeriodFigure period(List<YearMonth> months) {
        return PeriodFigure.of(registry, energy, enterprises, months);
    }

    private static List<YearMonth> yearToDate(YearMonth month) {
        List<YearMonth> months = new ArrayList<>();
        for (int m = 1; m <= month.getMonthValue(); m++) {
            months.add(month.withMonth(m));
        }
        return months;
    }

    private static IntensityRow.PeriodIntensity figure(PeriodFigure report, PeriodFigure base, boolean open) {
        Map<String, Reason> reasons = new TreeMap<>();
        BigDecimal change = Intensity.changePercent(report.intensity(), base.intensity());
        note(reasons, "tce", report.tce().reason());
        note(reasons, "ivaCny", report.ivaReason());
        note(reasons, "tcePer10kCny", report.intensityReason());
        if (change == null) {
            note(reasons, "changePercent", noChange(report, base));
        }
        return new IntensityRow.PeriodIntensity(
                report.tce().tonnes(),
                report.ivaCny(),
                report.intensity(),
                change,
                report.completeness(),
                base.completeness(),
                open ? FigureStatus.PROVISIONAL : report.status(),
                reasons);
    }

    private static @Nullable Reason noChange(PeriodFigure report, PeriodFigure base) {
        if (report.intensity() == null) {
            return report.intensityReason();
        }
        Reason ofBase = base.intensityReason();
        return ofBase == null ? Reason.of(Cause.YEAR_BEFORE_WITHOUT_ENERGY) : ofBase.ofYearBefore();
    }

    private static void note(Map<String, Reason> reasons, String figure, @Nullable Reason reason) {
        if (reason != null) {
            reasons.put(figure, reason);
        }
    }

    private IntensityRow.TargetStanding standing(Target target, YearMonth month, PeriodFigure report, boolean open) {
        int years = Math.max(0, month.getYear() - target.baseYear());
        PeriodFigure base = period(yearToDate(month.withYear(target.baseYear())));
        BigDecimal due = Intensity.compoundedPercent(target.yearlyChangePercent(), years);
        BigDecimal change = Intensity.changePercent(report.intensity(), base.intensity());
        BigDecimal gap = change == null ? null : change.subtract(due);
        Reason reason = notJudged(report, base, gap, open);
        IntensityRow.TargetVerdict verdict = reason != null || gap == null
                ? IntensityRow.TargetVerdict.NOT_JUDGED
                : gap.signum() > 0 ? IntensityRow.TargetVerdict.BEHIND : IntensityRow.TargetVerdict.ON_TARGET;
        return new IntensityRow.TargetStanding(
                target.id(),
                target.baseYear(),
                due,
                change,
                gap,
                verdict,
                report.mayJudge() && base.mayJudge(),
                reason);
    }

    private static @Nullable Reason notJudged(
            PeriodFigure report, PeriodFigure base, @Nullable BigDecimal gap, boolean open) {
        if (open) {
            return Reason.of(Cause.PERIOD_NOT_OVER);
        }
        if (report.intensityReason() != null) {
            return report.intensityReason();
        }
        Reason ofBase = base.intensityReason();
        if (ofBase != null) {
            return ofBase.ofBaseYear();
        }
        double completeness = Math.min(report.completeness(), base.completeness());
        if (completeness < Intensity.LEAST_COMPLETENESS) {
            return Reason.incomplete(
                    Cause.INCOMPLETE, completeness, (int) Math.round(Intensity.LEAST_COMPLETENESS * 100));
        }
        return gap == null ? Reason.of(Cause.BASE_YEAR_WITHOUT_ENERGY) : null;
    }
}
