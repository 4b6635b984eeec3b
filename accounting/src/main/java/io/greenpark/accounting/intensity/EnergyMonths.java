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
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Monthly energy figures of enterprises over some years, loaded once and asked often. */
final class EnergyMonths {
    private final Map<String, EnergyFigures> figures = new HashMap<>();
    private final Map<String, Map<YearMonth, PeriodEnergy>> asked = new HashMap<>();

    /** Loads whole years. */
    static EnergyMonths load(
            Handle handle,
            Registry registry,
            Collection<String> enterprises,
            int fromYear,
            int toYear,
            ElectricityBasis basis) {
        EnergyMonths months = new EnergyMonths();
        for (String id : enterprises) {
            ParkTime time = registry.timeOf(id);
            TimeRange span = new TimeRange(
                    time.startOf(YearMonth.of(fromYear, 1)).toEpochMilli(),
                    time.startOf(YearMonth.of(toYear + 1, 1)).toEpochMilli());
            months.figures.put(id, EnergyFigures.load(handle, registry, id, Step.MONTH, span, basis));
        }
        return months;
    }

    /** The energy of an enterprise in a month of the loaded years. */
    PeriodEnergy of(Registry registry, String enterpriseId, YearMonth month) {
        EnergyFigures loaded = figures.get(enterpriseId);
        if (loaded == null) {
            throw new IllegalArgumentException("enterprise \"" + enterpriseId + "\" was not loaded");
        }
        return asked.computeIfAbsent(enterpriseId, e -> new HashMap<>()).computeIfAbsent(month, m -> {
            ParkTime time = registry.timeOf(enterpriseId);
            return loaded.of(new TimeRange(
                    time.startOf(m).toEpochMilli(),
                    time.startOf(m.plusMonths(1)).toEpochMilli()));
        });
    }
}
