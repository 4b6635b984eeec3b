package io.greenpark.accounting.intensity;

import io.greenpark.accounting.disclosure.Audience;
import io.greenpark.accounting.disclosure.Disclosure;
import io.greenpark.accounting.disclosure.Disclosures;
import io.greenpark.accounting.intensity.IntensityRow.PeriodIntensity;
import io.greenpark.accounting.intensity.IntensityRow.TargetStanding;
import io.greenpark.park.energy.Intensity;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of rows what an audience may not be told: the value added, the intensity and every comparison it is in; energy and
 * completeness stay. While statistics are guarded, a kept figure must also be the one the registry makes now: between a
 * change of the registry and the recomputing, a kept sum still counts whom the decision no longer knows of.
 */
final class Withholding {
    private final Disclosure disclosure;
    private final Audience audience;
    private final Subject subject;
    private final boolean checked;
    private final Map<YearMonth, IntensityRow> compared;

    private Withholding(
            Disclosure disclosure,
            Audience audience,
            Subject subject,
            boolean checked,
            Map<YearMonth, IntensityRow> compared) {
        this.disclosure = disclosure;
        this.audience = audience;
        this.subject = subject;
        this.checked = checked;
        this.compared = compared;
    }

    /** For rows of subjects as they are kept; reads those they are compared with. */
    static Map<Subject, Withholding> of(
            KeptIntensities kept,
            Registry registry,
            ElectricityBasis basis,
            Audience audience,
            Disclosures disclosures,
            Map<Subject, List<IntensityRow>> rows) {
        Disclosure disclosure = disclosures.of(registry);
        boolean checked = disclosures.guarding();
        Map<Subject, Map<YearMonth, IntensityRow>> compared = checked ? ComparedMonths.of(kept, basis, rows) : Map.of();
        Map<Subject, Withholding> each = new HashMap<>();
        rows.keySet()
                .forEach(subject -> each.put(
                        subject,
                        new Withholding(
                                disclosure, audience, subject, checked, compared.getOrDefault(subject, Map.of()))));
        return each;
    }

    /** Months or the year to date: whether a period may be told, which figure it is, and which months it counts. */
    private enum Span {
        MONTH(IntensityRow::ofMonth),
        YEAR_TO_DATE(IntensityRow::yearToDate);

        private final Function<IntensityRow, PeriodIntensity> figure;

        Span(Function<IntensityRow, PeriodIntensity> figure) {
            this.figure = figure;
        }

        private boolean leaves(Withholding w, YearMonth month) {
            return this == MONTH
                    ? w.disclosure.month(w.audience, w.subject, month)
                    : w.disclosure.yearToDate(w.audience, w.subject, month);
        }

        private List<YearMonth> months(YearMonth month) {
            return this == MONTH ? List.of(month) : Disclosure.yearToDate(month);
        }
    }

    IntensityRow told(IntensityRow row) {
        return new IntensityRow(
                row.month(),
                told(Span.MONTH, row),
                told(Span.YEAR_TO_DATE, row),
                row.standing() == null ? null : told(row, row.standing()));
    }

    private PeriodIntensity told(Span span, IntensityRow row) {
        PeriodIntensity figure = span.figure.apply(row);
        Reason report = reason(span, row);
        Reason base = reasonOfBase(span, row, row.month().minusYears(1), figure.changePercent());
        Reason hidden = report != null ? report : base != null ? base.ofYearBefore() : null;
        if (hidden == null) {
            return figure;
        }
        Map<String, Reason> reasons = new TreeMap<>(figure.reasons());
        if (report != null) {
            replace(reasons, "ivaCny", figure.ivaCny(), report);
            replace(reasons, "tcePer10kCny", figure.tcePer10kCny(), report);
        }
        replace(reasons, "changePercent", figure.changePercent(), hidden);
        return new PeriodIntensity(
                figure.tce(),
                report != null ? null : figure.ivaCny(),
                report != null ? null : figure.tcePer10kCny(),
                null,
                figure.coverage(),
                figure.baseCoverage(),
                figure.status(),
                reasons);
    }

    private TargetStanding told(IntensityRow row, TargetStanding standing) {
        Reason report = reason(Span.YEAR_TO_DATE, row);
        Reason base = reasonOfBase(
                Span.YEAR_TO_DATE, row, row.month().withYear(standing.baseYear()), standing.changePercent());
        Reason hidden = report != null ? report : base != null ? base.ofBaseYear() : null;
        if (hidden == null) {
            return standing;
        }
        Reason known = standing.reason();
        return standing.withheld(
                known == null || standing.changePercent() != null || tellsOfValue(known) ? hidden : known);
    }

    /** Why a figure is not told; null if it is. */
    private @Nullable Reason reason(Span span, IntensityRow row) {
        if (!span.leaves(this, row.month())) {
            return Reason.of(Cause.WITHHELD);
        }
        return isCurrent(span, row) ? null : Reason.of(Cause.REGISTRY_CHANGED);
    }

    private @Nullable Reason reasonOfBase(Span span, IntensityRow row, YearMonth month, @Nullable BigDecimal change) {
        if (!span.leaves(this, month)) {
            return Reason.of(Cause.WITHHELD);
        }
        if (!checked || change == null) {
            return null;
        }
        IntensityRow base = compared.get(month);
        boolean current = base != null
                && isCurrent(span, base)
                && same(
                        change,
                        Intensity.changePercent(
                                span.figure.apply(row).tcePer10kCny(),
                                span.figure.apply(base).tcePer10kCny()));
        return current ? null : Reason.of(Cause.REGISTRY_CHANGED);
    }

    private boolean isCurrent(Span span, IntensityRow row) {
        BigDecimal kept = span.figure.apply(row).ivaCny();
        return !checked || kept == null || same(kept, disclosure.valueAdded(subject, span.months(row.month())));
    }

    private static boolean same(BigDecimal a, @Nullable BigDecimal b) {
        return b != null && a.compareTo(b) == 0;
    }

    /** Gives a figure that is taken out its reason; one that is missing for another reason keeps that, if it tells nothing. */
    private static void replace(Map<String, Reason> reasons, String name, @Nullable BigDecimal figure, Reason hidden) {
        Reason known = reasons.get(name);
        if (figure != null || known == null || tellsOfValue(known)) {
            reasons.put(name, hidden);
        }
    }

    /** That a value added is not positive is something about it. */
    private static boolean tellsOfValue(Reason reason) {
        return reason.cause() == Cause.VALUE_ADDED_NOT_POSITIVE
                || reason.details().values().stream().anyMatch(d -> d instanceof Reason nested && tellsOfValue(nested));
    }
}
