package io.greenpark.park.energy;

import io.greenpark.park.reason.Cause;
import io.greenpark.park.reason.Reason;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Something about a register that a person should look at.
 *
 * @param fromMs time of the last value before it
 * @param toMs time of the first value after it
 * @param before the value of that time, base units before the ratio
 * @param after likewise
 * @param decidedMs time of the value that showed it
 */
public record RegisterFinding(Kind kind, long fromMs, long toMs, BigDecimal before, BigDecimal after, long decidedMs) {

    /** What it is. */
    public enum Kind {
        /** Values left the register's track and came back to it; what was booked for them was taken back. */
        EXCURSION(Cause.REGISTER_CAME_BACK),
        /** The register went on from another value, and what lies between was not booked. */
        NEW_BASE(Cause.REGISTER_BASE_CHANGED),
        /** The same, and it went on from a value that a register which began at 0 could have reached since. */
        LIKE_REPLACED(Cause.REGISTER_LIKE_REPLACED),
        /** The register fell and has not come back: probably it was replaced, and the record of it is missing. */
        FALL_THAT_STAYED(Cause.REGISTER_FELL),
        /** It stood still and then moved by what had been used meanwhile. */
        FREEZE(Cause.REGISTER_FROZE),
        /** Nothing was sent for so long that the rise since is not booked. */
        LONG_STEP(Cause.REGISTER_NOT_READ);

        private final Cause cause;

        Kind(Cause cause) {
            this.cause = cause;
        }
    }

    /** In words, each value in the unit that the point sent it in. */
    public Reason reason(Point point) {
        PointFacts was = FactsAt.required(point, fromMs);
        PointFacts is = FactsAt.required(point, toMs);
        return Reason.ofRegister(
                kind.cause,
                before.divide(was.unit().perBase(), MathContext.DECIMAL64),
                was.unit(),
                after.divide(is.unit().perBase(), MathContext.DECIMAL64),
                is.unit());
    }
}
