package io.greenpark.plan.desk;

import io.greenpark.plan.target.Area;
import io.greenpark.plan.target.Plan;
import io.greenpark.plan.target.PlanPeriod;
import io.greenpark.plan.target.PlanTarget;
import io.greenpark.plan.target.TargetType;
import io.greenpark.plan.value.Progress;
import io.greenpark.plan.value.Statement;
import io.greenpark.store.books.Books;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps plans and what is stated of their targets. A step is done on the version that was seen or not at all. Any thread may call. */
public final class PlanDesk {
    private final Books books;
    private final Clock clock;

    public PlanDesk(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Values are there of a target that would be gone. */
    private static final class UnderValuesException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String target;

        UnderValuesException(String target) {
            super("target " + target + " has values");
            this.target = target;
        }
    }

    /**
     * What somebody states.
     *
     * @param version the one that was seen; 0 where nothing was stated yet
     * @param value null to take it back, or where the target is no number
     */
    public record Entry(
            String target,
            PlanPeriod period,
            Area area,
            Statement.Kind kind,
            long version,
            @Nullable BigDecimal value,
            @Nullable Progress progress,
            String source,
            @Nullable String words) {
        private Key key() {
            return new Key(target, period, area, kind);
        }
    }

    private record Key(String target, PlanPeriod period, Area area, Statement.Kind kind) {
        static Key of(Statement one) {
            return new Key(one.target(), one.period(), one.area(), one.kind());
        }
    }

    /**
     * What came of a step.
     *
     * @param refusal why nothing was done; null where it was
     * @param about the target that it is about; null where it is about the plan
     */
    public record Done(@Nullable Refusal refusal, @Nullable String about) {
        static final Done YES = new Done(null, null);
    }

    public List<Plan> plans() {
        return books.read(PlanTable::all);
    }

    public Optional<Plan> plan(String id) {
        return books.read(handle -> PlanTable.one(handle, id));
    }

    /** Every version of a plan, oldest first. */
    public List<Step<Plan>> steps(String id) {
        return books.read(handle -> PlanTable.steps(handle, id));
    }

    /** What is stated of a plan, also what was taken back. */
    public List<Statement> statements(String plan) {
        return books.read(handle -> ValueTable.of(handle, plan));
    }

    /** Every version of what was stated of a target, oldest first. */
    public List<Statement> statementSteps(String plan, String target) {
        return books.read(handle -> ValueTable.steps(handle, plan, target));
    }

    /** Takes a new plan in: one that somebody wrote, a copy, or the sample. */
    public Done add(Plan plan, String who) {
        if (plan(plan.id()).isPresent()) {
            return new Done(Refusal.TAKEN, null);
        }
        return put(plan.withVersion(1), who, Refusal.TAKEN);
    }

    /**
     * Changes a plan.
     *
     * @param plan with the version that was seen
     */
    public Done change(Plan plan, String who) {
        Plan before = plan(plan.id()).orElse(null);
        if (before == null || before.version() != plan.version()) {
            return new Done(Refusal.STALE, null);
        }
        if (before.closed()) {
            return new Done(Refusal.CLOSED, null);
        }
        Plan after = plan.withVersion(plan.version() + 1);
        try {
            return books.write(tx -> {
                // The plan is held first: values are stated on the version that is there then.
                PlanTable.put(tx.handle(), after, who, clock.instant());
                for (Statement one : ValueTable.of(tx.handle(), plan.id())) {
                    if (one.says() && plan.target(one.target()).isEmpty()) {
                        throw new UnderValuesException(one.target());
                    }
                }
                return Done.YES;
            });
        } catch (StaleException e) {
            return new Done(Refusal.STALE, null);
        } catch (UnderValuesException e) {
            return new Done(Refusal.HAS_VALUES, e.target);
        }
    }

    private Done put(Plan plan, String who, Refusal otherwise) {
        try {
            books.write(tx -> {
                PlanTable.put(tx.handle(), plan, who, clock.instant());
                return true;
            });
            return Done.YES;
        } catch (StaleException e) {
            return new Done(otherwise, null);
        }
    }

    /**
     * Keeps what is stated, all of it or nothing. What is stated as it stands already is no step.
     *
     * @param today the day in the district
     */
    public Done state(Plan plan, List<Entry> entries, LocalDate today, String who) {
        Map<Key, Statement> before = statements(plan.id()).stream()
                .collect(Collectors.toMap(Key::of, one -> one, (a, b) -> b, HashMap::new));
        List<Statement> after = new ArrayList<>();
        Instant now = clock.instant();
        for (Entry entry : entries) {
            Refusal refusal = against(plan, entry, today);
            Statement old = before.get(entry.key());
            if (refusal == null && (old == null ? 0 : old.version()) != entry.version()) {
                refusal = Refusal.STALE;
            }
            if (refusal != null) {
                return new Done(refusal, entry.target());
            }
            if (!same(old, entry)) {
                Statement stated = statement(plan, entry, now, who);
                after.add(stated);
                before.put(entry.key(), stated);
            }
        }
        try {
            books.write(tx -> {
                PlanTable.require(tx.handle(), plan);
                after.forEach(one -> ValueTable.put(tx.handle(), one));
                return true;
            });
            return Done.YES;
        } catch (StaleException e) {
            return new Done(Refusal.STALE, after.isEmpty() ? null : after.get(0).target());
        }
    }

    private static Statement statement(Plan plan, Entry entry, Instant now, String who) {
        return new Statement(
                plan.id(),
                entry.target(),
                entry.period(),
                entry.area(),
                entry.kind(),
                entry.value(),
                entry.progress(),
                entry.source(),
                entry.words(),
                entry.version() + 1,
                who,
                now);
    }

    private static boolean same(@Nullable Statement old, Entry entry) {
        if (old == null) {
            return entry.value() == null && entry.progress() == null;
        }
        return sameValue(old.value(), entry.value())
                && old.progress() == entry.progress()
                && old.source().equals(entry.source())
                && Objects.equals(old.words(), entry.words());
    }

    private static boolean sameValue(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }

    private static @Nullable Refusal against(Plan plan, Entry entry, LocalDate today) {
        if (plan.closed()) {
            return Refusal.CLOSED;
        }
        PlanTarget target = plan.target(entry.target()).orElse(null);
        if (target == null) {
            return Refusal.NO_TARGET;
        }
        if (target.closed()) {
            return Refusal.TARGET_CLOSED;
        }
        if (!plan.has(entry.period())) {
            return Refusal.NO_PERIOD;
        }
        if (entry.period().start().isAfter(today)) {
            return Refusal.NOT_BEGUN;
        }
        if (entry.area().park() != null && !target.eachPark()) {
            return Refusal.NO_AREA;
        }
        boolean fits = target.isNumber() ? entry.progress() == null : entry.value() == null;
        return fits ? against(target, entry.value()) : Refusal.NO_VALUE;
    }

    private static @Nullable Refusal against(PlanTarget target, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal least = target.least();
        BigDecimal most = target.most();
        if (least != null && value.compareTo(least) < 0) {
            return Refusal.TOO_LOW;
        }
        if (most != null && value.compareTo(most) > 0) {
            return Refusal.TOO_HIGH;
        }
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return target.type() == TargetType.LIST && !whole ? Refusal.NOT_WHOLE : null;
    }
}
