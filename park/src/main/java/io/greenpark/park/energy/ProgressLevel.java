package io.greenpark.park.energy;

import java.math.BigDecimal;

/**
 * How a subject gets on with its target, in the three levels of the barometer of energy targets (节能目标完成情况晴雨表):
 * green, amber and red.
 */
public enum ProgressLevel {
    /** Level three, green: on the path that its target sets. */
    ON_PATH,
    /** Level two, amber: behind, but its intensity falls. */
    BEHIND,
    /** Level one, red: its intensity does not fall. */
    NOT_FALLING;

    /**
     * Where one level ends and the next begins.
     *
     * @param behindAboveGapPoints a gap to the target above this, in percentage points, is behind; 0 to 100
     * @param notFallingFromChangePercent a change since the base year from this on is no fall, in percent; -100 to 100
     */
    public record Thresholds(BigDecimal behindAboveGapPoints, BigDecimal notFallingFromChangePercent) {
        /** Behind is above the target at all, and not falling is not below the base year. */
        public static Thresholds defaults() {
            return new Thresholds(BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    /**
     * The level of a change.
     *
     * @param changePercent of the intensity since the base year
     * @param gapPoints change less what is due by the target, percentage points
     */
    public static ProgressLevel of(BigDecimal changePercent, BigDecimal gapPoints, Thresholds thresholds) {
        if (gapPoints.compareTo(thresholds.behindAboveGapPoints) <= 0) {
            return ON_PATH;
        }
        return changePercent.compareTo(thresholds.notFallingFromChangePercent) < 0 ? BEHIND : NOT_FALLING;
    }
}
