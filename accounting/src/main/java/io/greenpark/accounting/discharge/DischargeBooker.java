package io.greenpark.accounting.discharge;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.accounting.work.UpsertListener;
import io.greenpark.park.reading.Reading;
import io.greenpark.park.reading.ReadingStore;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.time.ParkTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Computes hourly and daily means of discharge points. It remembers what hours bring to their days' means, so it must be
 * told of everything put into the set of readings. Used by the one thread that books.
 */
public final class DischargeBooker implements UpsertListener {
    private final DayMeanParts parts = new DayMeanParts();

    /** Whether means are kept of a point: a gauge at an outlet. */
    public static boolean concerns(Point point) {
        return point.outletId() != null && point.facts().stream().anyMatch(f -> f.kind() == PointKind.GAUGE);
    }

    /** The samples that computing touched hours of a point will ask for. */
    public TimeRange neededSamples(Point point, ParkTime time, TimeRange touched) {
        return means(point, time, touched).neededSamples();
    }

    /** Computes the means of touched hours and their days. */
    public DischargeBooking compute(
            Handle handle, ReadingStore readings, ParkTime time, Map<Point, TimeRange> touched) {
        List<ChangedMeans> changed = new ArrayList<>();
        touched.forEach((point, hours) -> {
            if (concerns(point)) {
                changed.addAll(means(point, time, hours).compute(handle, readings));
            }
        });
        return new DischargeBooking(changed);
    }

    private PointMeans means(Point point, ParkTime time, TimeRange touched) {
        parts.madeFor(point, time);
        return new PointMeans(point, time, touched, parts);
    }

    @Override
    public void upserted(List<Reading> readings) {
        parts.forgetHoursOf(readings);
    }

    @Override
    public void invalidate() {
        parts.clear();
    }
}
