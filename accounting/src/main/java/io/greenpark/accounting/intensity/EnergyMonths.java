package io.greenpark.accounting.intensity;

import io.greenpark.accounting.energy.EnergyFigures;
import io.greenpark.accounting.energy.EnergyFigures.PeriodEnergy;
import io.greenpark.accounting.energy.MeteredTime;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.EstimatedMonths;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Monthly energy figures of enterprises over some time, loaded once and asked often. */
final class EnergyMonths {
    private final Map<String, EnterpriseMonths> enterprises = new HashMap<>();

    /** The months of one enterprise, each computed when it is first asked for. */
    private static final class EnterpriseMonths {
        private final EnergyFigures figures;
        private final ParkTime time;
        private final YearMonth first;
        private final @Nullable PeriodEnergy[] months;

        EnterpriseMonths(EnergyFigures figures, ParkTime time, YearMonth first, YearMonth last) {
            this.figures = figures;
            this.time = time;
            this.first = first;
            this.months = new @Nullable PeriodEnergy[(int) first.until(last, ChronoUnit.MONTHS) + 1];
        }

        PeriodEnergy of(YearMonth month) {
            int index = (int) first.until(month, ChronoUnit.MONTHS);
            PeriodEnergy known = months[index];
            if (known == null) {
                known = figures.of(new TimeRange(
                        time.startOf(month).toEpochMilli(),
                        time.startOf(month.plusMonths(1)).toEpochMilli()));
                months[index] = known;
            }
            return known;
        }
    }

    /** Loads whole years, and the month before and after them. */
    static EnergyMonths load(
            Handle handle,
            Registry registry,
            Collection<String> enterprises,
            int fromYear,
            int toYear,
            ElectricityBasis basis) {
        EnergyMonths months = new EnergyMonths();
        YearMonth first = YearMonth.of(fromYear, 1).minusMonths(1);
        YearMonth last = YearMonth.of(toYear, 12).plusMonths(1);
        // Years begin when those of their park do.
        Map<ParkTime, List<String>> byTime = enterprises.stream().collect(Collectors.groupingBy(registry::timeOf));
        byTime.forEach((time, ids) -> {
            TimeRange span = new TimeRange(
                    time.startOf(first).toEpochMilli(),
                    time.startOf(last.plusMonths(1)).toEpochMilli());
            EnergyFigures.loadEach(handle, registry, ids, Step.MONTH, span, basis)
                    .forEach((id, figures) ->
                            months.enterprises.put(id, new EnterpriseMonths(figures, time, first, last)));
        });
        return months;
    }

    /** The metering time of an enterprise in consecutive months of the loaded years. */
    MeteredTime time(String enterpriseId, List<YearMonth> months) {
        MeteredTime sum = MeteredTime.NONE;
        long[] estimated = new long[months.size()];
        for (int i = 0; i < estimated.length; i++) {
            MeteredTime ofMonth = of(enterpriseId, months.get(i)).time();
            estimated[i] = ofMonth.estimatedMs();
            sum = sum.plus(ofMonth);
        }
        // Mostly none is, and what lies around the months is not asked for.
        if (sum.estimatedMs() == 0) {
            return sum;
        }
        YearMonth before = months.get(0).minusMonths(1);
        YearMonth after = months.get(estimated.length - 1).plusMonths(1);
        return sum.estimated(EstimatedMonths.estimatedMs(
                of(enterpriseId, before).time().estimatedMs(),
                estimated,
                of(enterpriseId, after).time().estimatedMs()));
    }

    /** The energy of an enterprise in a month of the loaded time. */
    PeriodEnergy of(String enterpriseId, YearMonth month) {
        EnterpriseMonths loaded = enterprises.get(enterpriseId);
        if (loaded == null) {
            throw new IllegalArgumentException("enterprise \"" + enterpriseId + "\" was not loaded");
        }
        return loaded.of(month);
    }
}
