package io.greenpark.plan.target;

import java.math.BigDecimal;

/**
 * Where amber ends, and what a light may rest on, as the plan's bureau wants it.
 *
 * @param amberShare of what ought to be there by now, how much still is amber, 0 to 1
 * @param makeUp how many times its yearly amount a target may still need in each of the years that are left, at least 1
 * @param leastCoveragePercent of how many of the enterprises there have to be data, percent by their number, for a computed figure to stand before
 *     the typed one, 0 to 100; a target may have its own
 */
public record LightMarks(BigDecimal amberShare, BigDecimal makeUp, BigDecimal leastCoveragePercent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Four fifths, half as much again, and nine of ten enterprises. */
    public static final LightMarks USUAL =
            new LightMarks(new BigDecimal("0.8"), new BigDecimal("1.5"), BigDecimal.valueOf(90));

    public LightMarks {
        if (amberShare.signum() < 0 || amberShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("amberShare is 0 to 1, not " + amberShare);
        }
        if (makeUp.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("makeUp is at least 1, not " + makeUp);
        }
        if (leastCoveragePercent.signum() < 0 || leastCoveragePercent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("leastCoveragePercent is 0 to 100, not " + leastCoveragePercent);
        }
    }
}
