package io.greenpark.park.registry;

import io.greenpark.park.unit.Carrier;
import io.greenpark.park.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a point from {@code validFrom} until the next facts. A corrected fact recomputes the books; the
 * readings stay as sent.
 *
 * @param unit unit of the values as sent
 * @param kind what the values are
 * @param period length of the period each sample stands for; {@link Duration#ZERO} for momentary samples. A point with
 *     a period <em>is</em> that period's mean or sum. A day's period follows the park's calendar
 * @param stamp whether the time of a sample is the start or the end of its period
 * @param expectedInterval how often a sample is due; completeness is measured against it
 * @param maxPerHour the largest plausible amount per hour in {@code unit}, ratio applied; null if unknown, then register
 *     steps are bounded by {@code registerRange} alone
 * @param ratio CT x PT ratio or pulse weight that turns what was sent into the real amount
 * @param ratioApplied whether the gateway multiplied already; then {@code ratio} is for the record only
 * @param registerRange value at which the register wraps to zero, in {@code unit} before the ratio; null if it never
 *     does
 * @param carrier the energy carrier or medium it meters; null for points that are not metered consumption
 * @param counting how its amounts count in its enterprise
 * @param zone zone of stamps without one; the park's zone where the registry gives none
 * @param bounds between which its values lie
 * @param stampTolerance how far a time may lie beside the one it means; null for the usual tolerance
 */
public record PointFacts(
        Instant validFrom,
        Unit unit,
        PointKind kind,
        Duration period,
        Stamp stamp,
        Duration expectedInterval,
        @Nullable BigDecimal maxPerHour,
        BigDecimal ratio,
        boolean ratioApplied,
        @Nullable BigDecimal registerRange,
        @Nullable Carrier carrier,
        Counting counting,
        ZoneId zone,
        Bounds bounds,
        @Nullable Duration stampTolerance) {

    /** What the values of a point are. */
    public enum PointKind {
        /** A cumulative register. */
        REGISTER,
        /** The amount of one period. */
        INTERVAL,
        /** A momentary value or a period's mean. */
        GAUGE,
        /** A state: on, off, a code. */
        STATE
    }

    /** Which end of its period the time of a sample names. */
    public enum Stamp {
        START,
        END
    }

    /** Which of the two ways of energy a point counts. */
    public enum Direction {
        /** What is positive: drawn. */
        IMPORT,
        /** What is negative, with its sign turned: fed back. */
        EXPORT,
        /** Both, so that an amount may be negative. */
        NET
    }

    /**
     * How amounts of a point count.
     *
     * @param factor what its enterprise's account multiplies them with: 1; 0 for sub-meters; -1 for energy passed on or
     *     fed back
     */
    public record Counting(Direction direction, int factor) {
        /** At the boundary, or not at all. */
        public static Counting at(boolean boundary) {
            return new Counting(Direction.IMPORT, boundary ? 1 : 0);
        }
    }

    /**
     * Between which values a point's lie, both inclusive, in the unit sent, ratio applied.
     *
     * @param min null where the registry gives none
     * @param max null where the registry gives none
     */
    public record Bounds(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        public static final Bounds NONE = new Bounds(null, null);
    }

    /** Facts of a point that gives no bounds and counts what is drawn. */
    public PointFacts(
            Instant validFrom,
            Unit unit,
            PointKind kind,
            Duration period,
            Stamp stamp,
            Duration expectedInterval,
            @Nullable BigDecimal maxPerHour,
            BigDecimal ratio,
            boolean ratioApplied,
            @Nullable BigDecimal registerRange,
            @Nullable Carrier carrier,
            boolean boundary,
            ZoneId zone) {
        this(
                validFrom,
                unit,
                kind,
                period,
                stamp,
                expectedInterval,
                maxPerHour,
                ratio,
                ratioApplied,
                registerRange,
                carrier,
                Counting.at(boundary),
                zone,
                Bounds.NONE,
                null);
    }

    /** The same facts, counted in another way. */
    public PointFacts counted(Counting other) {
        return with(kind, other, bounds, stampTolerance);
    }

    /** The same facts with other bounds and another tolerance. */
    public PointFacts taken(Bounds values, @Nullable Duration tolerance) {
        return with(kind, counting, values, tolerance);
    }

    /** The same facts of values of another kind. */
    public PointFacts as(PointKind other) {
        return with(other, counting, bounds, stampTolerance);
    }

    private PointFacts with(PointKind values, Counting counted, Bounds between, @Nullable Duration tolerance) {
        return new PointFacts(
                validFrom,
                unit,
                values,
                period,
                stamp,
                expectedInterval,
                maxPerHour,
                ratio,
                ratioApplied,
                registerRange,
                carrier,
                counted,
                zone,
                between,
                tolerance);
    }

    /** Whether it counts at the enterprise's accounting boundary, to its use or against it. */
    public boolean boundary() {
        return counting.factor() != 0;
    }

    /** What to multiply a value as sent with. */
    public BigDecimal effectiveRatio() {
        return ratioApplied ? BigDecimal.ONE : ratio;
    }
}
