package io.greenpark.accounting.finding;

import io.greenpark.accounting.work.TimeRange;
import io.greenpark.park.energy.RegisterFinding;
import io.greenpark.park.finding.FindingKind;
import io.greenpark.park.registry.Point;
import io.greenpark.park.sample.SampleFinding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a computation noticed about a point in some hours: of the kinds it speaks for, everything there is.
 *
 * @param hours the time that was computed, of whole hours
 */
public record PointFindings(String pointId, TimeRange hours, Set<FindingKind> kinds, List<Found> found) {
    private static final Set<FindingKind> OF_MEANS =
            EnumSet.of(FindingKind.INVALID, FindingKind.BESIDE_THE_GRID, FindingKind.OVERLAPPED);

    private static final Set<FindingKind> OF_ENERGY = EnumSet.complementOf(EnumSet.of(FindingKind.SECOND_CLOCK));
    private static final Set<FindingKind> OF_ENERGY_BESIDE_MEANS = besideMeans();

    /** The kinds that bookings of a point speak for, of its energy, of its means or of both; of others nothing is kept. */
    public static Set<FindingKind> kinds(boolean energy, boolean means) {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        if (energy) {
            kinds.addAll(OF_ENERGY);
        }
        if (means) {
            kinds.addAll(OF_MEANS);
        }
        if (kinds.contains(FindingKind.OVERLAPPED)) {
            kinds.add(FindingKind.SECOND_CLOCK);
        }
        return kinds;
    }

    private static Set<FindingKind> besideMeans() {
        Set<FindingKind> kinds = EnumSet.copyOf(OF_ENERGY);
        kinds.removeAll(OF_MEANS);
        return kinds;
    }

    /** Of the means of an outlet's point. */
    public static PointFindings ofMeans(String pointId, TimeRange hours, List<SampleFinding> samples) {
        return new PointFindings(pointId, hours, OF_MEANS, within(hours, OF_MEANS, samples));
    }

    /**
     * Of the energy of a point.
     *
     * @param alsoMeans whether means are kept of it too, which then speak for its samples
     */
    public static PointFindings ofEnergy(
            Point point,
            TimeRange hours,
            List<SampleFinding> samples,
            List<RegisterFinding> registers,
            boolean alsoMeans) {
        Set<FindingKind> kinds = alsoMeans ? OF_ENERGY_BESIDE_MEANS : OF_ENERGY;
        List<Found> found = within(hours, kinds, samples);
        registers.stream()
                .filter(r -> hours.contains(r.decidedMs()))
                .map(r -> Found.of(point, r))
                .forEach(found::add);
        return new PointFindings(point.id(), hours, kinds, found);
    }

    private static List<Found> within(TimeRange hours, Set<FindingKind> kinds, List<SampleFinding> samples) {
        List<Found> found = new ArrayList<>();
        for (SampleFinding s : samples) {
            // A second clock is a matter of whole days, which are counted where everything is kept.
            if (hours.contains(s.timeMs()) && s.kind() != SampleFinding.Kind.SECOND_CLOCK) {
                Found one = Found.of(s);
                if (kinds.contains(one.kind())) {
                    found.add(one);
                }
            }
        }
        return found;
    }
}
