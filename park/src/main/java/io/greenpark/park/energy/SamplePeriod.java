package io.greenpark.park.energy;

import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import io.greenpark.park.time.ParkTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period a sample stands for, half-open: from its stamp and the point's period. A period of a day is the calendar
 * day of the park, whatever its length. Momentary samples have an empty period.
 */
public record SamplePeriod(long startMs, long endMs) {
    private static final Duration DAY = Duration.ofDays(1);

    /** The period of a sample under the facts of {@link #facts}. */
    public static SamplePeriod of(PointFacts facts, ParkTime time, long timeMs) {
        Duration length = facts.period().isZero() && facts.kind() == PointKind.INTERVAL
                ? facts.expectedInterval()
                : facts.period();
        boolean end = facts.stamp() == Stamp.END;
        if (length.equals(DAY)) {
            LocalDate day = time.dayOf(Instant.ofEpochMilli(end ? timeMs - 1 : timeMs));
            return new SamplePeriod(
                    time.startOf(day).toEpochMilli(),
                    time.startOf(day.plusDays(1)).toEpochMilli());
        }
        return end
                ? new SamplePeriod(timeMs - length.toMillis(), timeMs)
                : new SamplePeriod(timeMs, timeMs + length.toMillis());
    }

    /** The facts that hold for a sample's period: a sample stamped with the end of its period lies just before it. */
    public static @Nullable PointFacts facts(Point point, long timeMs) {
        PointFacts facts = FactsAt.of(point, timeMs);
        if (facts == null || facts.stamp() == Stamp.START || facts.period().isZero()) {
            return facts;
        }
        PointFacts before = FactsAt.of(point, timeMs - 1);
        return before == null ? facts : before;
    }
}
