package io.greenpark.accounting.check;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which values can be one (docs/arithmetic.md, section 1). */
final class Validity {
    /** Fillers of loggers, which a wide enough measuring range may contain. */
    private static final Set<Double> NINES = Set.of(9999d, 9999.9, 9999.99, 99999d, 999999d);

    /** Largest and smallest numbers of the registers that devices use, which mean that there is no value. */
    private static final Set<Double> ENDS =
            Set.of(65535d, 65534d, 32767d, -32768d, 4294967295d, 2147483647d, -2147483648d);

    /** No amount and no value is as large, in base units. */
    static final BigDecimal TOO_MUCH = new BigDecimal("1e15");

    private Validity() {}

    static boolean isValid(double value, CheckedFacts facts) {
        if (!Double.isFinite(value)) {
            return false;
        }
        BigDecimal real = facts.real(value);
        return facts.unit().toBase(real).abs().compareTo(TOO_MUCH) < 0
                && !isBelow(real, facts.min())
                && !isAbove(real, facts.max())
                && !(facts.isRegister() && isAbove(BigDecimal.valueOf(value), facts.range()))
                && !isSentinel(value, facts);
    }

    /** Called for values within the bounds there are; a register with a range may pass through any number below it. */
    private static boolean isSentinel(double value, CheckedFacts facts) {
        boolean ranged = facts.isRegister() && facts.range() != null;
        return !ranged && (ENDS.contains(value) || NINES.contains(Math.abs(value)) && !isBoundedBeyond(value, facts));
    }

    /** Whether a bound is known on the side of a value, or what can flow tells. */
    private static boolean isBoundedBeyond(double value, CheckedFacts facts) {
        return facts.maxPerHour() != null || (value < 0 ? facts.min() : facts.max()) != null;
    }

    private static boolean isBelow(BigDecimal value, @Nullable BigDecimal bound) {
        return bound != null && value.compareTo(bound) < 0;
    }

    private static boolean isAbove(BigDecimal value, @Nullable BigDecimal bound) {
        return bound != null && value.compareTo(bound) > 0;
    }
}
