package io.greenpark.returns.closing;

import io.greenpark.accounting.energy.EnergyRow;
import io.greenpark.accounting.intensity.IntensityRow;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.CoefficientSet.ElectricityBasis;
import io.greenpark.park.registry.MonthlyStatistic;
import io.greenpark.park.registry.MonthlyStatistic.AllowedUse;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.park.time.ParkTime;
import io.greenpark.returns.closing.ClosedFigure.OfBasis;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside figures that are shown of closed months: that they are closed, and what of them is not what it was then. It goes by
 * the very figures that are shown. Any thread may ask.
 */
public final class ClosingMarks {
    private final Books books;
    private final RegistrySource registry;

    /** @param registry of the whole district */
    public ClosingMarks(Books books, RegistrySource registry) {
        this.books = books;
        this.registry = registry;
    }

    /**
     * Of a figure of a closed month.
     *
     * @param changes in what the figures shown differ from what they were; empty where they do not
     * @param since when that was noticed first; null where it was not yet, or they do not differ
     */
    public record Mark(
            ClosedMonth closed,
            List<FigureChange> changes,
            @Nullable Instant since) {
        public Mark {
            changes = List.copyOf(changes);
        }
    }

    private record Kept(
            ClosedMonth closed,
            ClosedFigure figure,
            @Nullable Instant since) {}

    /** Beside intensities of a subject, by month; months that are not closed are absent. */
    public Map<YearMonth, Mark> ofIntensity(Subject subject, List<IntensityRow> rows, ElectricityBasis basis) {
        Registry current = registry.current();
        Map<YearMonth, Mark> marks = new TreeMap<>();
        Map<YearMonth, Kept> kept =
                kept(current, subject, rows.stream().map(IntensityRow::month).toList());
        rows.forEach(row -> {
            Kept of = kept.get(row.month());
            if (of != null) {
                marks.put(row.month(), mark(current, of, row, basis));
            }
        });
        return marks;
    }

    /** Beside the intensities of many subjects in one month. */
    public Map<Subject, Mark> ofIntensities(Collection<IntensityOf> rows, ElectricityBasis basis) {
        Registry current = registry.current();
        Map<Subject, Mark> marks = new HashMap<>();
        if (current.facts().closings().isEmpty()) {
            return marks;
        }
        Map<ClosedMonth, Map<Subject, Kept>> kept = new HashMap<>();
        for (IntensityOf one : rows) {
            ClosedMonths.of(current, one.subject(), one.row().month()).ifPresent(closed -> {
                Kept of = kept.computeIfAbsent(closed, this::kept).get(one.subject());
                if (of != null) {
                    marks.put(one.subject(), mark(current, of, one.row(), basis));
                }
            });
        }
        return marks;
    }

    /** A row of a subject. */
    public record IntensityOf(Subject subject, IntensityRow row) {}

    /** Beside monthly amounts of energy of a subject. */
    public Map<YearMonth, Mark> ofEnergy(Subject subject, List<EnergyRow> rows, ElectricityBasis basis) {
        Registry current = registry.current();
        ParkTime time = subject.time(current);
        Map<YearMonth, Mark> marks = new TreeMap<>();
        Map<YearMonth, Kept> kept = kept(
                current, subject, rows.stream().map(r -> time.monthOf(r.from())).toList());
        rows.forEach(row -> {
            YearMonth month = time.monthOf(row.from());
            Kept of = kept.get(month);
            if (of != null) {
                ClosedFigure was = of.figure();
                OfBasis then = was.bases().get(basis);
                ClosedFigure now = new ClosedFigure(
                        subject,
                        row.amounts(),
                        null,
                        null,
                        was.ivaCny(),
                        was.outputCny(),
                        null,
                        null,
                        then == null ? Map.of() : Map.of(basis, with(then, row.tce(), then.tcePer10kCny())),
                        was.guarded());
                marks.put(month, mark(of, FigureChange.between(was, now)));
            }
        });
        return marks;
    }

    private static Mark mark(Registry registry, Kept kept, IntensityRow row, ElectricityBasis basis) {
        ClosedFigure was = kept.figure();
        OfBasis then = was.bases().get(basis);
        Subject subject = was.subject();
        BigDecimal iva = subject.scope() == Subject.Scope.ENTERPRISE
                ? registry.statistic(subject.id(), row.month())
                        .filter(s -> s.allowedUse() != AllowedUse.AGGREGATE_ONLY)
                        .map(MonthlyStatistic::ivaCny)
                        .orElse(null)
                : row.ofMonth().ivaCny();
        boolean guarded = MonthFigures.isGuarded(registry);
        ClosedFigure now = new ClosedFigure(
                subject,
                was.amounts(),
                null,
                null,
                iva,
                was.outputCny(),
                null,
                null,
                then == null
                        ? Map.of()
                        : Map.of(
                                basis,
                                with(then, row.ofMonth().tce(), row.ofMonth().tcePer10kCny())),
                guarded);
        ClosedFigure shown = was.beside(now, guarded);
        // A level depends on the year to date, which is shown with the month it belongs to.
        List<FigureChange> changes = FigureChange.between(shown, now).stream()
                .filter(c -> !c.field().equals("level") && !c.field().equals("outputCny"))
                .toList();
        return mark(kept, changes);
    }

    private static Mark mark(Kept kept, List<FigureChange> changes) {
        return new Mark(kept.closed(), changes, changes.isEmpty() ? null : kept.since());
    }

    private static OfBasis with(OfBasis then, @Nullable BigDecimal tce, @Nullable BigDecimal intensity) {
        return new OfBasis(tce, intensity, then.verdict(), then.level(), then.coefficientSet(), Map.of());
    }

    private Map<YearMonth, Kept> kept(Registry current, Subject subject, List<YearMonth> months) {
        Map<YearMonth, Kept> kept = new HashMap<>();
        if (current.facts().closings().isEmpty()) {
            return kept;
        }
        for (YearMonth month : months) {
            Optional<ClosedMonth> closed = ClosedMonths.of(current, subject, month);
            closed.flatMap(c -> one(c, subject)).ifPresent(k -> kept.put(month, k));
        }
        return kept;
    }

    private Optional<Kept> one(ClosedMonth closed, Subject subject) {
        return books.read(handle -> ClosingTable.figure(handle, closed, subject)
                .map(figure -> new Kept(
                        closed,
                        figure,
                        ClosingTable.since(handle, closed, subject).orElse(null))));
    }

    private Map<Subject, Kept> kept(ClosedMonth closed) {
        return books.read(handle -> {
            Map<Subject, Kept> kept = new HashMap<>();
            Map<Subject, Instant> since = ClosingTable.since(handle, closed);
            ClosingTable.figures(handle, closed)
                    .forEach((subject, figure) -> kept.put(subject, new Kept(closed, figure, since.get(subject))));
            return kept;
        });
    }
}
