package io.greenpark.park.energy;

import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.time.ParkTime;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the facts of a register allow, in the form that is asked for with every value. */
final class RegisterBounds {
    private static final BigDecimal HOUR = BigDecimal.valueOf(ParkTime.HOUR_MS);
    private static final BigDecimal NEARLY_FULL = new BigDecimal("0.9");
    private static final BigDecimal NEARLY_EMPTY = new BigDecimal("0.1");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    /** Room for the rounding of doubles; whatever lies nearer to a bound is compared exactly. */
    private static final double NEAR = 1e-9;

    private final PointFacts facts;
    private final long intervalMs;
    private final @Nullable BigDecimal range;
    private final @Nullable BigDecimal maxPerHour;
    private final double maxPerMs;
    private final BigDecimal ratio;
    private final double ratioAsDouble;

    RegisterBounds(PointFacts facts) {
        this.facts = facts;
        this.intervalMs = Math.max(1, facts.expectedInterval().toMillis());
        BigDecimal wrapsAt = facts.registerRange();
        this.range = wrapsAt == null ? null : facts.unit().toBase(wrapsAt);
        BigDecimal max = facts.maxPerHour();
        this.maxPerHour = max == null ? null : facts.unit().toBase(max);
        this.maxPerMs = maxPerHour == null ? Double.POSITIVE_INFINITY : maxPerHour.doubleValue() / ParkTime.HOUR_MS;
        this.ratio = facts.effectiveRatio();
        this.ratioAsDouble = ratio.doubleValue();
    }

    boolean of(PointFacts other) {
        return facts == other;
    }

    /** Whether a largest rate is known. */
    boolean bounded() {
        return maxPerHour != null;
    }

    long intervalMs() {
        return intervalMs;
    }

    /** What a rise of the register amounts to. */
    double amount(BigDecimal rise) {
        return rise.doubleValue() * ratioAsDouble;
    }

    /** By how much the register rose from one value to another, wrapping if it may; null if it fell. */
    @Nullable
    BigDecimal rise(BigDecimal from, BigDecimal to) {
        BigDecimal rise = to.subtract(from);
        if (rise.signum() >= 0) {
            return rise;
        }
        if (range == null) {
            return null;
        }
        BigDecimal around = rise.add(range);
        boolean wraps = bounded()
                ? around.signum() >= 0 && around.multiply(TWO).compareTo(range) < 0
                : from.compareTo(range.multiply(NEARLY_FULL)) > 0 && to.compareTo(range.multiply(NEARLY_EMPTY)) < 0;
        return wraps ? around : null;
    }

    /** Whether so much may flow in a time. */
    boolean deliverable(BigDecimal rise, long windowMs) {
        if (maxPerHour == null) {
            return true;
        }
        double most = maxPerMs * windowMs;
        double amount = amount(rise);
        if (Math.abs(amount - most) > NEAR * most) {
            return amount < most;
        }
        return rise.multiply(ratio).multiply(HOUR).compareTo(maxPerHour.multiply(BigDecimal.valueOf(windowMs))) <= 0;
    }

    /**
     * How much more than a steady flow at the largest rate has passed since the moment from which that is most.
     *
     * @param before the same before
     */
    double surplus(double before, double amount, long lengthMs) {
        return bounded() ? Math.max(0, before + amount - maxPerMs * lengthMs) : 0;
    }

    /** Whether a surplus is no more than what may come at once, the amount of one expected interval. */
    boolean bearable(double surplus) {
        return !bounded() || surplus <= maxPerMs * intervalMs * (1 + NEAR);
    }
}
