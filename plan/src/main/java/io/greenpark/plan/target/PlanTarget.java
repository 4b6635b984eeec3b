package io.greenpark.plan.target;

import io.greenpark.park.text.Bilingual;
import io.greenpark.plan.rule.ListRule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A target of a plan.
 *
 * @param number as the plan numbers it, with a point where it has several parts: {@code 14}, {@code 17a.2}
 * @param words what it wants
 * @param amount the amount to be reached; null where it has none, as of a list or of something to be done, or where the plan does not say
 * @param yearly how much of it each year, as the plan says; null where it does not
 * @param base what the amount was in the base year; null where that is not known
 * @param unit null where there is no amount
 * @param averaging how years make an average; counts for {@link TargetType#YEARLY_AVERAGE}
 * @param counting what values count; counts for {@link TargetType#CUMULATIVE}
 * @param due the last period in which it may be reached
 * @param eachPark whether every park has it, beside the district
 * @param source the document that sets it
 * @param department who answers for it
 * @param confirmed whether the amount was read in the document
 * @param measure what the platform makes its figure of; null where somebody types it
 * @param rule whom it lists; null unless it is a {@link TargetType#LIST}
 * @param leastCoveragePercent as {@link LightMarks#leastCoveragePercent()}, of this target alone; null where it is as of the plan
 * @param closed whether nothing is stated of it any more; what was stays on the board
 */
public record PlanTarget(
        String number,
        Bilingual words,
        TargetType type,
        Direction direction,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal yearly,
        @Nullable BigDecimal base,
        @Nullable Bilingual unit,
        Averaging averaging,
        Counting counting,
        PlanPeriod due,
        boolean eachPark,
        Bilingual source,
        Bilingual department,
        boolean confirmed,
        @Nullable Measure measure,
        @Nullable ListRule rule,
        @Nullable BigDecimal leastCoveragePercent,
        boolean closed) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PlanTarget {
        if ((type == TargetType.LIST) != (rule != null)) {
            throw new IllegalArgumentException("target " + number + ": a list has a rule, and nothing else has one");
        }
    }

    /** Whether its values are numbers. */
    public boolean isNumber() {
        return type != TargetType.QUALITATIVE;
    }

    /** The same, open and due so many years later. */
    PlanTarget moved(int years) {
        return new PlanTarget(
                number,
                words,
                type,
                direction,
                amount,
                yearly,
                base,
                unit,
                averaging,
                counting,
                new PlanPeriod(due.year() + years, due.quarter()),
                eachPark,
                source,
                department,
                confirmed,
                measure,
                rule,
                leastCoveragePercent,
                false);
    }

    /** Of how many enterprises there have to be data for its computed figure to stand first, percent. */
    public BigDecimal leastCoverage(LightMarks marks) {
        return leastCoveragePercent == null ? marks.leastCoveragePercent() : leastCoveragePercent;
    }

    /** The least that a value of it can be; null where there is none. What is counted is never below 0, and nothing falls by more than all of it. */
    public @Nullable BigDecimal least() {
        return switch (type) {
            case LIST -> BigDecimal.ZERO;
            case CUMULATIVE, SHARE -> wantsBelowZero() ? null : BigDecimal.ZERO;
            case YEARLY_AVERAGE, GROWTH -> isInPercent() ? HUNDRED.negate() : null;
            case QUALITATIVE -> null;
        };
    }

    /** The most that a value of it can be; null where there is none. A part is at most the whole; what is used of something approved may be more. */
    public @Nullable BigDecimal most() {
        boolean wantsMore = amount != null && amount.compareTo(HUNDRED) > 0;
        boolean used = measure != null
                && (measure.kind() == Measure.Kind.APPROVED_ENERGY_USED
                        || measure.kind() == Measure.Kind.APPROVED_DISCHARGE_USED);
        return type == TargetType.SHARE && isInPercent() && !wantsMore && !used ? HUNDRED : null;
    }

    private boolean wantsBelowZero() {
        return (amount != null && amount.signum() < 0)
                || (yearly != null && yearly.signum() < 0)
                || (base != null && base.signum() < 0);
    }

    private boolean isInPercent() {
        return unit != null && unit.zh().startsWith("%");
    }
}
