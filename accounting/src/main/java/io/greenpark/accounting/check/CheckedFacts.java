package io.greenpark.accounting.check;

import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Dimension;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the check needs of a point's facts, with the defaults of docs/arithmetic.md filled in. Made of the registry's facts in
 * {@link #of} and nowhere else.
 *
 * @param fromMs when they begin to hold
 * @param periodMs length of a value's period; 0 for momentary values
 * @param toleranceMs how far a stamp may lie from the boundary that it means
 * @param maxPerHour largest amount in an hour in base units; null if unknown
 * @param range where a register wraps, in the unit sent before the ratio; null if it does not
 * @param min least valid value, ratio applied; null if there is none
 * @param max greatest valid value, ratio applied; null if there is none
 * @param factor what an amount counts with in the sum of the enterprise: 1, 0 or -1
 */
record CheckedFacts(
        long fromMs,
        Unit unit,
        PointKind kind,
        long periodMs,
        Stamp stamp,
        long expectedMs,
        long toleranceMs,
        @Nullable BigDecimal maxPerHour,
        BigDecimal ratio,
        @Nullable BigDecimal range,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        Direction direction,
        int factor,
        @Nullable Carrier carrier) {
    static final long DAY_MS = 24 * ParkPeriods.HOUR_MS;
    private static final long MINUTE_MS = 60_000;
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    /** Which sign of an amount counts. */
    enum Direction {
        IMPORT,
        EXPORT,
        NET;

        /** The amount that counts, as a number that is not negative unless both directions do. */
        BigDecimal counted(BigDecimal amount) {
            return switch (this) {
                case IMPORT -> amount.max(BigDecimal.ZERO);
                case EXPORT -> amount.negate().max(BigDecimal.ZERO);
                case NET -> amount;
            };
        }
    }

    /** All facts of a point, oldest first. */
    static List<CheckedFacts> of(Point point) {
        return point.facts().stream().map(f -> of(point.quantity(), f)).toList();
    }

    private static CheckedFacts of(String quantity, PointFacts f) {
        BigDecimal max = f.maxPerHour();
        return new CheckedFacts(
                f.validFrom().toEpochMilli(),
                f.unit(),
                f.kind(),
                f.period().toMillis(),
                f.stamp(),
                f.expectedInterval().toMillis(),
                tolerance(f),
                max == null ? null : perHour(f.unit(), max),
                f.effectiveRatio(),
                f.registerRange(),
                f.bounds().min() == null ? defaultMin(quantity, f) : f.bounds().min(),
                f.bounds().max() == null ? defaultMax(quantity, f) : f.bounds().max(),
                Direction.valueOf(f.counting().direction().name()),
                f.counting().factor(),
                f.carrier());
    }

    /** A flow in litres a second is given; what flows in an hour is asked for. */
    private static BigDecimal perHour(Unit unit, BigDecimal value) {
        BigDecimal base = unit.toBase(value);
        return unit.dimension() == Dimension.VOLUME_FLOW ? base.multiply(SECONDS_PER_HOUR) : base;
    }

    /** What a value of power or flow comes to in an hour, in base units. */
    BigDecimal perHour(double value) {
        return perHour(unit, real(value));
    }

    private static long tolerance(PointFacts f) {
        long periodMs = (f.period().isZero() ? f.expectedInterval() : f.period()).toMillis();
        Duration own = f.stampTolerance();
        return own == null ? defaultTolerance(periodMs) : own.toMillis();
    }

    private static long defaultTolerance(long periodMs) {
        return Math.min(periodMs / 10, periodMs <= ParkPeriods.HOUR_MS ? MINUTE_MS : 5 * MINUTE_MS);
    }

    private static @Nullable BigDecimal defaultMin(String quantity, PointFacts f) {
        Dimension d = f.unit().dimension();
        boolean notNegative = f.kind() == PointKind.REGISTER
                || d == Dimension.CONCENTRATION_GAS
                || d == Dimension.CONCENTRATION_WATER
                || d == Dimension.ACIDITY
                || isOxygen(quantity, d)
                || isHumidity(quantity, d);
        return notNegative ? BigDecimal.ZERO : null;
    }

    private static @Nullable BigDecimal defaultMax(String quantity, PointFacts f) {
        Dimension d = f.unit().dimension();
        if (d == Dimension.ACIDITY) {
            return BigDecimal.valueOf(14);
        }
        if (isOxygen(quantity, d)) {
            return BigDecimal.valueOf(25);
        }
        return isHumidity(quantity, d) ? BigDecimal.valueOf(100) : null;
    }

    private static boolean isOxygen(String quantity, Dimension d) {
        return d == Dimension.RATIO && hasPart(quantity, Set.of("o2", "oxygen"));
    }

    private static boolean isHumidity(String quantity, Dimension d) {
        return d == Dimension.RATIO && hasPart(quantity, Set.of("humidity", "rh", "moisture"));
    }

    private static boolean hasPart(String quantity, Set<String> names) {
        return Stream.of(quantity.split("-")).anyMatch(names::contains);
    }

    boolean hasPeriod() {
        return periodMs > 0;
    }

    boolean isRegister() {
        return kind == PointKind.REGISTER;
    }

    /** Whether an amount, in base units times milliseconds in an hour, can be and can flow in a time. */
    boolean canFlow(BigDecimal hourTimes, long overMs) {
        BigDecimal size = hourTimes.abs();
        return size.compareTo(Validity.TOO_MUCH.multiply(BigDecimal.valueOf(ParkPeriods.HOUR_MS))) < 0
                && (maxPerHour == null || size.compareTo(maxPerHour.multiply(BigDecimal.valueOf(overMs))) <= 0);
    }

    /** A value as sent with the ratio applied. */
    BigDecimal real(double value) {
        return BigDecimal.valueOf(value).multiply(ratio);
    }
}
