package io.greenpark.plan.rule;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How much of something is used.
 *
 * @param amount in any unit
 * @param of all there is, in the same; above 0
 */
public record Used(BigDecimal amount, BigDecimal of) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Used {
        if (of.signum() <= 0) {
            throw new IllegalArgumentException("nothing can be used of " + of);
        }
    }

    /** A share that somebody states. */
    public static Used percent(BigDecimal percent) {
        return new Used(percent, HUNDRED);
    }

    /** Whether it is at least so much, exactly: nothing is rounded before it is compared. */
    public boolean isAtLeast(BigDecimal percent) {
        return amount.multiply(HUNDRED).compareTo(of.multiply(percent)) >= 0;
    }

    /** In percent, to 16 digits. */
    public BigDecimal inPercent() {
        return amount.multiply(HUNDRED).divide(of, MathContext.DECIMAL64);
    }
}
