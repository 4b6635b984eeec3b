package io.greenpark.park.sample;

import static io.greenpark.park.time.ParkTime.HOUR_MS;

import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of a point in plain milliseconds, worked out once for all samples of a calculation. */
final class DatedFacts {
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final int TOLERANCE_SHARE = 10;
    private static final long LARGEST_TOLERANCE_MS = Duration.ofMinutes(1).toMillis();
    private static final long LARGEST_OF_A_DAY_MS = Duration.ofMinutes(5).toMillis();

    final PointFacts facts;
    final long fromMs;
    /** When the next facts come. */
    final long untilMs;

    final boolean momentary;
    final boolean gauge;
    final boolean stampIsEnd;
    final long lengthMs;
    final boolean day;
    /** Whether its periods follow the hours, or days, of the clock. */
    final boolean grid;

    final long toleranceMs;
    /** How long a momentary value stands if no other comes. */
    final long dueMs;
    /** How far off the next value may be up to which a momentary one stands. */
    final long holdMs;

    private DatedFacts(PointFacts facts, long fromMs, long untilMs) {
        this.facts = facts;
        this.fromMs = fromMs;
        this.untilMs = untilMs;
        this.momentary = facts.period().isZero() && facts.kind() != PointKind.INTERVAL;
        this.gauge = facts.kind() == PointKind.GAUGE;
        this.stampIsEnd = facts.stamp() == Stamp.END;
        this.lengthMs = (facts.period().isZero() ? facts.expectedInterval() : facts.period()).toMillis();
        this.day = lengthMs == DAY_MS && !momentary;
        this.grid = day || HOUR_MS % lengthMs == 0;
        this.toleranceMs = tolerance();
        this.dueMs = facts.expectedInterval().toMillis();
        this.holdMs = dueMs + toleranceMs;
    }

    private long tolerance() {
        Duration stated = facts.stampTolerance();
        return stated != null
                ? stated.toMillis()
                : Math.min(
                        lengthMs / TOLERANCE_SHARE, lengthMs <= HOUR_MS ? LARGEST_TOLERANCE_MS : LARGEST_OF_A_DAY_MS);
    }

    /** Oldest first. */
    static List<DatedFacts> of(Point point) {
        List<DatedFacts> all = new ArrayList<>(point.facts().size());
        for (int i = 0; i < point.facts().size(); i++) {
            PointFacts f = point.facts().get(i);
            long until = i + 1 < point.facts().size()
                    ? point.facts().get(i + 1).validFrom().toEpochMilli()
                    : Long.MAX_VALUE;
            all.add(new DatedFacts(f, f.validFrom().toEpochMilli(), until));
        }
        return all;
    }

    /** Those in force at a time; null before the first. */
    static @Nullable DatedFacts at(List<DatedFacts> all, long timeMs) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).fromMs <= timeMs) {
                return all.get(i);
            }
        }
        return null;
    }
}
