package io.greenpark.accounting.intensity;

import io.greenpark.accounting.energy.EnergyFigures.PeriodEnergy;
import io.greenpark.accounting.energy.MeteredTime;
import io.greenpark.park.energy.Coverage;
import io.greenpark.park.energy.Intensity;
import io.greenpark.park.energy.StandardCoal;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Registry;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Energy, value added and intensity of some enterprises over some months, before comparison. Enterprises without a
 * boundary meter in any of the months are left out on both sides of the fraction.
 *
 * @param status the least final of the statistics in it
 * @param mayJudge whether every statistic in it may be held against an enterprise
 * @param unjudgeable why it is not judged: what in it awaits correction or was not accepted; null if nothing does
 */
record PeriodFigure(
        StandardCoal.Tonnes tce,
        @Nullable BigDecimal ivaCny,
        @Nullable Reason ivaReason,
        @Nullable BigDecimal intensity,
        Coverage coverage,
        FigureStatus status,
        boolean mayJudge,
        @Nullable Reason unjudgeable) {

    static PeriodFigure of(Registry registry, EnergyMonths energy, List<String> enterprises, List<YearMonth> months) {
        Sum sum = new Sum();
        for (String enterprise : enterprises) {
            if (isMetered(energy, enterprise, months)) {
                for (YearMonth month : months) {
                    sum.add(registry, energy, enterprise, month);
                }
                sum.time = sum.time.plus(energy.time(enterprise, months));
            }
        }
        return sum.figure();
    }

    private static boolean isMetered(EnergyMonths energy, String enterprise, List<YearMonth> months) {
        for (YearMonth month : months) {
            if (energy.of(enterprise, month).metered()) {
                return true;
            }
        }
        return false;
    }

    private static final class Sum {
        private StandardCoal.@Nullable Tonnes tce;
        private @Nullable BigDecimal iva;
        private @Nullable Reason ivaReason;
        private MeteredTime time = MeteredTime.NONE;
        private FigureStatus status = FigureStatus.FINAL;
        private boolean mayJudge = true;
        private @Nullable Reason unjudgeable;

        private void add(Registry registry, EnergyMonths energy, String enterprise, YearMonth month) {
            // Of a sum that is missing the first reason says why.
            if (tce == null || tce.reason() == null) {
                StandardCoal.Tonnes own = tce(energy.of(enterprise, month), enterprise, month);
                tce = tce == null ? own : tce.plus(own);
            }
            if (unjudgeable == null && energy.of(enterprise, month).metered()) {
                Reason why = energy.unjudgeable(enterprise, month);
                unjudgeable = why == null ? null : why.ofEnterprise(enterprise, month);
            }
            MonthlyStatistic statistic = registry.statistic(enterprise, month).orElse(null);
            BigDecimal value = statistic == null ? null : statistic.ivaCny();
            if (statistic == null || value == null) {
                ivaReason = ivaReason == null ? Reason.noValueAdded(enterprise, month) : ivaReason;
                status = FigureStatus.PROVISIONAL;
                return;
            }
            iva = iva == null ? value : iva.add(value);
            status = statistic.status().compareTo(status) < 0 ? statistic.status() : status;
            mayJudge &= statistic.allowedUse() == AllowedUse.JUDGE;
        }

        private static StandardCoal.Tonnes tce(PeriodEnergy energy, String enterprise, YearMonth month) {
            Reason reason = energy.tce().reason();
            return reason == null ? energy.tce() : StandardCoal.Tonnes.missing(reason.ofEnterprise(enterprise, month));
        }

        private PeriodFigure figure() {
            Reason none = Reason.of(Cause.NO_METERED_ENTERPRISE);
            StandardCoal.Tonnes energy = tce == null ? StandardCoal.Tonnes.missing(none) : tce;
            Reason missing = tce == null ? none : ivaReason;
            BigDecimal value = missing == null ? iva : null;
            return new PeriodFigure(
                    energy,
                    value,
                    missing,
                    Intensity.of(energy.tonnes(), value),
                    time.coverage(),
                    tce == null ? FigureStatus.PROVISIONAL : status,
                    mayJudge,
                    unjudgeable);
        }
    }

    /** Why there is no intensity; null if there is one. */
    @Nullable
    Reason intensityReason() {
        if (intensity != null) {
            return null;
        }
        if (tce.reason() != null) {
            return tce.reason();
        }
        return ivaReason != null ? ivaReason : Reason.of(Cause.VALUE_ADDED_NOT_POSITIVE);
    }
}
