package io.greenpark.alerts.evaluation;

import static io.greenpark.alerts.rulebook.RuleForm.BASE_KW;
import static io.greenpark.alerts.rulebook.RuleForm.CLEAR_AFTER;
import static io.greenpark.alerts.rulebook.RuleForm.CLEAR_PERCENT;
import static io.greenpark.alerts.rulebook.RuleForm.CLEAR_POINTS;
import static io.greenpark.alerts.rulebook.RuleForm.FLAP_TIMES;
import static io.greenpark.alerts.rulebook.RuleForm.FLAP_WINDOW;
import static io.greenpark.alerts.rulebook.RuleForm.MIN_COMPLETENESS;
import static io.greenpark.alerts.rulebook.RuleForm.MIN_RUNNING;
import static io.greenpark.alerts.rulebook.RuleForm.RAISE_AFTER;
import static io.greenpark.alerts.rulebook.RuleForm.WORSEN_PERCENT;
import static io.greenpark.alerts.rulebook.RuleForm.WORSEN_POINTS;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CasePolicy;
import io.greenpark.alerts.cases.CitedRule;
import io.greenpark.alerts.cases.RuleCourse;
import io.greenpark.alerts.rule.EnergyRule;
import io.greenpark.alerts.rule.Flapping;
import io.greenpark.alerts.rule.Hysteresis;
import io.greenpark.alerts.rule.LimitRule;
import io.greenpark.alerts.rule.StoppedRule;
import io.greenpark.alerts.rule.WarningRule;
import io.greenpark.alerts.rulebook.AlertRule;
import io.greenpark.alerts.rulebook.RuleBook;
import io.greenpark.alerts.rulebook.RulePlace;
import io.greenpark.alerts.rulebook.RuleSaid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule book with each of its rules made ready to judge by, once. Never changes. */
final class PreparedRules {
    private static final BigDecimal NEVER_WORSE = RulesConfig.NEVER_WORSE;

    private final RuleBook book;
    private final Map<AlertRule, Ready> ready = new IdentityHashMap<>();
    private final Map<Case.Rule, Integer> longestRaise = new EnumMap<>(Case.Rule.class);

    private PreparedRules(RuleBook book) {
        this.book = book;
        book.rules().values().forEach(history -> history.versions().forEach(rule -> {
            Ready one = new Ready(hysteresis(rule), flapping(rule), thresholds(rule));
            ready.put(rule, one);
            longestRaise.merge(rule.kind(), one.hysteresis().raiseAfter(), Math::max);
        }));
    }

    static PreparedRules of(RuleBook book) {
        return new PreparedRules(book);
    }

    RuleBook book() {
        return book;
    }

    /** @param thresholds of the kind's own rule; null where its parameters are taken as they are */
    private record Ready(
            Hysteresis hysteresis,
            @Nullable Flapping flapping,
            @Nullable Object thresholds) {}

    /** A rule that holds for something. */
    record Found(
            AlertRule rule, CasePolicy policy, @Nullable Object thresholds) {
        <T> T thresholds(Class<T> type) {
            return type.cast(Objects.requireNonNull(thresholds));
        }
    }

    Found inForce(Case.Rule kind, RulePlace place, Instant at) {
        return found(book.inForce(kind, place, place.dayOf(at)), new Course(kind, place, null));
    }

    Optional<Found> onTrial(Case.Rule kind, RulePlace place, Instant at) {
        if (!book.tries(kind)) {
            return Optional.empty();
        }
        AlertRule rule = book.onTrial(kind, place, place.dayOf(at));
        return rule == null ? Optional.empty() : Optional.of(found(rule, new Course(kind, place, rule)));
    }

    private Found found(AlertRule rule, RuleCourse course) {
        Ready own = ready(rule);
        CasePolicy policy = new CasePolicy(rule.trial(), own.hysteresis(), JudgingRules.standsFor(rule.kind()), course);
        return new Found(rule, policy, own.thresholds());
    }

    private Ready ready(AlertRule rule) {
        return Objects.requireNonNull(ready.get(rule));
    }

    /** How something is judged over time, by the rules in force or by the one on trial where there is one. */
    private final class Course implements RuleCourse {
        private final Case.Rule kind;
        private final RulePlace place;
        private final @Nullable AlertRule tried;

        Course(Case.Rule kind, RulePlace place, @Nullable AlertRule tried) {
            this.kind = kind;
            this.place = place;
            this.tried = tried;
        }

        @Override
        public Hysteresis at(Instant start) {
            return ready(rule(place.dayOf(start))).hysteresis();
        }

        private AlertRule rule(LocalDate day) {
            if (tried == null) {
                return book.inForce(kind, place, day);
            }
            AlertRule then = book.onTrial(kind, place, day);
            return then == null ? tried : then;
        }

        @Override
        public int longestRaise() {
            return longestRaise.getOrDefault(kind, 1);
        }

        @Override
        public @Nullable Flapping flapping(Instant start) {
            return ready(rule(place.dayOf(start))).flapping();
        }

        @Override
        public CitedRule cited(Instant start) {
            LocalDate day = place.dayOf(start);
            AlertRule rule = rule(day);
            return new CitedRule(rule.id(), rule.version(), RuleSaid.of(book, rule, place, day));
        }
    }

    private static Hysteresis hysteresis(AlertRule rule) {
        return switch (rule.kind()) {
            case ENERGY_DECLINE_BEHIND -> hysteresis(rule, hundredth(rule, WORSEN_POINTS));
            case LIMIT_EXCEEDED -> hysteresis(rule, hundredth(rule, WORSEN_PERCENT));
            case LIMIT_WARNING, POWER_WHILE_STOPPED -> hysteresis(rule, NEVER_WORSE);
            default -> new Hysteresis(1, 1, NEVER_WORSE);
        };
    }

    private static Hysteresis hysteresis(AlertRule rule, BigDecimal worsenBy) {
        return new Hysteresis(rule.whole(RAISE_AFTER), rule.whole(CLEAR_AFTER), worsenBy);
    }

    private static BigDecimal hundredth(AlertRule rule, String parameter) {
        return BigDecimal.valueOf(rule.whole(parameter), 2);
    }

    private static @Nullable Flapping flapping(AlertRule rule) {
        if (!rule.values().containsKey(FLAP_TIMES) || rule.whole(FLAP_TIMES) == 0) {
            return null;
        }
        return new Flapping(Math.max(2, rule.whole(FLAP_TIMES)), rule.length(FLAP_WINDOW));
    }

    private static @Nullable Object thresholds(AlertRule rule) {
        return switch (rule.kind()) {
            case ENERGY_DECLINE_BEHIND ->
                new EnergyRule.Thresholds(rule.whole(MIN_COMPLETENESS), rule.whole(CLEAR_POINTS));
            case LIMIT_EXCEEDED -> new LimitRule.Thresholds(rule.whole(MIN_COMPLETENESS), rule.whole(CLEAR_PERCENT));
            case LIMIT_WARNING ->
                new WarningRule.Thresholds(
                        rule.whole(MIN_COMPLETENESS), rule.whole(MIN_RUNNING), rule.whole(CLEAR_PERCENT));
            case POWER_WHILE_STOPPED ->
                new StoppedRule.Thresholds(rule.decimal(BASE_KW), rule.whole(MIN_COMPLETENESS), rule.confirmed());
            default -> null;
        };
    }
}
