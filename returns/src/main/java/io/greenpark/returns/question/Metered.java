package io.greenpark.returns.question;

import io.greenpark.returns.figure.BillKind;
import io.greenpark.returns.figure.Quantity;

/**
 * What the meters counted of the period.
 *
 * @param completeness 0..1 of the expected time that something is known of
 */
public record Metered(BillKind kind, Quantity amount, double completeness) {
    /** In whole percent, rounded down. */
    public int completenessPercent() {
        return (int) Math.floor(completeness * 100);
    }
}
