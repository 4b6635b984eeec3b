package io.greenpark.alerts.stopped;

import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.EnterpriseFile.OperatingState;
import io.greenpark.park.registry.EnterpriseFile.Operation;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.registry.Subject;
import io.greenpark.store.books.Books;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which enterprises are not to operate, as their files and the orders say that were last looked at; one of which nothing is said operates. Any thread
 * may ask.
 */
public final class StoppedEnterprises {
    private final StopOrders source;
    private volatile Map<String, List<StopOrder>> orders = Map.of();

    public StoppedEnterprises(StopOrders source) {
        this.source = source;
    }

    /** Those that files alone tell of. */
    public static StoppedEnterprises byFiles() {
        return new StoppedEnterprises(StopOrders.NONE);
    }

    /** Looks at the orders again. */
    public void refresh(Books books) {
        Map<String, List<StopOrder>> now = Map.copyOf(books.read(source::all));
        if (!now.equals(orders)) {
            orders = now;
        }
    }

    /** The orders as they were last looked at; another one as soon as they say something else. */
    public Map<String, List<StopOrder>> orders() {
        return orders;
    }

    /** Why an enterprise is not to operate on a day; empty where it may. */
    public Optional<Stop> on(Enterprise enterprise, LocalDate day) {
        SortedMap<LocalDate, Operation> begun = enterprise.file().operation().headMap(day.plusDays(1));
        LocalDate since = begun.isEmpty() ? null : begun.lastKey();
        OperatingState state =
                since == null ? null : Objects.requireNonNull(begun.get(since)).state();
        StopOrder order = order(enterprise.id(), day);
        boolean stopped = state != null && state != OperatingState.IN_OPERATION;
        return stopped
                ? Optional.of(new Stop(state, since, order))
                : Optional.ofNullable(order).map(it -> new Stop(null, null, it));
    }

    private @Nullable StopOrder order(String enterprise, LocalDate day) {
        return orders.getOrDefault(enterprise, List.of()).stream()
                .filter(order -> order.holds(day))
                .max(Comparator.comparing(StopOrder::from))
                .orElse(null);
    }

    /** The same of a time; what the registry no longer has, or what is no enterprise, is taken to operate. */
    public Optional<Stop> at(Registry registry, Subject about, Instant at) {
        return about.scope() == Subject.Scope.ENTERPRISE
                ? registry.enterprise(about.id())
                        .flatMap(e -> on(e, about.time(registry).dayOf(at)))
                : Optional.empty();
    }
}
