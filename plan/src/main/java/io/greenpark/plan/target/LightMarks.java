package io.greenpark.plan.target;

import java.math.BigDecimal;

/**
 * Where amber ends, as the plan's bureau wants it.
 *
 * @param amberShare of what ought to be there by now, how much still is amber, 0 to 1
 * @param makeUp how many times its yearly amount a target may still need in each of the years that are left, at least 1
 */
public record LightMarks(BigDecimal amberShare, BigDecimal makeUp) {
    /** Four fifths, and half as much again. */
    public static final LightMarks USUAL = new LightMarks(new BigDecimal("0.8"), new BigDecimal("1.5"));

    public LightMarks {
        if (amberShare.signum() < 0 || amberShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("amberShare is 0 to 1, not " + amberShare);
        }
        if (makeUp.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("makeUp is at least 1, not " + makeUp);
        }
    }
}
