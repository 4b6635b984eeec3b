package io.greenpark.park.energy;

import java.math.BigDecimal;

/**
 * Something about a register that a person should look at.
 *
 * @param fromMs time of the last value before it
 * @param toMs time of the first value after it
 * @param before the value of that time, base units before the ratio
 * @param after likewise
 */
public record RegisterFinding(Kind kind, long fromMs, long toMs, BigDecimal before, BigDecimal after) {

    /** What it is. */
    public enum Kind {
        /** Values left the register's track and came back to it; what was booked for them was taken back. */
        EXCURSION,
        /** The register fell and has not come back: probably it was replaced, and the record of it is missing. */
        FALL_THAT_STAYED
    }
}
