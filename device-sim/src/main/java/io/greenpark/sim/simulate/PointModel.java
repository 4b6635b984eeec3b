package io.greenpark.sim.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What one point shows. Asked in time order; a register adds up what lies between two questions, so an instance belongs
 * to one thread.
 */
interface PointModel {
    /** The value at a time, in the unit the point sends; empty when nothing is due then. */
    OptionalDouble at(Instant at);

    /** The period of which it shows the amount, at each end or start of one; zero if it can be asked at any time. */
    default Duration period() {
        return Duration.ZERO;
    }
}
