package io.greenpark.accounting.energy;

import io.greenpark.park.energy.Coverage;

/**
 * The metering time of a period, added up over points, milliseconds.
 *
 * @param coveredMs of which something is known
 * @param estimatedMs of that, what is estimated
 * @param expectedMs of the points in use
 */
public record MeteredTime(long coveredMs, long estimatedMs, long expectedMs) {
    public static final MeteredTime NONE = new MeteredTime(0, 0, 0);

    public MeteredTime plus(MeteredTime other) {
        return new MeteredTime(
                coveredMs + other.coveredMs, estimatedMs + other.estimatedMs, expectedMs + other.expectedMs);
    }

    /** The same time, of which so much is estimated. */
    public MeteredTime estimated(long ms) {
        return new MeteredTime(coveredMs, ms, expectedMs);
    }

    public Coverage coverage() {
        return Coverage.of(coveredMs, estimatedMs, expectedMs);
    }
}
