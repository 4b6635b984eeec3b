package io.greenpark.alerts.handling;

import io.greenpark.alerts.cases.Case;
import io.greenpark.alerts.cases.CaseLevel;
import io.greenpark.config.setting.EnumCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From when on a case is how grave: the highest level of which any threshold is reached, BLUE for none.
 *
 * @param steps in any order
 */
public record LevelScale(List<LevelStep> steps) {
    public LevelScale {
        steps = List.copyOf(steps);
    }

    /**
     * Thresholds of a level; one that is null is none. Any of them is enough.
     *
     * @param rules for cases of these rules
     * @param factors of these quantities only, in lower case; empty for all
     * @param multiple how far beyond the limit, as a multiple of it (超标倍数, (C-C0)/C0)
     * @param timesLimit how many times the limit the figure is (C/C0)
     * @param periods over how many averaging periods, hours or days
     * @param hours for how long
     * @param times how often within 30 days, this time included
     */
    public record LevelStep(
            CaseLevel level,
            Set<Case.Rule> rules,
            Set<String> factors,
            @Nullable BigDecimal multiple,
            @Nullable BigDecimal timesLimit,
            @Nullable Integer periods,
            @Nullable Integer hours,
            @Nullable Integer times) {
        public LevelStep {
            rules = Set.copyOf(rules);
            factors = Set.copyOf(factors);
        }

        private @Nullable By reached(LevelFacts of) {
            BigDecimal beyond = of.multiple();
            if (!rules.contains(of.rule())
                    || !factors.isEmpty() && (of.factor() == null || !factors.contains(of.factor()))) {
                return null;
            }
            if (beyond != null
                    && (multiple != null && beyond.compareTo(multiple) >= 0
                            || timesLimit != null && beyond.add(BigDecimal.ONE).compareTo(timesLimit) >= 0)) {
                return factors.isEmpty() ? By.MULTIPLE : By.FACTOR;
            }
            if (periods != null && of.periods() >= periods
                    || hours != null && of.lasted().compareTo(Duration.ofHours(hours)) >= 0) {
                return By.DURATION;
            }
            return times != null && of.times() >= times ? By.REPEAT : null;
        }
    }

    /** Which threshold gives a level. */
    public enum By {
        MULTIPLE,
        /** So many times the limit of a quantity for which that may be a crime: worded as suspected (涉嫌). */
        FACTOR,
        DURATION,
        REPEAT;

        public String code() {
            return EnumCode.of(this);
        }
    }

    /**
     * What is known of a case.
     *
     * @param factor quantity of its point; null where it is about none
     * @param multiple (C-C0)/C0; null where there is no figure
     * @param periods over how many averaging periods; 0 where it is about no means
     * @param times how often within 30 days, this time included
     */
    public record LevelFacts(
            Case.Rule rule,
            @Nullable String factor,
            @Nullable BigDecimal multiple,
            Duration lasted,
            int periods,
            int times) {
        public LevelFacts {
            factor = factor == null ? null : factor.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A level with its reason.
     *
     * @param by null for the lowest
     */
    public record Found(CaseLevel level, @Nullable By by) {}

    /** How grave a case is. */
    public Found of(LevelFacts facts) {
        Found found = new Found(CaseLevel.BLUE, null);
        for (LevelStep step : steps) {
            By by = step.reached(facts);
            if (by != null && (found.by() == null || isGraver(step.level(), by, found))) {
                found = new Found(step.level(), by);
            }
        }
        return found;
    }

    /** The higher one; of equals the one that is named first among reasons, whatever the order of the steps. */
    private static boolean isGraver(CaseLevel level, By by, Found than) {
        int compared = level.compareTo(than.level());
        By other = than.by();
        return compared > 0
                || compared == 0 && other != null && (by == By.FACTOR || by.compareTo(other) < 0 && other != By.FACTOR);
    }
}
