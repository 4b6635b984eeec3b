package io.greenpark.accounting.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount that a register proves for a stretch of time, or that an interval value is.
 *
 * @param level where the register stood at its begin, in base units, ratio applied; 0 for an interval value
 * @param amount in base units
 * @param over the whole time that it is a part of, if its shares are estimates where that crosses ends of periods; else null
 */
record Rise(
        Span time,
        BigDecimal level,
        BigDecimal amount,
        @Nullable Span over) {

    /** The share of a stretch inside: the difference of the rounded levels at its ends. */
    long share(Span part) {
        return roundedLevel(part.toMs()) - roundedLevel(part.fromMs());
    }

    private long roundedLevel(long atMs) {
        BigDecimal passed = BigDecimal.valueOf(atMs - time.fromMs());
        BigDecimal risen = atMs >= time.toMs()
                ? amount
                : amount.multiply(passed).divide(BigDecimal.valueOf(time.length()), 9, RoundingMode.HALF_UP);
        return level.add(risen).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
