package io.greenpark.returns.figure;

import java.math.BigDecimal;

/**
 * A figure to be compared.
 *
 * @param unit in which it is; figures of two units are not compared
 */
public record Quantity(BigDecimal value, String unit) {
    public Quantity {
        value = plain(value);
    }

    /** The same value is the same text: 12, 12.0 and 1.2E+1 are one. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
