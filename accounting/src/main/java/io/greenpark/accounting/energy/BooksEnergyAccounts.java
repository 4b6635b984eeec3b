package io.greenpark.accounting.energy;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.Amounts;
import io.greenpark.park.energy.StandardCoal;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.FigureStatus;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The energy accounts in the books. A park or the district is the sum of its metered enterprises; where a figure of one of
 * them is missing, the sum is missing too. Rows are PROVISIONAL: late readings may still change them.
 */
public final class BooksEnergyAccounts implements EnergyAccounts {
    private final Books books;
    private final RegistrySource registry;

    public BooksEnergyAccounts(Books books, RegistrySource registry) {
        this.books = books;
        this.registry = registry;
    }

    @Override
    public List<EnergyRow> rows(Subject subject, LocalDate from, LocalDate to, Step step, ElectricityBasis basis) {
        Registry current = registry.current();
        ParkTime time = subject.time(current);
        TimeRange range = range(time, from, to, step);
        return books.read(handle -> rows(handle, current, time, subject.enterprises(current), range, step, basis));
    }

    @Override
    public Map<String, List<EnergyRow>> eachEnterprise(
            Collection<String> enterprises, LocalDate from, LocalDate to, Step step, ElectricityBasis basis) {
        Registry current = registry.current();
        Map<ParkTime, List<String>> byTime = new HashMap<>();
        enterprises.forEach(id -> byTime.computeIfAbsent(current.timeOf(id), t -> new ArrayList<>())
                .add(id));
        Map<String, List<EnergyRow>> each = new HashMap<>();
        books.read(handle -> {
            byTime.forEach((time, own) -> {
                TimeRange range = range(time, from, to, step);
                EnergyFigures.loadEach(handle, current, own, step, range, basis)
                        .forEach((id, figures) -> each.put(id, rows(time, Map.of(id, figures), range, step)));
            });
            return true;
        });
        return each;
    }

    private static TimeRange range(ParkTime time, LocalDate from, LocalDate to, Step step) {
        return new TimeRange(
                time.startOf(step, time.startOf(from)).toEpochMilli(),
                time.startOf(to).toEpochMilli());
    }

    private static List<EnergyRow> rows(
            Handle handle,
            Registry registry,
            ParkTime time,
            List<String> enterprises,
            TimeRange range,
            Step step,
            ElectricityBasis basis) {
        Map<String, EnergyFigures> figures = new TreeMap<>();
        for (String id : enterprises) {
            figures.put(id, EnergyFigures.load(handle, registry, id, step, range, basis));
        }
        return rows(time, figures, range, step);
    }

    private static List<EnergyRow> rows(ParkTime time, Map<String, EnergyFigures> figures, TimeRange range, Step step) {
        List<EnergyRow> rows = new ArrayList<>();
        for (long start = range.fromMs(); start < range.toMs(); ) {
            Instant end = time.endOf(step, Instant.ofEpochMilli(start));
            TimeRange period = new TimeRange(start, end.toEpochMilli());
            Map<String, EnergyFigures.PeriodEnergy> parts = new TreeMap<>();
            figures.forEach((id, loaded) -> parts.put(id, loaded.of(period)));
            rows.add(row(period, parts));
            start = period.toMs();
        }
        return rows;
    }

    private static EnergyRow row(TimeRange period, Map<String, EnergyFigures.PeriodEnergy> parts) {
        Total total = new Total();
        parts.forEach((enterprise, figures) -> {
            if (figures.metered() || parts.size() == 1) {
                total.add(enterprise, figures);
            }
        });
        return total.row(period);
    }

    /** The figures of one period, added up over enterprises. */
    private static final class Total {
        private final Map<Carrier, Long> amounts = new EnumMap<>(Carrier.class);
        private final Map<Carrier, Long> estimated = new EnumMap<>(Carrier.class);
        private final Map<Carrier, List<String>> silent = new EnumMap<>(Carrier.class);
        private StandardCoal.@Nullable Tonnes tce;
        private StandardCoal.@Nullable Tonnes co2;
        private MeteredTime time = MeteredTime.NONE;
        private EnergyFigures.Defects defects = EnergyFigures.Defects.NONE;
        private @Nullable String coefficientSet;

        void add(String enterprise, EnergyFigures.PeriodEnergy f) {
            f.amounts().forEach((carrier, amount) -> amounts.merge(carrier, amount, Amounts::plus));
            f.estimated().forEach((carrier, amount) -> estimated.merge(carrier, amount, Amounts::plus));
            f.silent().forEach(c -> silent.computeIfAbsent(c, none -> new ArrayList<>())
                    .add(enterprise));
            tce = tce == null ? f.tce() : tce.plus(f.tce());
            co2 = co2 == null ? f.co2() : co2.plus(f.co2());
            time = time.plus(f.time());
            defects = defects.plus(f.defects());
            coefficientSet = f.coefficientSet();
        }

        EnergyRow row(TimeRange period) {
            return new EnergyRow(
                    Instant.ofEpochMilli(period.fromMs()),
                    Instant.ofEpochMilli(period.toMs()),
                    inUnits(amounts),
                    inUnits(estimated),
                    tce == null ? null : tce.tonnes(),
                    co2 == null ? null : co2.tonnes(),
                    reasons(),
                    time.coverage(),
                    defects.quality(!amounts.isEmpty(), time),
                    FigureStatus.PROVISIONAL,
                    coefficientSet);
        }

        private Map<String, Reason> reasons() {
            Map<String, Reason> reasons = new TreeMap<>();
            silent.forEach((carrier, from) -> reasons.put(carrier.code(), Reason.noReadingsFrom(from)));
            note(reasons, "tce", tce);
            note(reasons, "co2T", co2);
            return reasons;
        }

        private static void note(Map<String, Reason> reasons, String name, StandardCoal.@Nullable Tonnes figure) {
            Reason reason = figure == null ? Reason.of(Cause.NO_METERED_ENTERPRISE) : figure.reason();
            if (reason != null) {
                reasons.put(name, reason);
            }
        }
    }

    private static Map<Carrier, BigDecimal> inUnits(Map<Carrier, Long> amounts) {
        Map<Carrier, BigDecimal> inUnits = new EnumMap<>(Carrier.class);
        amounts.forEach((carrier, amount) -> inUnits.put(carrier, carrier.unit().fromBase(amount)));
        return inUnits;
    }
}
