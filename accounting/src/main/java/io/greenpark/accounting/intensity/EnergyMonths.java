package io.greenpark.accounting.intensity;

import io.greenpark.accounting.energy.EnergyFigures;
import io.greenpark.accounting.energy.EnergyFigures.PeriodEnergy;
import io.greenpark.accounting.energy.MeteredTime;
import io.greenpark.accounting.energy.UnacceptedMetering;
import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.EstimatedMonths;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Monthly energy figures of enterprises at one moment: each year of an enterprise is loaded once, however many rows of it, its
 * park and the district ask for it.
 */
final class EnergyMonths {
    private static final int MONTHS_OF_A_YEAR = 12;

    private final Handle handle;
    private final Registry registry;
    private final ElectricityBasis basis;
    private final Map<String, Map<Integer, EnterpriseYear>> enterprises = new HashMap<>();
    private final Map<String, UnacceptedMetering> unaccepted = new HashMap<>();
    private final VoidedMonths voided;

    EnergyMonths(Handle handle, Registry registry, ElectricityBasis basis) {
        this.handle = handle;
        this.registry = registry;
        this.basis = basis;
        this.voided = VoidedMonths.now(handle);
    }

    /** The months of one enterprise in one year, each computed when it is first asked for. */
    private static final class EnterpriseYear {
        private final EnergyFigures figures;
        private final ParkTime time;
        private final @Nullable PeriodEnergy[] months = new @Nullable PeriodEnergy[MONTHS_OF_A_YEAR];

        EnterpriseYear(EnergyFigures figures, ParkTime time) {
            this.figures = figures;
            this.time = time;
        }

        PeriodEnergy of(YearMonth month) {
            int index = month.getMonthValue() - 1;
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

    /** Years that are loaded together. They begin when those of their park do. */
    private record Missing(ParkTime time, int fromYear, int toYear) {}

    /** Loads years of enterprises, as far as they are not yet. */
    void load(Collection<String> ids, int fromYear, int toYear) {
        Map<Missing, List<String>> missing = new HashMap<>();
        for (String id : ids) {
            Map<Integer, EnterpriseYear> years = enterprises.computeIfAbsent(id, e -> new HashMap<>());
            int from = fromYear;
            int to = toYear;
            while (from <= to && years.containsKey(from)) {
                from++;
            }
            while (from <= to && years.containsKey(to)) {
                to--;
            }
            if (from <= to) {
                missing.computeIfAbsent(new Missing(registry.timeOf(id), from, to), m -> new ArrayList<>())
                        .add(id);
            }
        }
        missing.forEach(this::load);
    }

    private void load(Missing missing, List<String> ids) {
        ParkTime time = missing.time();
        TimeRange span = new TimeRange(
                time.startOf(YearMonth.of(missing.fromYear(), 1)).toEpochMilli(),
                time.startOf(YearMonth.of(missing.toYear() + 1, 1)).toEpochMilli());
        EnergyFigures.loadEach(handle, registry, ids, Step.MONTH, span, basis).forEach((id, figures) -> {
            Map<Integer, EnterpriseYear> years = enterprises.computeIfAbsent(id, e -> new HashMap<>());
            for (int year = missing.fromYear(); year <= missing.toYear(); year++) {
                years.putIfAbsent(year, new EnterpriseYear(figures, time));
            }
        });
    }

    /** The metering time of an enterprise in consecutive months. */
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

    /**
     * Why an enterprise is not judged by a month: an objection to it was right and it awaits correction, or what it was metered by was not accepted; null where
     * nothing stands against it.
     */
    @Nullable
    Reason unjudgeable(String enterpriseId, YearMonth month) {
        ParkTime time = registry.timeOf(enterpriseId);
        Instant from = time.startOf(month);
        Instant to = time.startOf(month.plusMonths(1));
        Reason objected = voided.in(enterpriseId, from, to);
        return objected != null
                ? objected
                : unaccepted
                        .computeIfAbsent(enterpriseId, id -> UnacceptedMetering.of(registry, id))
                        .in(from, to);
    }

    /** The energy of a loaded enterprise in a month; a year that nobody foresaw is loaded of all of them. */
    PeriodEnergy of(String enterpriseId, YearMonth month) {
        Map<Integer, EnterpriseYear> years = enterprises.get(enterpriseId);
        if (years == null) {
            throw new IllegalArgumentException("enterprise \"" + enterpriseId + "\" was not loaded");
        }
        EnterpriseYear year = years.get(month.getYear());
        if (year == null) {
            load(List.copyOf(enterprises.keySet()), month.getYear(), month.getYear());
            year = years.get(month.getYear());
        }
        if (year == null) {
            throw new IllegalStateException("year " + month.getYear() + " of \"" + enterpriseId + "\" did not load");
        }
        return year.of(month);
    }
}
