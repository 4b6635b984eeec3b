package io.greenpark.plan.light;

import io.greenpark.plan.target.Averaging;
import io.greenpark.plan.target.Direction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Yearly changes against a yearly target, percent. Compound, changes multiply; arithmetic, they add. Nothing is rounded before it is compared.
 *
 * @param yearly the change a year that is wanted on average
 * @param years how many years it is an average of
 */
record Averages(Averaging averaging, Direction direction, BigDecimal yearly, int years) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ALL_GONE = HUNDRED.negate();

    /** What so many years at the target come to, percent since the base. */
    BigDecimal path(int count) {
        return repeated(yearly, count);
    }

    /** What changes come to, percent since the base. */
    BigDecimal reached(List<BigDecimal> changes) {
        if (averaging == Averaging.ARITHMETIC) {
            return changes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        BigDecimal factor = BigDecimal.ONE;
        for (BigDecimal change : changes) {
            factor = factor.multiply(factor(change));
        }
        return percent(factor);
    }

    /** Whether so many changes are at least on the path. */
    boolean isOnPath(List<BigDecimal> changes) {
        return direction.reaches(reached(changes), path(changes.size()));
    }

    /** Whether the years that are left, each so many times the target, would still bring the average to it. */
    boolean canBeMadeUp(List<BigDecimal> changes, BigDecimal times) {
        int left = years - changes.size();
        if (left <= 0) {
            return isOnPath(changes);
        }
        BigDecimal best = yearly.multiply(times);
        BigDecimal change = best.compareTo(ALL_GONE) < 0 ? ALL_GONE : best;
        BigDecimal end = averaging == Averaging.ARITHMETIC
                ? reached(changes).add(repeated(change, left))
                : percent(factor(reached(changes)).multiply(factor(repeated(change, left))));
        return direction.reaches(end, path(years));
    }

    /** What each year that is left needs on average, percent, to hundredths; there has to be one left, and something of the base. */
    BigDecimal needed(List<BigDecimal> changes) {
        int left = years - changes.size();
        if (averaging == Averaging.ARITHMETIC) {
            return path(years).subtract(reached(changes)).divide(BigDecimal.valueOf(left), 2, RoundingMode.HALF_UP);
        }
        double factor = factor(path(years))
                .divide(factor(reached(changes)), MathContext.DECIMAL64)
                .doubleValue();
        return BigDecimal.valueOf((Math.pow(factor, 1.0 / left) - 1) * 100).setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal repeated(BigDecimal change, int count) {
        return averaging == Averaging.ARITHMETIC
                ? change.multiply(BigDecimal.valueOf(count))
                : percent(factor(change).pow(count));
    }

    private static BigDecimal factor(BigDecimal percent) {
        return BigDecimal.ONE.add(percent.movePointLeft(2));
    }

    private static BigDecimal percent(BigDecimal factor) {
        return factor.subtract(BigDecimal.ONE).movePointRight(2);
    }
}
