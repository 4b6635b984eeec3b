package io.greenpark.park.sample;

import io.greenpark.park.reading.Sample;
import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.Bounds;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether values of a point count. What is impossible, or what devices send in place of a value, is invalid, whatever
 * its flag says. Made for one calculation; not for several threads.
 */
public final class ValueCheck {
    /** No value of any point is as large as that, in base units. */
    public static final BigDecimal LARGEST_BASE_UNITS = new BigDecimal("1e15");

    /** What fills a register of 16 or 32 bits, with or without a sign: never a value that is measured. */
    private static final Set<Double> FULL_REGISTERS =
            Set.of(65535d, 65534d, 32767d, -32768d, 4294967295d, 2147483647d, -2147483648d);

    /** What loggers write for "no value", each with either sign. */
    private static final Set<Double> FILLERS = Set.of(9999d, 9999.9, 9999.99, 99999d, 999999d);

    private static final double SMALLEST_SENTINEL = 9999;

    /** How near to a bound, as a share of it, doubles no longer tell on which side of it a value lies. */
    private static final double NEAR = 1e-9;

    /** Bounds in force under some facts; the doubles are for the value as sent, before the ratio. */
    private record Limits(
            BigDecimal ratio,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal range,
            double lowest,
            double highest) {}

    private final Point point;
    private final Map<PointFacts, Limits> limits = new IdentityHashMap<>();
    private @Nullable PointFacts newestFacts;
    private @Nullable Limits newest;

    public ValueCheck(Point point) {
        this.point = point;
    }

    /** Whether a sample may be counted: it is flagged normal and its value is valid. */
    public boolean counts(PointFacts facts, Sample sample) {
        return sample.flag().isNormal() && fault(facts, sample.value()) == null;
    }

    /** Why a value, as sent, is invalid; null if it is valid. */
    public @Nullable Reason fault(PointFacts facts, double value) {
        if (!Double.isFinite(value)) {
            return Reason.of(Cause.VALUE_NOT_A_NUMBER);
        }
        Limits l = limitsOf(facts);
        if (Math.abs(value) >= SMALLEST_SENTINEL && sentinel(facts, l, value)) {
            return Reason.valueIsSentinel(BigDecimal.valueOf(value));
        }
        return value > l.lowest && value < l.highest ? null : beyond(facts, l, BigDecimal.valueOf(value));
    }

    private static boolean sentinel(PointFacts facts, Limits l, double value) {
        return FULL_REGISTERS.contains(value)
                ? l.range == null || !inside(l, value)
                : FILLERS.contains(Math.abs(value)) && !possible(facts, l, value);
    }

    /** A filler is a value only if there is a bound on its side, and it lies within the bounds. */
    private static boolean possible(PointFacts facts, Limits l, double value) {
        boolean bounded = facts.maxPerHour() != null || (value < 0 ? l.min != null : l.max != null || l.range != null);
        return bounded && inside(l, value);
    }

    private static boolean inside(Limits l, double value) {
        BigDecimal sent = BigDecimal.valueOf(value);
        BigDecimal real = sent.multiply(l.ratio);
        return (l.min == null || real.compareTo(l.min) >= 0)
                && (l.max == null || real.compareTo(l.max) <= 0)
                && (l.range == null || sent.compareTo(l.range) <= 0);
    }

    private static @Nullable Reason beyond(PointFacts facts, Limits l, BigDecimal sent) {
        BigDecimal real = sent.multiply(l.ratio);
        if (l.min != null && real.compareTo(l.min) < 0) {
            return Reason.valueBeyond(Cause.VALUE_BELOW_MIN, real, l.min, facts.unit());
        }
        if (l.max != null && real.compareTo(l.max) > 0) {
            return Reason.valueBeyond(Cause.VALUE_ABOVE_MAX, real, l.max, facts.unit());
        }
        if (l.range != null && sent.compareTo(l.range) > 0) {
            return Reason.valueBeyond(Cause.VALUE_ABOVE_RANGE, sent, l.range, facts.unit());
        }
        return facts.unit().toBase(real).abs().compareTo(LARGEST_BASE_UNITS) < 0 ? null : Reason.valueTooLarge(sent);
    }

    @SuppressWarnings("ReferenceEquality")
    private Limits limitsOf(PointFacts facts) {
        Limits known = newest;
        if (known == null || newestFacts != facts) {
            known = limits.computeIfAbsent(facts, this::limits);
            newest = known;
            newestFacts = facts;
        }
        return known;
    }

    private Limits limits(PointFacts facts) {
        Bounds usual = UsualBounds.of(point.quantity(), facts);
        BigDecimal min =
                facts.bounds().min() == null ? usual.min() : facts.bounds().min();
        BigDecimal max =
                facts.bounds().max() == null ? usual.max() : facts.bounds().max();
        BigDecimal range = facts.registerRange();
        BigDecimal ratio = facts.effectiveRatio();
        double largest = LARGEST_BASE_UNITS
                .divide(facts.unit().perBase().multiply(ratio), MathContext.DECIMAL64)
                .doubleValue();
        double lowest = Math.max(-largest, min == null ? -largest : asSent(min, ratio));
        double highest = Math.min(largest, max == null ? largest : asSent(max, ratio));
        highest = range == null ? highest : Math.min(highest, range.doubleValue());
        return new Limits(ratio, min, max, range, lowest + margin(lowest), highest - margin(highest));
    }

    private static double asSent(BigDecimal bound, BigDecimal ratio) {
        return bound.divide(ratio, MathContext.DECIMAL64).doubleValue();
    }

    private static double margin(double bound) {
        return Math.abs(bound) * NEAR;
    }
}
