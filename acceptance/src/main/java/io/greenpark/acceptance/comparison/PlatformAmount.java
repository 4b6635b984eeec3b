package io.greenpark.acceptance.comparison;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the platform has of a point between two times, in the point's unit, ratio applied.
 *
 * @param amount null with {@code missing}
 * @param step what it can tell apart
 */
public record PlatformAmount(
        @Nullable BigDecimal amount,
        @Nullable BigDecimal step,
        @Nullable Missing missing) {
    static PlatformAmount missing(Missing why) {
        return new PlatformAmount(null, null, why);
    }
}
