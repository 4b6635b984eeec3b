package io.greenpark.accounting;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.registry.Enterprise;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.time.ParkTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The next hours of one enterprise that are to be recomputed.
 *
 * @param work the noted work of the enterprise's points, also beyond the portion
 * @param touched the hours of this portion by point, from the first touched to the last
 * @param neededSamples the samples that booking these hours will ask for, by point id
 * @param untilMs where the portion ends
 */
record WorkPortion(
        Enterprise enterprise,
        ParkTime time,
        Map<String, List<TimeRange>> work,
        Map<Point, TimeRange> touched,
        Map<String, TimeRange> neededSamples,
        long untilMs) {
    private static final long MIN_INTERVAL_MS = 1_000;

    long pointHours() {
        return touched.values().stream()
                .mapToLong(r -> (r.toMs() - r.fromMs()) / HOUR_MS)
                .sum();
    }

    /** How many samples there are to read, if they are sent when they are due. */
    long expectedSamples() {
        long samples = 0;
        for (Point point : touched.keySet()) {
            TimeRange needed = neededSamples.get(point.id());
            if (needed != null) {
                samples += (needed.toMs() - needed.fromMs()) / intervalMs(point.currentFacts());
            }
        }
        return samples;
    }

    private static long intervalMs(PointFacts facts) {
        Duration interval = facts.period().isZero() ? facts.expectedInterval() : facts.period();
        return Math.max(MIN_INTERVAL_MS, interval.toMillis());
    }
}
