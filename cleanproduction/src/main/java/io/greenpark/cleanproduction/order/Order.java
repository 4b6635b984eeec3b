package io.greenpark.cleanproduction.order;

import io.greenpark.cleanproduction.round.Paper;
import io.greenpark.park.text.Bilingual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order of an authority to an enterprise, or that one is lifted, or that an entry is taken back.
 *
 * @param number 1, 2, 3 ... for the enterprise
 * @param on the day of the document
 * @param due by when what was ordered is to be done; null where it does not say
 * @param paper the document; without one there is no order
 * @param lifts number of the order that it ends; null where it is no {@link Kind#LIFT}
 * @param fine how much and by what; null unless it is a {@link Kind#FINE}
 * @param undoes number of the entry that it takes back; null for none
 */
public record Order(
        long number,
        Kind kind,
        LocalDate on,
        @Nullable LocalDate due,
        Paper paper,
        @Nullable Long lifts,
        @Nullable Long undoes,
        @Nullable Fine fine,
        @Nullable String word,
        Instant at,
        String who) {
    /**
     * What a decision on a penalty states. The platform never computes one and proposes none.
     *
     * @param amountCny above 0
     * @param basis the law and article that it rests on, as the decision has it: 《清洁生产促进法》第三十九条
     */
    public record Fine(BigDecimal amountCny, String basis) {}

    public enum Kind {
        /** 责令整改. */
        RECTIFY(new Bilingual("责令整改", "rectify")),
        /** 限产. */
        LIMIT(new Bilingual("限产", "limit production")),
        /** 停产. */
        STOP(new Bilingual("停产", "stop production")),
        /** 罚款, as the decision on a penalty states it. */
        FINE(new Bilingual("罚款", "fine")),
        /** The authority ends an order. */
        LIFT(new Bilingual("解除", "lifted"));

        private final Bilingual named;

        Kind(Bilingual named) {
            this.named = named;
        }

        public Bilingual named() {
            return named;
        }
    }

    /** Where an order stands. */
    public enum State {
        IN_FORCE,
        LIFTED,
        UNDONE
    }

    /** Whether it is in force, and the day by which it was to be done is over. */
    public boolean isOverdue(@Nullable State state, LocalDate today) {
        return state == State.IN_FORCE && due != null && due.isBefore(today);
    }

    /**
     * The time in which an order to stop has an enterprise stand still.
     *
     * @param from the day of the document; where that gives a day by which to stop, the one after it
     * @param lifted the day from which on it may operate again; null while the order is in force
     */
    public record StopTime(
            Order order, LocalDate from, @Nullable LocalDate lifted) {}

    /** The times in which the orders of an enterprise have it stand still, oldest first; what was taken back is none. */
    public static List<StopTime> stops(List<Order> all) {
        Map<Long, State> states = states(all);
        Map<Long, LocalDate> lifted = new HashMap<>();
        all.stream()
                .filter(o -> o.lifts() != null && states.get(o.number()) == State.IN_FORCE)
                .forEach(o -> lifted.merge(o.lifts(), o.on(), (a, b) -> a.isBefore(b) ? a : b));
        return all.stream()
                .filter(o -> o.kind() == Kind.STOP && o.undoes() == null && states.get(o.number()) != State.UNDONE)
                .map(o -> new StopTime(o, o.due() == null ? o.on() : o.due().plusDays(1), lifted.get(o.number())))
                .toList();
    }

    /** Where each of the orders of an enterprise stands, by its number. */
    public static Map<Long, State> states(List<Order> all) {
        Set<Long> undone = new HashSet<>();
        all.stream().map(Order::undoes).filter(n -> n != null).forEach(undone::add);
        Set<Long> lifted = new HashSet<>();
        all.stream()
                .filter(o -> o.lifts() != null && o.undoes() == null && !undone.contains(o.number()))
                .forEach(o -> lifted.add(o.lifts()));
        Map<Long, State> states = new HashMap<>();
        all.stream()
                .filter(o -> o.undoes() == null)
                .forEach(o -> states.put(
                        o.number(),
                        undone.contains(o.number())
                                ? State.UNDONE
                                : lifted.contains(o.number()) ? State.LIFTED : State.IN_FORCE));
        return states;
    }
}
