package io.greenpark.accounting.energy;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.EnergyHour;
import io.greenpark.park.registry.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The recomputed hours of one point.
 *
 * @param range the time that was recomputed
 * @param hours what came out, every hour of the range
 * @param former what the books have of these hours
 * @param remaining hours that are yet to be booked, since the new state of a register has not met the stored one, or since
 *     they rest on what has changed; null if there are none
 */
record PointBooking(
        Point point,
        TimeRange range,
        List<EnergyHour> hours,
        NavigableMap<Long, StoredHour> former,
        @Nullable TimeRange remaining) {
    /** The same, with hours that are yet to be booked. */
    PointBooking with(@Nullable TimeRange more) {
        return new PointBooking(point, range, hours, former, more);
    }

    /** The hours that differ from the books'; hours never booked and still missing are left out. */
    List<EnergyHour> changed() {
        List<EnergyHour> changed = new ArrayList<>();
        for (EnergyHour hour : hours) {
            StoredHour was = former.get(hour.hourMs());
            if (was == null ? hour.amount() != null : !was.hour().equals(hour)) {
                changed.add(hour);
            }
        }
        return changed;
    }
}
