package io.greenpark.accounting.intensity;

import io.greenpark.accounting.disclosure.Disclosure;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Intensity;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.registry.Target;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private IntensityCalculation(Registry registry, IntensityQuery query, EnergyMonths energy) {
        this.registry = registry;
        this.subject = query.subject();
        this.basis = query.basis();
        this.enterprises = subject.enterprises(registry);
        this.energy = energy;
    }

    /** The rows of a query, each as if its month were over, from energy of the query's basis. */
    static List<IntensityRow> rows(Registry registry, IntensityQuery query, EnergyMonths energy) {
        List<IntensityRow> rows = new ArrayList<>();
        if (!query.from().isBefore(query.to())) {
            return rows;
        }
        load(registry, List.of(query), energy);
        IntensityCalculation calculation = new IntensityCalculation(registry, query, energy);
        for (YearMonth month = query.from(); month.isBefore(query.to()); month = month.plusMonths(1)) {
            rows.add(calculation.row(month));
        }
        return rows;
    }

    /** Loads what the rows of queries, all of one basis, look at: of all enterprises at once. */
    static void load(Registry registry, Collection<IntensityQuery> queries, EnergyMonths energy) {
        Set<String> enterprises = new LinkedHashSet<>();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (IntensityQuery query : queries) {
            enterprises.addAll(query.subject().enterprises(registry));
            first = Math.min(first, firstYear(registry, query));
            last = Math.max(last, query.to().minusMonths(1).getYear());
        }
        energy.load(enterprises, first, last);
    }

    /** The first year that a query's rows look back to. */
    private static int firstYear(Registry registry, IntensityQuery query) {
        int first = query.from().getYear() - 1;
        for (int year = query.from().getYear();
                year <= query.to().minusMonths(1).getYear();
                year++) {
            Target target = target(registry, query.subject(), year, query.basis());
            first = target == null ? first : Math.min(first, target.baseYear());
        }
        return first;
    }

    private static @Nullable Target target(Registry registry, Subject subject, int year, ElectricityBasis basis) {
        return registry.target(subject, year).filter(t -> t.basis() == basis).orElse(null);
    }

    private IntensityRow row(YearMonth month) {
        List<YearMonth> toDate = Disclosure.yearToDate(month);
        PeriodFigure ofMonth = period(List.of(month));
        PeriodFigure ofYear = period(toDate);
        Target target = target(registry, subject, month.getYear(), basis);
        return new IntensityRow(
                month,
                figure(ofMonth, period(List.of(month.minusYears(1)))),
                figure(ofYear, period(Disclosure.yearToDate(month.minusYears(1)))),
                target == null ? null : standing(target, month, ofYear));
    }

    private PeriodFigure period(List<YearMonth> months) {
        return PeriodFigure.of(registry, energy, enterprises, months);
    }

    private static IntensityRow.PeriodIntensity figure(PeriodFigure report, PeriodFigure base) {
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
                report.coverage(),
                base.coverage(),
                report.status(),
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

    private IntensityRow.TargetStanding standing(Target target, YearMonth month, PeriodFigure report) {
        int years = Math.max(0, month.getYear() - target.baseYear());
        PeriodFigure base = period(Disclosure.yearToDate(month.withYear(target.baseYear())));
        BigDecimal due = Intensity.compoundedPercent(target.yearlyChangePercent(), years);
        BigDecimal change = Intensity.changePercent(report.intensity(), base.intensity());
        BigDecimal gap = change == null ? null : change.subtract(due);
        Reason reason = notJudged(report, base, gap);
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

    private static @Nullable Reason notJudged(PeriodFigure report, PeriodFigure base, @Nullable BigDecimal gap) {
        if (report.intensityReason() != null) {
            return report.intensityReason();
        }
        Reason ofBase = base.intensityReason();
        if (ofBase != null) {
            return ofBase.ofBaseYear();
        }
        if (report.unjudgeable() != null) {
            return report.unjudgeable();
        }
        if (base.unjudgeable() != null) {
            return base.unjudgeable().ofBaseYear();
        }
        Reason uncovered = notJudged(report.coverage(), base.coverage());
        if (uncovered != null) {
            return uncovered;
        }
        return gap == null ? Reason.of(Cause.BASE_YEAR_WITHOUT_ENERGY) : null;
    }

    /** What is known must suffice in both periods, and what of it is measured too. */
    private static @Nullable Reason notJudged(Coverage report, Coverage base) {
        int required = Intensity.LEAST_MEASURED_PERCENT;
        double completeness = Math.min(report.completeness(), base.completeness());
        if (completeness * 100 < required) {
            return Reason.incomplete(Cause.INCOMPLETE, completeness, required);
        }
        Reason estimated = report.tooMuchEstimated(required);
        Reason ofBase = base.tooMuchEstimated(required);
        return estimated != null || ofBase == null ? estimated : ofBase.ofBaseYear();
    }
}
