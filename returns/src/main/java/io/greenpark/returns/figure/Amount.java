package io.greenpark.returns.figure;

import java.math.BigDecimal;

/** A figure as it was given, with its unit. */
public record Amount(BigDecimal value, ReturnUnit unit) {
    /** The same in the unit that figures are compared in. */
    public Quantity quantity() {
        return new Quantity(unit.toBase(value), unit.base());
    }
}
