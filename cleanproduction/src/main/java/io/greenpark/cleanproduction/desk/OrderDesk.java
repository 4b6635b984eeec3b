package io.greenpark.cleanproduction.desk;

import io.greenpark.cleanproduction.order.Order;
import io.greenpark.cleanproduction.order.Order.Fine;
import io.greenpark.cleanproduction.order.Order.Kind;
import io.greenpark.cleanproduction.order.Order.State;
import io.greenpark.cleanproduction.order.Order.StopTime;
import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.store.books.Books;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Keeps orders of authorities to enterprises; nothing is changed, only taken back by another entry. Any thread may call. */
public final class OrderDesk {
    private final Books books;
    private final Clock clock;

    public OrderDesk(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Why an order was not entered. */
    public enum Refusal {
        /** Something was entered meanwhile. */
        STALE,
        IN_THE_FUTURE,
        /** What is to be lifted or taken back is no order that is in force, or no entry that holds. */
        NOT_IN_FORCE,
        /** A fine without its amount and basis, or these of something that is none. */
        FINE,
        /** It would be lifted before it was made, or be due before. */
        BEFORE
    }

    /**
     * What came of it.
     *
     * @param refusal why nothing was entered; null where it was
     * @param orders all of the enterprise since
     */
    public record Done(@Nullable Refusal refusal, List<Order> orders) {}

    /**
     * An order as somebody enters it.
     *
     * @param lifts what it ends; of {@link Kind#LIFT} only
     * @param fine of {@link Kind#FINE} only, and always of that
     */
    public record Given(
            Kind kind,
            LocalDate on,
            @Nullable LocalDate due,
            Paper paper,
            @Nullable Long lifts,
            @Nullable Fine fine,
            @Nullable String word) {}

    /** All orders of an enterprise, oldest first. */
    public List<Order> of(String enterprise) {
        return books.read(handle -> OrderTable.of(handle, enterprise));
    }

    /** When orders to stop have enterprises stand still, by enterprise. */
    public static Map<String, List<StopTime>> stops(Handle handle) {
        return OrderTable.enterprises(handle, Kind.STOP).stream()
                .collect(Collectors.toMap(id -> id, id -> Order.stops(OrderTable.of(handle, id))));
    }

    /** Enters an order, or that one was lifted. */
    public Done enter(String enterprise, long version, Given given, LocalDate today, String who) {
        return write(enterprise, version, orders -> {
            Refusal refusal = against(orders, given, today);
            return refusal == null
                    ? new Draft(
                            null,
                            new Order(
                                    version + 1,
                                    given.kind(),
                                    given.on(),
                                    given.due(),
                                    given.paper(),
                                    given.kind() == Kind.LIFT ? given.lifts() : null,
                                    null,
                                    given.fine(),
                                    given.word(),
                                    clock.instant(),
                                    who))
                    : new Draft(refusal, null);
        });
    }

    private static @Nullable Refusal against(List<Order> orders, Given given, LocalDate today) {
        if (given.on().isAfter(today)) {
            return Refusal.IN_THE_FUTURE;
        }
        if ((given.kind() == Kind.FINE) != (given.fine() != null)) {
            return Refusal.FINE;
        }
        LocalDate due = given.due();
        if (due != null && due.isBefore(given.on())) {
            return Refusal.BEFORE;
        }
        if (given.kind() != Kind.LIFT) {
            return null;
        }
        Map<Long, State> states = Order.states(orders);
        Order lifted = orders.stream()
                .filter(o -> given.lifts() != null && o.number() == given.lifts() && o.kind() != Kind.LIFT)
                .filter(o -> states.get(o.number()) == State.IN_FORCE)
                .findFirst()
                .orElse(null);
        if (lifted == null) {
            return Refusal.NOT_IN_FORCE;
        }
        return given.on().isBefore(lifted.on()) ? Refusal.BEFORE : null;
    }

    /** Takes an entry back. */
    public Done undo(String enterprise, long version, long number, String word, String who) {
        return write(enterprise, version, orders -> {
            Order undone = orders.stream()
                    .filter(o -> o.number() == number && o.undoes() == null)
                    .filter(o -> Order.states(orders).get(number) == State.IN_FORCE)
                    .findFirst()
                    .orElse(null);
            return undone == null
                    ? new Draft(Refusal.NOT_IN_FORCE, null)
                    : new Draft(
                            null,
                            new Order(
                                    version + 1,
                                    undone.kind(),
                                    undone.on(),
                                    undone.due(),
                                    undone.paper(),
                                    null,
                                    number,
                                    undone.fine(),
                                    word,
                                    clock.instant(),
                                    who));
        });
    }

    private record Draft(
            @Nullable Refusal refusal, @Nullable Order order) {}

    @FunctionalInterface
    private interface Drafting {
        Draft of(List<Order> orders);
    }

    private Done write(String enterprise, long version, Drafting drafting) {
        try {
            return books.write(tx -> {
                List<Order> before = OrderTable.of(tx.handle(), enterprise);
                if (before.size() != version) {
                    return new Done(Refusal.STALE, before);
                }
                Draft draft = drafting.of(before);
                if (draft.order() == null) {
                    return new Done(draft.refusal(), before);
                }
                OrderTable.insert(tx.handle(), enterprise, draft.order());
                return new Done(null, OrderTable.of(tx.handle(), enterprise));
            });
        } catch (StaleException e) {
            return new Done(Refusal.STALE, of(enterprise));
        }
    }
}
