package io.greenpark.accounting.check;

import io.greenpark.park.registry.PointFacts.PointKind;
import io.greenpark.park.registry.PointFacts.Stamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What times the values of a point stand for (docs/arithmetic.md, section 2), and where a differing value was left aside.
 */
final class Stays {
    private final List<Stay> stays = new ArrayList<>();
    private final List<Span> corrected = new ArrayList<>();

    private Stays() {}

    /** Oldest first; none overlaps another. */
    List<Stay> all() {
        return stays;
    }

    /** Times whose figures are CORRECTED. */
    List<Span> corrected() {
        return corrected;
    }

    /** @param series all values of the point, whatever their kind and flag */
    static Stays of(List<PointValue> series, List<CheckedFacts> facts, ParkPeriods periods, long nowMs) {
        Stays found = new Stays();
        found.addPeriods(series, periods);
        found.addMomentary(series, facts, nowMs);
        found.stays.sort(Comparator.comparingLong(s -> s.time().fromMs()));
        return found;
    }

    private void addMomentary(List<PointValue> series, List<CheckedFacts> facts, long nowMs) {
        for (int i = 0; i < series.size(); i++) {
            PointValue v = series.get(i);
            if (v.counts() && !v.facts().hasPeriod() && !v.facts().isRegister()) {
                Long next = i + 1 < series.size() ? series.get(i + 1).atMs() : null;
                Span time = new Span(v.atMs(), Math.min(nowMs, Math.min(endOfHold(v, next), endOfFacts(v, facts))));
                if (time.length() > 0) {
                    add(new Stay(v, time));
                }
            }
        }
    }

    /** The next value, if it is no later than due; else what is due is not there. */
    private static long endOfHold(PointValue v, @Nullable Long nextMs) {
        long dueMs = v.atMs() + v.facts().expectedMs();
        return nextMs != null && nextMs - dueMs <= v.facts().toleranceMs() ? nextMs : dueMs;
    }

    private static long endOfFacts(PointValue v, List<CheckedFacts> facts) {
        return facts.stream()
                .mapToLong(CheckedFacts::fromMs)
                .filter(from -> from > v.atMs())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void add(Stay stay) {
        stays.add(stay);
        if (stay.value().replaced()) {
            corrected.add(stay.time());
        }
    }

    /** A value with a period and how far its stamp lies from the boundary it means. */
    private record Placed(Stay stay, long offMs) {}

    /** In the order of preference, each where no preferred one is yet: the outcome rests on the set alone. */
    private void addPeriods(List<PointValue> series, ParkPeriods periods) {
        List<Placed> placed = new ArrayList<>();
        for (PointValue v : series) {
            if (v.counts() && v.facts().hasPeriod() && !v.facts().isRegister()) {
                Placed p = place(v, periods);
                if (!isMeanOfNoHourOrDay(p)) {
                    placed.add(p);
                }
            }
        }
        placed.sort(Comparator.comparingLong(Placed::offMs)
                .thenComparing(p -> p.stay().value().arrivalMs(), Comparator.reverseOrder())
                .thenComparing(p -> p.stay().value().atMs(), Comparator.reverseOrder()));
        TreeMap<Long, Stay> taken = new TreeMap<>();
        for (Placed p : placed) {
            List<Stay> inTheWay = overlapping(taken, p.stay().time());
            if (inTheWay.isEmpty()) {
                taken.put(p.stay().time().fromMs(), p.stay());
            } else if (inTheWay.stream()
                    .anyMatch(w ->
                            Double.compare(w.value().sent(), p.stay().value().sent()) != 0)) {
                corrected.add(p.stay().time());
            }
        }
        taken.values().forEach(this::add);
    }

    private static boolean isMeanOfNoHourOrDay(Placed p) {
        CheckedFacts f = p.stay().value().facts();
        return f.kind() == PointKind.GAUGE && f.periodMs() >= ParkPeriods.HOUR_MS && p.offMs() > f.toleranceMs();
    }

    private static List<Stay> overlapping(TreeMap<Long, Stay> taken, Span time) {
        List<Stay> found = new ArrayList<>();
        Map.Entry<Long, Stay> before = taken.lowerEntry(time.toMs());
        while (before != null && before.getValue().time().overlaps(time)) {
            found.add(before.getValue());
            before = taken.lowerEntry(before.getKey());
        }
        return found;
    }

    private static Placed place(PointValue v, ParkPeriods periods) {
        CheckedFacts f = v.facts();
        long boundary = StampGrid.nearest(v.atMs(), f, periods);
        long off = Math.abs(v.atMs() - boundary);
        long at = off <= f.toleranceMs() ? boundary : v.atMs();
        boolean day = f.periodMs() == CheckedFacts.DAY_MS;
        boolean end = f.stamp() == Stamp.END;
        long other = day ? periods.plusDays(at, end ? -1 : 1) : at + (end ? -f.periodMs() : f.periodMs());
        return new Placed(new Stay(v, end ? new Span(other, at) : new Span(at, other)), off);
    }
}
