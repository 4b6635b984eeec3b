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
 * @param boundary whether it counts at the enterprise's accounting boundary; sub-meters do not
 * @param zone zone of stamps without one; the park's zone where the registry gives none
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
        boolean boundary,
        ZoneId zone) {

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

    /** What to multiply a value as sent with. */
    public BigDecimal effectiveRatio() {
        return ratioApplied ? BigDecimal.ONE : ratio;
    }
}
