package io.greenpark.accounting.energy;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.registry.Point;
import io.greenpark.park.registry.PointFacts;
import io.greenpark.park.registry.Registry;
import io.greenpark.park.unit.Carrier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When which boundary point of an enterprise was in use, as the registry says. The completeness of a period is measured
 * against it.
 */
public final class BoundaryMetering {
    private record MeterUse(Carrier carrier, TimeRange range) {}

    private final List<MeterUse> uses = new ArrayList<>();

    /** Gathers the uses of an enterprise's points, oldest first. */
    public BoundaryMetering(Registry registry, String enterpriseId) {
        for (Point point : registry.pointsOfEnterprise(enterpriseId)) {
            long ended =
                    point.endedAt() == null ? Long.MAX_VALUE : point.endedAt().toEpochMilli();
            List<PointFacts> facts = point.facts();
            for (int i = 0; i < facts.size(); i++) {
                PointFacts f = facts.get(i);
                Carrier carrier = f.carrier();
                long next = i + 1 < facts.size() ? facts.get(i + 1).validFrom().toEpochMilli() : Long.MAX_VALUE;
                if (f.boundary() && carrier != null) {
                    uses.add(new MeterUse(carrier, new TimeRange(f.validFrom().toEpochMilli(), Math.min(next, ended))));
                }
            }
        }
        uses.sort(Comparator.comparingLong(u -> u.range().fromMs()));
    }

    /** Whether anything was metered at some time of the period. */
    public boolean isInUse(TimeRange period) {
        for (MeterUse use : uses) {
            if (use.range().meets(period)) {
                return true;
            }
        }
        return false;
    }

    /** Carriers metered at some time of the period. */
    public Set<Carrier> carriers(TimeRange period) {
        Set<Carrier> carriers = EnumSet.noneOf(Carrier.class);
        for (MeterUse use : uses) {
            if (use.range().meets(period)) {
                carriers.add(use.carrier());
            }
        }
        return carriers;
    }

    /**
     * Metering time expected of a period in milliseconds, added up over the points; time in which no point was in use
     * counts once, since then nothing is known.
     */
    public long expectedMs(TimeRange period) {
        long expected = 0;
        long unmetered = 0;
        long until = period.fromMs();
        for (MeterUse use : uses) {
            long from = Math.max(use.range().fromMs(), period.fromMs());
            long to = Math.min(use.range().toMs(), period.toMs());
            if (from < to) {
                expected += to - from;
                unmetered += Math.max(0, from - until);
                until = Math.max(until, to);
            }
        }
        return expected + unmetered + Math.max(0, period.toMs() - until);
    }
}
