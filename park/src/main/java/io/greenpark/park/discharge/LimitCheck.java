package io.greenpark.park.discharge;

import io.greenpark.park.registry.Limit;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Holds a mean against a limit. A mean equal to the limit complies; a range (pH) is left below its lower bound too. The
 * exceedance multiple is (C - C0) / C0.
 */
public final class LimitCheck {
    private LimitCheck() {}

    /** What a mean is, held against a limit. */
    public enum Outcome {
        COMPLIES,
        /** Above the warning share of the limit, not above the limit. */
        WARNING,
        EXCEEDED
    }

    /**
     * A finding.
     *
     * @param bound the bound that decided, in the unit of the mean; null if the limit has none on that side
     * @param multiple (C - C0) / C0 where the upper bound is exceeded; null otherwise
     */
    public record Finding(
            Outcome outcome,
            @Nullable BigDecimal bound,
            @Nullable BigDecimal multiple) {}

    /**
     * Checks a mean.
     *
     * @param unit the unit of the mean; of the same dimension as the limit's
     */
    public static Finding check(BigDecimal mean, Unit unit, Limit limit) {
        BigDecimal upper = inUnit(limit.upper(), limit.unit(), unit);
        BigDecimal lower = inUnit(limit.lower(), limit.unit(), unit);
        if (upper != null && mean.compareTo(upper) > 0) {
            BigDecimal multiple = upper.signum() > 0 ? mean.subtract(upper).divide(upper, MathContext.DECIMAL64) : null;
            return new Finding(Outcome.EXCEEDED, upper, multiple);
        }
        if (lower != null && mean.compareTo(lower) < 0) {
            return new Finding(Outcome.EXCEEDED, lower, null);
        }
        BigDecimal warn = limit.warnFraction();
        boolean warning = upper != null && warn != null && mean.compareTo(upper.multiply(warn)) > 0;
        return new Finding(warning ? Outcome.WARNING : Outcome.COMPLIES, upper == null ? lower : upper, null);
    }

    private static @Nullable BigDecimal inUnit(@Nullable BigDecimal bound, Unit from, Unit to) {
        if (bound == null || from == to) {
            return bound;
        }
        if (from.dimension() != to.dimension()) {
            throw new IllegalArgumentException("limit in \"" + from.symbol() + "\" cannot be held against a mean in \""
                    + to.symbol() + "\"; the registry check allows one dimension only");
        }
        return from.toBase(bound).divide(to.perBase(), MathContext.DECIMAL64);
    }
}
