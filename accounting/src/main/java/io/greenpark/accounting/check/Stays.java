package io.greenpark.accounting.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What times the values of a point stand for (docs/arithmetic.md, section 2), and where a differing value was left aside.
 */
final class Stays {
    private final List<Stay> stays = new ArrayList<>();
    private final List<Span> corrected = new ArrayList<>();

    private Stays() {}

    /** By their begins; neighbours may have the tolerance in common. */
    List<Stay> all() {
        return stays;
    }

    /** Times whose figures are CORRECTED. */
    List<Span> corrected() {
        return corrected;
    }

    /**
     * What there is in a series.
     *
     * @param series all values of the point, whatever their kind and flag
     * @param means whether means are asked for; one of an hour or a day that fits none then belongs to none
     */
    static Stays of(List<PointValue> series, List<CheckedFacts> facts, ParkPeriods periods, boolean means, long nowMs) {
        Stays found = new Stays();
        found.addPeriods(series, facts, periods, means);
        found.addMomentary(series, facts, nowMs);
        found.stays.sort(Comparator.comparingLong(s -> s.time().fromMs()));
        return found;
    }

    private void addMomentary(List<PointValue> series, List<CheckedFacts> facts, long nowMs) {
        for (int i = 0; i < series.size(); i++) {
            PointValue v = series.get(i);
            if (!v.facts().hasPeriod() && !v.facts().isRegister()) {
                Long next = i + 1 < series.size() ? series.get(i + 1).atMs() : null;
                Span time = new Span(v.atMs(), Math.min(nowMs, Math.min(endOfHold(v, next), endOfFacts(v, facts))));
                correct(v, time);
                if (time.length() > 0 && v.counts()) {
                    stays.add(new Stay(v, time));
                }
            }
        }
    }

    /** The time of a value that took the place of another, whether or not it counts. */
    private void correct(PointValue v, Span time) {
        if (v.replaced()) {
            corrected.add(new Span(time.fromMs(), Math.max(time.fromMs() + 1, time.toMs())));
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

    private void addPeriods(List<PointValue> series, List<CheckedFacts> facts, ParkPeriods periods, boolean means) {
        List<Placed> placed = new ArrayList<>();
        for (PointValue v : series) {
            if (v.facts().hasPeriod()) {
                Placed p = Placed.of(v, facts, periods);
                correct(v, p.stay().time());
                if (p.stay().value().counts() && !(means && isMeanOfNoHourOrDay(p))) {
                    placed.add(p);
                }
            }
        }
        placed.sort(Comparator.comparingLong(p -> p.stay().time().fromMs()));
        long longest =
                placed.stream().mapToLong(p -> p.stay().time().length()).max().orElse(0);
        for (int i = 0; i < placed.size(); i++) {
            judge(placed, i, longest);
        }
    }

    private static boolean isMeanOfNoHourOrDay(Placed p) {
        return p.stay().value().facts().periodMs() >= ParkPeriods.HOUR_MS && !p.fits();
    }

    /** A value counts unless one that it overlaps is preferred to it, whether or not that one counts. */
    private void judge(List<Placed> byBegin, int i, long longestMs) {
        Placed p = byBegin.get(i);
        int from = i;
        while (from > 0
                && byBegin.get(from - 1).stay().time().fromMs()
                        > p.stay().time().fromMs() - longestMs) {
            from--;
        }
        boolean counts = true;
        boolean differs = false;
        for (int j = from;
                j < byBegin.size()
                        && byBegin.get(j).stay().time().fromMs()
                                < p.stay().time().toMs();
                j++) {
            Placed other = byBegin.get(j);
            if (j != i && other.overlaps(p) && other.isPreferredTo(p)) {
                counts = false;
                differs |= other.differsFrom(p);
            }
        }
        if (counts) {
            stays.add(p.stay());
        } else if (differs) {
            corrected.add(p.stay().time());
        }
    }
}
