package io.greenpark.returns.closing;

import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The figures of closed months beside what is shown now: what came in since, and since when that is known. Any thread may call. */
public final class ClosedComparisons {
    private final Books books;
    private final RegistrySource registry;
    private final MonthFigures figures;
    private final Clock clock;

    ClosedComparisons(Books books, RegistrySource registry, MonthFigures figures, Clock clock) {
        this.books = books;
        this.registry = registry;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * What is known of a figure of a closed month.
     *
     * @param closed what was shown, as far as it may be shown beside what is shown now
     * @param present null where the subject left the registry
     * @param changes in what they differ; empty where they do not
     * @param since when that was noticed first; null where it was not yet, or they do not differ
     */
    public record Comparison(
            ClosedMonth month,
            ClosedFigure closed,
            @Nullable ClosedFigure present,
            List<FigureChange> changes,
            @Nullable Instant since) {
        public Comparison {
            changes = List.copyOf(changes);
        }
    }

    /** How many figures of each closed month are noted to differ. */
    public Map<ClosedMonth, Integer> noted(Collection<ClosedMonth> closed) {
        return books.read(handle -> {
            Map<ClosedMonth, Integer> noted = new HashMap<>();
            closed.forEach(c -> noted.put(c, ClosingTable.since(handle, c).size()));
            return noted;
        });
    }

    /** The figures of a former edition or the present one, as far as they may be shown beside what is shown now. */
    public Map<Subject, ClosedFigure> edition(Park park, YearMonth month, int edition) {
        Registry current = registry.current();
        Map<Subject, ClosedFigure> kept = books.read(handle -> ClosingTable.figures(handle, park.id(), month, edition));
        Map<Subject, ClosedFigure> now = figures.of(current, known(current, kept.keySet()), month);
        boolean guarded = MonthFigures.isGuarded(current);
        kept.replaceAll((subject, figure) -> figure.beside(now.get(subject), guarded));
        return kept;
    }

    private static List<Subject> known(Registry registry, Collection<Subject> subjects) {
        return subjects.stream()
                .filter(s -> switch (s.scope()) {
                    case ENTERPRISE -> registry.enterprise(s.id()).isPresent();
                    case PARK -> registry.park(s.id()).isPresent();
                    case DISTRICT -> registry.facts().districtId().equals(s.id());
                })
                .toList();
    }

    /** All figures of a closed month beside what is shown now; of the district where this closing was its last. */
    public List<Comparison> compare(ClosedMonth closed) {
        return compare(closed, null);
    }

    /** @param only null for all */
    private List<Comparison> compare(ClosedMonth closed, @Nullable Set<Subject> only) {
        Registry current = registry.current();
        boolean guarded = MonthFigures.isGuarded(current);
        Map<Subject, ClosedFigure> kept = new LinkedHashMap<>();
        Map<Subject, Instant> since = new HashMap<>();
        books.read(handle -> {
            kept.putAll(ClosingTable.figures(handle, closed));
            since.putAll(ClosingTable.since(handle, closed));
            return true;
        });
        kept.keySet()
                .removeIf(s -> only != null && !only.contains(s)
                        || s.scope() == Subject.Scope.DISTRICT && !ClosedMonths.isLastOfDistrict(current, closed));
        Map<Subject, ClosedFigure> now = figures.of(current, known(current, kept.keySet()), closed.month());
        List<Comparison> compared = new ArrayList<>();
        kept.forEach((subject, figure) -> {
            ClosedFigure present = now.get(subject);
            ClosedFigure shown = figure.beside(present, guarded);
            List<FigureChange> changes = present == null ? List.of() : FigureChange.between(shown, present);
            Instant from = changes.isEmpty() ? null : since.get(subject);
            compared.add(new Comparison(closed, shown, present, changes, from));
        });
        return compared;
    }

    /** A subject's figures of a month beside what is shown now; empty where they are not closed, or were not there then. */
    public Optional<Comparison> compare(Subject subject, YearMonth month) {
        return ClosedMonths.of(registry.current(), subject, month)
                .flatMap(closed -> compare(closed, Set.of(subject)).stream().findFirst());
    }

    /** Notes which figures of a closed month differ from now on, and which do no more. */
    void note(ClosedMonth closed) {
        List<Comparison> compared = compare(closed);
        Map<Subject, Instant> known = books.read(handle -> ClosingTable.since(handle, closed));
        List<Consumer<Handle>> steps = new ArrayList<>();
        for (Comparison one : compared) {
            Subject subject = one.closed().subject();
            boolean noted = known.containsKey(subject);
            if (!one.changes().isEmpty() && !noted) {
                steps.add(handle -> ClosingTable.differs(handle, closed, subject, clock.instant()));
            } else if (one.changes().isEmpty() && noted) {
                steps.add(handle -> ClosingTable.isAsItWas(handle, closed, subject));
            }
        }
        if (!steps.isEmpty()) {
            books.write(tx -> {
                steps.forEach(step -> step.accept(tx.handle()));
                return true;
            });
        }
    }
}
