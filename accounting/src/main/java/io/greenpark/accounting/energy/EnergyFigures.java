package io.greenpark.accounting.energy;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.Quality;
import io.greenpark.park.energy.StandardCoal;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one enterprise for periods of one step, from stored sums. The coefficient set valid on a period's first
 * day counts for the whole period. A carrier that was metered but of which nothing is known makes the figures in standard
 * coal and CO2 missing, never smaller.
 */
public final class EnergyFigures {
    /**
     * One enterprise, one period.
     *
     * @param amounts known amounts by carrier, base units
     * @param estimated what of them is estimated, seen from the period; carriers of which nothing is are absent
     * @param silent carriers metered in the period of which nothing is known
     * @param metered whether the enterprise had a boundary point in the period
     */
    public record PeriodEnergy(
            Map<Carrier, Long> amounts,
            Map<Carrier, Long> estimated,
            TreeSet<Carrier> silent,
            boolean metered,
            StandardCoal.Tonnes tce,
            StandardCoal.Tonnes co2,
            MeteredTime time,
            Defects defects,
            @Nullable String coefficientSet) {
        /** How the amounts came about, together. */
        public Quality quality() {
            return defects.quality(!amounts.isEmpty(), time);
        }
    }

    /** Point-hours of which an earlier version only said that they are estimated, and those that were corrected. */
    record Defects(int unsplit, int corrected) {
        static final Defects NONE = new Defects(0, 0);

        Defects plus(Defects other) {
            return new Defects(unsplit + other.unsplit, corrected + other.corrected);
        }

        /** Of several defects the worst. */
        Quality quality(boolean known, MeteredTime time) {
            if (!known) {
                return Quality.MISSING;
            }
            if (time.coverage().completeness() < 1) {
                return Quality.PARTIAL;
            }
            if (corrected > 0) {
                return Quality.CORRECTED;
            }
            return time.estimatedMs() > 0 || unsplit > 0 ? Quality.ESTIMATED : Quality.MEASURED;
        }
    }

    private final Registry registry;
    private final Step step;
    private final ParkTime time;
    private final ElectricityBasis basis;
    private final BoundaryMetering metered;
    private final EnergySums sums;

    /** Starts of the enterprise's booked periods that begin after a time, oldest first, at most {@code max}. */
    public static List<Long> starts(Handle handle, Step step, String enterprise, long afterMs, int max) {
        return EnergyTable.starts(handle, step, enterprise, afterMs, max);
    }

    private EnergyFigures(
            Registry registry,
            Step step,
            ParkTime time,
            ElectricityBasis basis,
            BoundaryMetering metered,
            EnergySums sums) {
        this.registry = registry;
        this.step = step;
        this.time = time;
        this.basis = basis;
        this.metered = metered;
        this.sums = sums;
    }

    /** Loads the sums of an enterprise whose periods start in a span. */
    public static EnergyFigures load(
            Handle handle, Registry registry, String enterpriseId, Step step, TimeRange span, ElectricityBasis basis) {
        return of(
                registry,
                enterpriseId,
                step,
                basis,
                EnergyTable.load(handle, step, List.of(enterpriseId), span.fromMs(), span.toMs()));
    }

    /** The same of each of several enterprises. */
    public static Map<String, EnergyFigures> loadEach(
            Handle handle,
            Registry registry,
            Collection<String> enterprises,
            Step step,
            TimeRange span,
            ElectricityBasis basis) {
        Map<String, EnergyFigures> figures = new HashMap<>();
        EnergyTable.loadEach(handle, step, enterprises, span.fromMs(), span.toMs())
                .forEach((id, sums) -> figures.put(id, of(registry, id, step, basis, sums)));
        return figures;
    }

    private static EnergyFigures of(
            Registry registry, String enterpriseId, Step step, ElectricityBasis basis, EnergySums sums) {
        ParkTime time = registry.timeOf(enterpriseId);
        return new EnergyFigures(registry, step, time, basis, new BoundaryMetering(registry, enterpriseId), sums);
    }

    /** The figures of one of the loaded periods. */
    public PeriodEnergy of(TimeRange period) {
        Map<Carrier, Long> amounts = new EnumMap<>(Carrier.class);
        Map<Carrier, Long> estimated = new EnumMap<>(Carrier.class);
        TreeSet<Carrier> silent = new TreeSet<>(metered.carriers(period));
        EnergySum all = EnergySum.NOTHING;
        for (Carrier carrier : List.copyOf(sums.carriers())) {
            EnergySum sum = sums.at(carrier, period.fromMs());
            all = all.plus(sum);
            Long amount = sum.amount();
            if (amount != null) {
                amounts.put(carrier, amount);
                if (sum.estimated().at(step).ms() > 0) {
                    estimated.put(carrier, sum.estimated().at(step).amount());
                }
                silent.remove(carrier);
            }
        }
        Optional<CoefficientSet> set =
                registry.coefficientsAt(time.dayOf(Instant.ofEpochMilli(period.fromMs())), basis);
        boolean known = !amounts.isEmpty() || !metered.carriers(period).isEmpty();
        return new PeriodEnergy(
                amounts,
                estimated,
                silent,
                known,
                figure(amounts, silent, known, set, StandardCoal::tce),
                figure(amounts, silent, known, set, StandardCoal::co2),
                new MeteredTime(all.coveredMs(), all.estimated().at(step).ms(), metered.expectedMs(period)),
                new Defects(all.unsplit(), all.corrected()),
                set.map(CoefficientSet::id).orElse(null));
    }

    private StandardCoal.Tonnes figure(
            Map<Carrier, Long> amounts,
            TreeSet<Carrier> silent,
            boolean metered,
            Optional<CoefficientSet> set,
            BiFunction<Map<Carrier, Long>, CoefficientSet, StandardCoal.Tonnes> sum) {
        if (!metered) {
            return StandardCoal.Tonnes.missing(Reason.of(Cause.NO_BOUNDARY_METER));
        }
        if (set.isEmpty()) {
            return StandardCoal.Tonnes.missing(Reason.noCoefficientSet(basis));
        }
        for (Carrier carrier : silent) {
            CoefficientSet.Coefficient coefficient = set.get().coefficients().get(carrier);
            if (coefficient == null || coefficient.countsInComprehensiveEnergy()) {
                return StandardCoal.Tonnes.missing(Reason.noReadingsOf(carrier));
            }
        }
        return sum.apply(amounts, set.get());
    }
}
