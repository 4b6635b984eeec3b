package io.greenpark.accounting.intensity;

import io.greenpark.accounting.energy.EnergyFigures;
import io.greenpark.accounting.energy.EnergyFigures.PeriodEnergy;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Monthly energy figures of enterprises over some years, loaded once and asked often. */
final class EnergyMonths {
    private final Map<String, EnterpriseMonths> enterprises = new HashMap<>();

    /** The months of one enterprise, each computed when it is first asked for. */
    private static final class EnterpriseMonths {
        private final EnergyFigures figures;
        private final ParkTime time;
        private final int firstYear;
        private final @Nullable PeriodEnergy[] months;

        EnterpriseMonths(EnergyFigures figures, ParkTime time, int firstYear, int lastYear) {
            this.figures = figures;
            this.time = time;
            this.firstYear = firstYear;
            this.months = new @Nullable PeriodEnergy[12 * (lastYear - firstYear + 1)];
        }

        PeriodEnergy of(YearMonth month) {
            int index = 12 * (month.getYear() - firstYear) + month.getMonthValue() - 1;
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

    /** Loads whole years. */
    static EnergyMonths load(
            Handle handle,
            Registry registry,
            Collection<String> enterprises,
            int fromYear,
            int toYear,
            ElectricityBasis basis) {
        EnergyMonths months = new EnergyMonths();
        // Years begin when those of their park do.
        Map<ParkTime, List<String>> byTime = enterprises.stream().collect(Collectors.groupingBy(registry::timeOf));
        byTime.forEach((time, ids) -> {
            TimeRange span = new TimeRange(
                    time.startOf(YearMonth.of(fromYear, 1)).toEpochMilli(),
                    time.startOf(YearMonth.of(toYear + 1, 1)).toEpochMilli());
            EnergyFigures.loadEach(handle, registry, ids, Step.MONTH, span, basis)
                    .forEach((id, figures) ->
                            months.enterprises.put(id, new EnterpriseMonths(figures, time, fromYear, toYear)));
        });
        return months;
    }

    /** The energy of an enterprise in a month of the loaded years. */
    PeriodEnergy of(String enterpriseId, YearMonth month) {
        EnterpriseMonths loaded = enterprises.get(enterpriseId);
        if (loaded == null) {
            throw new IllegalArgumentException("enterprise \"" + enterpriseId + "\" was not loaded");
        }
        return loaded.of(month);
    }
}
