package io.greenpark.acceptance.comparison;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What somebody read at the display.
 *
 * @param value with as many digits as the display shows: by them is known what it can tell apart
 */
public record DisplayReading(Instant at, BigDecimal value) {
    /** What the display can tell apart. */
    public BigDecimal step() {
        return BigDecimal.ONE.movePointLeft(Math.max(0, value.scale()));
    }
}
