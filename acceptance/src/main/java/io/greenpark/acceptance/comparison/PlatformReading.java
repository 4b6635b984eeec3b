package io.greenpark.acceptance.comparison;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the platform has of a point at a time, in the point's unit, ratio applied.
 *
 * @param value between the readings before and after, in proportion to time; null with {@code missing}
 * @param least the lesser of the two readings around it: what it was cannot be less, of a register
 * @param most the greater one
 * @param step what the register can tell apart, as far as its readings show
 * @param before time of the reading at or before it
 * @param after time of the reading at or after it
 */
public record PlatformReading(
        @Nullable BigDecimal value,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable BigDecimal step,
        @Nullable Instant before,
        @Nullable Instant after,
        @Nullable Missing missing) {
    static PlatformReading missing(Missing why, @Nullable Instant before, @Nullable Instant after) {
        return new PlatformReading(null, null, null, null, before, after, why);
    }
}
