package io.greenpark.park.sample;

import io.greenpark.park.reason.Reason;

/**
 * A sample that counts nowhere, or not where it says.
 *
 * @param value as sent
 */
public record SampleFinding(Kind kind, long timeMs, double value, Reason reason) {
    /** What is the matter; part of what is kept, so none is ever renamed. */
    public enum Kind {
        /** The value is not one that the point can have. */
        INVALID,
        /** The mean of an hour or a day that is none of the park's. */
        BESIDE_THE_GRID,
        /** The time it stands for is another value's, whose stamp lies nearer to the grid. */
        OVERLAPPED,
        /** Three overlaps or more in a day: two clocks, or two periods, under one key. Time and value are the third's. */
        SECOND_CLOCK,
        /** More than the point's largest amount in that time. */
        TOO_MUCH
    }
}
