package io.greenpark.accounting.point;

import io.greenpark.park.registry.Point;
import io.greenpark.park.unit.Unit;
import java.util.List;

/**
 * A point over time.
 *
 * @param unit of its values
 * @param expectedPeriods how many periods are over in which the point was in use
 * @param knownPeriods of how many of these something is known
 * @param periods those of which something is known, oldest first, also one that still runs
 */
public record PointSeries(
        Point point, Unit unit, What what, int expectedPeriods, int knownPeriods, List<PointPeriod> periods) {
    /** What the values are. */
    public enum What {
        /** What was used, or came, in the period. */
        AMOUNT,
        /** The mean over the time for which valid values stand. */
        MEAN
    }

    public PointSeries {
        periods = List.copyOf(periods);
    }
}
