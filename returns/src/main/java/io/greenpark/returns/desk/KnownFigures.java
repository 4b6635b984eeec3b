package io.greenpark.returns.desk;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.energy.UnacceptedMetering;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.park.time.Step;
import io.greenpark.park.unit.Carrier;
import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.FigureKey;
import io.greenpark.returns.figure.Quantity;
import io.greenpark.returns.figure.ReturnPeriod;
import io.greenpark.returns.form.MonthlyReturn;
import io.greenpark.returns.form.ReturnState;
import io.greenpark.returns.question.Known;
import io.greenpark.returns.question.Metered;
import io.greenpark.returns.question.Past;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what the figures of a return are compared with: signed returns of before, else statistics, and meters. */
final class KnownFigures {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /** What meters tell of a bill. */
    private record Counted(BillKind kind, Carrier carrier, String unit, BigDecimal per) {}

    private static final List<Counted> COUNTED = List.of(
            new Counted(BillKind.ELECTRICITY, Carrier.ELECTRICITY, "kWh", BigDecimal.ONE),
            new Counted(BillKind.NATURAL_GAS, Carrier.NATURAL_GAS, "m3", BigDecimal.ONE),
            new Counted(BillKind.STEAM, Carrier.STEAM, "t", THOUSAND),
            new Counted(BillKind.STEAM, Carrier.HEAT, "GJ", THOUSAND),
            new Counted(BillKind.WATER, Carrier.WATER, "m3", BigDecimal.ONE));

    private final Books books;
    private final RegistrySource registry;
    private final EnergyAccounts energy;

    KnownFigures(Books books, RegistrySource registry, EnergyAccounts energy) {
        this.books = books;
        this.registry = registry;
        this.energy = energy;
    }

    Known of(String enterprise, ReturnPeriod period) {
        return new Known(
                past(enterprise, period.before()), past(enterprise, period.yearBefore()), metered(enterprise, period));
    }

    /** A return that somebody signed; drafts are not known to be anything. */
    Optional<MonthlyReturn> signed(String enterprise, ReturnPeriod period) {
        return books.read(handle -> ReturnTable.one(handle, enterprise, period))
                .filter(r -> r.state() == ReturnState.SUBMITTED || r.state() == ReturnState.ACCEPTED);
    }

    private @Nullable Past past(String enterprise, ReturnPeriod period) {
        Map<FigureKey, Quantity> figures = new HashMap<>(ofStatistics(enterprise, period));
        signed(enterprise, period).ifPresent(r -> figures.putAll(r.figures().stated()));
        return figures.isEmpty() ? null : new Past(period, figures);
    }

    private Map<FigureKey, Quantity> ofStatistics(String enterprise, ReturnPeriod period) {
        Registry current = registry.current();
        List<MonthlyStatistic> statistics = period.months().stream()
                .map(month -> statistic(current, enterprise, month))
                .flatMap(Optional::stream)
                .toList();
        if (statistics.size() < period.months().size()) {
            return Map.of();
        }
        Map<FigureKey, Quantity> figures = new HashMap<>();
        sum(statistics, MonthlyStatistic::outputCny).ifPresent(q -> figures.put(FigureKey.OUTPUT, q));
        sum(statistics, MonthlyStatistic::ivaCny).ifPresent(q -> figures.put(FigureKey.VALUE_ADDED, q));
        return figures;
    }

    /** What is for sums only is told nobody, in no question either. */
    private static Optional<MonthlyStatistic> statistic(Registry current, String enterprise, YearMonth month) {
        return current.statistic(enterprise, month).filter(s -> s.allowedUse() != AllowedUse.AGGREGATE_ONLY);
    }

    private static Optional<Quantity> sum(
            List<MonthlyStatistic> statistics, Function<MonthlyStatistic, @Nullable BigDecimal> figure) {
        List<BigDecimal> values =
                statistics.stream().map(figure).filter(Objects::nonNull).toList();
        return values.size() < statistics.size()
                ? Optional.empty()
                : Optional.of(new Quantity(values.stream().reduce(BigDecimal.ZERO, BigDecimal::add), "CNY"));
    }

    /** Without its reader the meters of months that are not over would be half of them. */
    List<Metered> metered(String enterprise, ReturnPeriod period) {
        LocalDate from = period.months().get(0).atDay(1);
        LocalDate to = period.month().plusMonths(1).atDay(1);
        List<EnergyRow> rows =
                energy.rows(Subject.enterprise(enterprise), from, to, Step.MONTH, ElectricityBasis.EQUIVALENT);
        double completeness = rows.stream()
                .mapToDouble(r -> r.coverage().completeness())
                .average()
                .orElse(0);
        List<Metered> metered = new ArrayList<>();
        for (Counted each : COUNTED) {
            if (accepted(enterprise, each.carrier(), from, to)) {
                add(metered, each.kind(), sum(rows, each.carrier(), each.unit(), each.per()), completeness);
            }
        }
        return metered;
    }

    /** Nobody is asked about a bill, and none is filled in, by a meter that is not accepted. */
    private boolean accepted(String enterprise, Carrier carrier, LocalDate from, LocalDate to) {
        Registry current = registry.current();
        ParkTime time = current.timeOf(enterprise);
        return UnacceptedMetering.of(current, enterprise).accepted(carrier, time.startOf(from), time.startOf(to));
    }

    private static void add(List<Metered> metered, BillKind kind, @Nullable Quantity amount, double completeness) {
        if (amount != null) {
            metered.add(new Metered(kind, amount, completeness));
        }
    }

    private static @Nullable Quantity sum(List<EnergyRow> rows, Carrier carrier, String unit, BigDecimal per) {
        List<BigDecimal> amounts = rows.stream()
                .map(r -> r.amounts().get(carrier))
                .filter(Objects::nonNull)
                .toList();
        return amounts.isEmpty()
                ? null
                : new Quantity(
                        amounts.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(per),
                        unit);
    }
}
