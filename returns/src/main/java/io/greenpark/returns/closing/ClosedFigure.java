package io.greenpark.returns.closing;

import io.greenpark.accounting.intensity.IntensityRow.TargetVerdict;
import io.greenpark.park.energy.ProgressLevel;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.unit.Carrier;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a subject and a month as they are shown: when the month is closed, or now. What may not be told is not in it.
 *
 * @param amounts by carrier, in {@link Carrier#unit()}
 * @param completeness 0..1 of the expected metering time; null where nothing is metered
 * @param measured 0..1, what of it is measured
 * @param ivaCny value added, CNY; null where it is missing or may not be told
 * @param outputCny of an enterprise; null for areas, and where it is missing or may not be told
 * @param status of the statistic, or of the least final one of an area's; null where there is none
 * @param use of an enterprise's statistic; null for areas
 * @param guarded whether any statistic of the month could leave in sums only: then value added and what follows from it is never shown
 *     beside another value of the same
 */
public record ClosedFigure(
        Subject subject,
        Map<Carrier, BigDecimal> amounts,
        @Nullable Double completeness,
        @Nullable Double measured,
        @Nullable BigDecimal ivaCny,
        @Nullable BigDecimal outputCny,
        @Nullable FigureStatus status,
        @Nullable AllowedUse use,
        Map<ElectricityBasis, OfBasis> bases,
        boolean guarded) {

    /**
     * What depends on how electricity is converted.
     *
     * @param tce tonnes of standard coal; null with a reason
     * @param tcePer10kCny null with a reason
     * @param verdict how the year to date stands against the target; null where there is none of this basis
     * @param level the same as a level; null where it is not judged
     * @param coefficientSet id of the set used; null where none applies
     * @param reasons why a figure is null, by its name
     */
    public record OfBasis(
            @Nullable BigDecimal tce,
            @Nullable BigDecimal tcePer10kCny,
            @Nullable TargetVerdict verdict,
            @Nullable ProgressLevel level,
            @Nullable String coefficientSet,
            Map<String, Reason> reasons) {
        public OfBasis {
            reasons = Map.copyOf(reasons);
        }

        private OfBasis withoutValueAdded() {
            return new OfBasis(tce, null, null, null, coefficientSet, reasons);
        }
    }

    public ClosedFigure {
        amounts = Map.copyOf(amounts);
        bases = Map.copyOf(bases);
    }

    /**
     * The same as it may be shown beside what is shown now: two sums of guarded values that differ by one enterprise would tell that
     * one's, so a closed one is shown only as long as it is the one that is shown now.
     *
     * @param guardedNow whether any statistic of the month may leave in sums only now
     */
    public ClosedFigure beside(@Nullable ClosedFigure now, boolean guardedNow) {
        if (!guarded && !guardedNow || ivaCny == null) {
            return this;
        }
        if (now != null && now.ivaCny != null && now.ivaCny.compareTo(ivaCny) == 0) {
            return this;
        }
        Map<ElectricityBasis, OfBasis> without = new EnumMap<>(ElectricityBasis.class);
        bases.forEach((basis, figures) -> without.put(basis, figures.withoutValueAdded()));
        return new ClosedFigure(subject, amounts, completeness, measured, null, null, status, use, without, guarded);
    }
}
