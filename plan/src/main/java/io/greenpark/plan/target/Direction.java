package io.greenpark.plan.target;

import java.math.BigDecimal;

/** On which side of its amount a target is reached; the amount itself is reached. */
public enum Direction {
    AT_LEAST,
    AT_MOST;

    /** A difference turned so that above 0 is better. */
    public BigDecimal better(BigDecimal difference) {
        return this == AT_LEAST ? difference : difference.negate();
    }

    /** Whether a value reaches an amount. */
    public boolean reaches(BigDecimal value, BigDecimal amount) {
        return better(value.subtract(amount)).signum() >= 0;
    }
}
