package io.greenpark.accounting.check;

/**
 * How much of a figure is estimated.
 *
 * @param ms of its time, added up over points
 * @param amount in base units
 */
public record EstimatedShare(long ms, long amount) {
    static final EstimatedShare NONE = new EstimatedShare(0, 0);

    EstimatedShare plus(EstimatedShare other) {
        return new EstimatedShare(ms + other.ms, EnterpriseSum.plus(amount, other.amount));
    }
}
