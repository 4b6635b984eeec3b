package io.greenpark.returns.closing;

import io.greenpark.accounting.energy.EnergyAccounts;
import io.greenpark.accounting.intensity.Standings;
import io.greenpark.park.registry.ClosedMonth;
import io.greenpark.park.registry.Park;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.RegistryEdits.EditRequest;
import io.greenpark.park.registry.RegistryEdits.EditResult;
import io.greenpark.park.registry.RegistrySource;
import io.greenpark.park.registry.Subject;
import io.greenpark.returns.desk.ReturnDesk;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Closes months of parks. That a month is closed and what was shown then come about in one transaction, so a
 * kill leaves both or none. Opening one again is an edit of the registry that a second person reviews, and nothing of this desk. Any thread
 * may call.
 */
public final class ClosingDesk {
    /** How often a closing is tried anew where the registry changes meanwhile. */
    private static final int TRIES = 3;

    private final Books books;
    private final RegistrySource registry;
    private final MonthFigures figures;
    private final Checklist checklist;
    private final ClosingMarks marks;
    private final ClosedComparisons comparisons;
    private final Registrar registrar;
    private final ClosingConfig config;
    private final Clock clock;

    /** Who keeps which months are closed. */
    @FunctionalInterface
    public interface Registrar {
        /**
         * Closes a month, and something alongside in the same transaction; or none of both.
         *
         * @param by who, why and with which reach
         * @param seen the registry that the figures were made of
         * @return empty where the registry is another one by now
         */
        Optional<EditResult> close(
                ClosedMonth closed, EditRequest by, Registry seen, BiConsumer<Handle, @Nullable Long> alongside);
    }

    /**
     * A desk.
     *
     * @param registry of the whole district
     */
    public ClosingDesk(
            Books books,
            RegistrySource registry,
            EnergyAccounts energy,
            Standings standings,
            ReturnDesk returns,
            Registrar registrar,
            OtherMatters others,
            ClosingConfig config,
            Clock clock) {
        this.books = books;
        this.registry = registry;
        this.figures = new MonthFigures(energy, standings);
        this.checklist = new Checklist(books, returns, others, clock);
        this.marks = new ClosingMarks(books, registry);
        this.comparisons = new ClosedComparisons(books, registry, figures, clock);
        this.registrar = registrar;
        this.config = config;
        this.clock = clock;
    }

    /** Why a month is not closed. */
    public enum Refusal {
        /** It runs or has not begun. */
        NOT_OVER,
        ALREADY_CLOSED,
        /** The park has no enterprise: there is nothing to close. */
        NO_ENTERPRISE,
        /** Something is open, and nobody said why it is closed all the same. */
        REASON_NEEDED,
        /** An enterprise objects to something of the month, and whoever closes it did not say that this was seen. */
        OBJECTIONS_UNSEEN,
        /** The accounts are computing figures anew: what is shown is not what the registry says. */
        BEING_COMPUTED,
        /** The registry kept changing meanwhile. */
        CHANGED_MEANWHILE,
        /** The registry's rules stand against it. */
        REGISTRY
    }

    /**
     * What came of closing.
     *
     * @param refusal why nothing was done; null where it was
     * @param points what is open
     * @param closed null where nothing was done
     * @param result what the registry said; null where it was not asked
     */
    public record Done(
            @Nullable Refusal refusal,
            List<OpenPoint> points,
            @Nullable ClosedMonth closed,
            @Nullable EditResult result) {
        public Done {
            points = List.copyOf(points);
        }

        private static Done refused(Refusal refusal, List<OpenPoint> points) {
            return new Done(refusal, points, null, null);
        }
    }

    /** How a month of a park stands. */
    public enum MonthState {
        /** It runs or has not begun. */
        RUNNING,
        /** It is over and can be closed. */
        OPEN,
        /** The same, and the day on which the platform would have closed it has passed. */
        DUE,
        CLOSED
    }

    /** What was closed beside what is shown now. */
    public ClosedComparisons comparisons() {
        return comparisons;
    }

    /** What stands beside figures that are shown of closed months. */
    public ClosingMarks marks() {
        return marks;
    }

    public ClosingConfig config() {
        return config;
    }

    /** How a month of a park stands. */
    public MonthState state(Park park, YearMonth month) {
        return Objects.requireNonNull(states(park, Set.of(month)).get(month));
    }

    /** How months of a park stand. */
    public Map<YearMonth, MonthState> states(Park park, Set<YearMonth> months) {
        Registry current = registry.current();
        Set<YearMonth> due = books.read(handle -> LookTable.due(handle, park.id()));
        Map<YearMonth, MonthState> states = new TreeMap<>();
        months.forEach(month -> states.put(
                month,
                current.closing(park.id(), month).isPresent()
                        ? MonthState.CLOSED
                        : !isOver(park, month)
                                ? MonthState.RUNNING
                                : due.contains(month) ? MonthState.DUE : MonthState.OPEN));
        return states;
    }

    /**
     * The months that are for people to close, by park, oldest first: the day on which the platform would have closed them is over, and
     * something was open.
     */
    public Map<String, List<YearMonth>> due() {
        Registry current = registry.current();
        return books.read(handle -> LookTable.due(handle)).stream()
                .filter(m -> current.park(m.park()).isPresent()
                        && current.closing(m.park(), m.month()).isEmpty())
                .collect(Collectors.groupingBy(
                        LookTable.ParkMonth::park,
                        TreeMap::new,
                        Collectors.mapping(LookTable.ParkMonth::month, Collectors.toList())));
    }

    private boolean isOver(Park park, YearMonth month) {
        return month.isBefore(park.time().monthOf(clock.instant()));
    }

    /** The newest edition of each month of a park that was ever closed; whether it still is, the registry says. */
    public Map<YearMonth, ClosedEdition> newest(String park) {
        return books.read(handle -> ClosingTable.newest(handle, park));
    }

    /** All times that a month was closed, the last one first. */
    public List<ClosedEdition> editions(String park, YearMonth month) {
        return books.read(handle -> ClosingTable.editions(handle, park, month));
    }

    /** What is open of a month of a park; nothing is said of one that is not over. */
    public List<OpenPoint> points(Park park, YearMonth month) {
        Registry current = registry.current();
        return isOver(park, month)
                ? checklist.of(
                        current,
                        park,
                        month,
                        figures.of(current, new ClosingScope(current, park, month).subjects(), month))
                : List.of();
    }

    /**
     * Closes a month of a park.
     *
     * @param by who, with which reach, and why; an empty reason for none
     * @param seenObjections the numbers of open objections that the month is closed in spite of
     */
    public Done close(String parkId, YearMonth month, EditRequest by, Set<String> seenObjections) {
        return close(parkId, month, by, seenObjections, handle -> {});
    }

    /** @param alongside what comes about in the same transaction */
    Done close(String parkId, YearMonth month, EditRequest by, Set<String> seenObjections, Consumer<Handle> alongside) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Done> done = tryToClose(parkId, month, by, seenObjections, alongside);
            if (done.isPresent()) {
                return done.get();
            }
        }
        return Done.refused(Refusal.CHANGED_MEANWHILE, List.of());
    }

    private Optional<Done> tryToClose(
            String parkId, YearMonth month, EditRequest by, Set<String> seenObjections, Consumer<Handle> alongside) {
        Registry seen = registry.current();
        Park park = seen.park(parkId).orElseThrow();
        if (!isOver(park, month)) {
            return Optional.of(Done.refused(Refusal.NOT_OVER, List.of()));
        }
        if (seen.closing(parkId, month).isPresent()) {
            return Optional.of(Done.refused(Refusal.ALREADY_CLOSED, List.of()));
        }
        ClosingScope scope = new ClosingScope(seen, park, month);
        List<Subject> enterprises = scope.enterprises();
        if (enterprises.isEmpty()) {
            return Optional.of(Done.refused(Refusal.NO_ENTERPRISE, List.of()));
        }
        if (books.read(scope::isBeingComputed)) {
            return Optional.of(Done.refused(Refusal.BEING_COMPUTED, List.of()));
        }
        Map<Subject, ClosedFigure> shown = figures.of(seen, scope.subjects(), month);
        List<OpenPoint> points = checklist.of(seen, park, month, shown);
        if (!points.isEmpty() && by.reason().isBlank()) {
            return Optional.of(Done.refused(Refusal.REASON_NEEDED, points));
        }
        if (points.stream()
                .anyMatch(p -> p.kind() == OpenPoint.Kind.OBJECTION && !seenObjections.contains(p.detail()))) {
            return Optional.of(Done.refused(Refusal.OBJECTIONS_UNSEEN, points));
        }
        if (scope.completesDistrict()) {
            Subject district = Subject.district(seen.facts().districtId());
            shown.putAll(figures.of(seen, List.of(district), month));
        }
        return submit(park, month, by, seen, enterprises, points, shown.values(), alongside);
    }

    private Optional<Done> submit(
            Park park,
            YearMonth month,
            EditRequest by,
            Registry seen,
            List<Subject> enterprises,
            List<OpenPoint> points,
            Collection<ClosedFigure> shown,
            Consumer<Handle> alongside) {
        int edition = books.read(handle -> ClosingTable.nextEdition(handle, park.id(), month));
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ClosedMonth closed = new ClosedMonth(
                park.id(),
                month,
                edition,
                at,
                by.who(),
                enterprises.stream().map(Subject::id).collect(Collectors.toSet()));
        String reason = by.reason().isBlank() ? null : by.reason();
        ClosedEdition kept = new ClosedEdition(park.id(), month, edition, at, by.who(), reason, points);
        EditRequest why = new EditRequest(
                by.who(),
                by.account(),
                by.source(),
                reason == null ? "closed with nothing open" : reason,
                List.of(),
                null,
                false,
                false,
                by.reach());
        return registrar
                .close(closed, why, seen, (handle, change) -> {
                    ClosingTable.insert(handle, kept, shown);
                    alongside.accept(handle);
                })
                .map(result -> result.applied()
                        ? new Done(null, points, closed, result)
                        : new Done(Refusal.REGISTRY, points, null, result));
    }

    /** The closing by which a subject's figures of a month are closed; empty while they are not. */
    public Optional<ClosedMonth> closing(Subject subject, YearMonth month) {
        return ClosedMonths.of(registry.current(), subject, month);
    }
}
