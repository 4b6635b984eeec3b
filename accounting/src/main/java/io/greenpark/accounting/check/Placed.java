package io.greenpark.accounting.check;

import io.greenpark.park.registry.PointFacts.Stamp;
import java.util.Comparator;
import java.util.List;

/**
 * A value with a period, put where it belongs by its stamp.
 *
 * @param offMs how far its stamp lies from the boundary next to it
 */
record Placed(Stay stay, long offMs) {
    private static final Comparator<Placed> PREFERENCE = Comparator.comparingLong(Placed::offMs)
            .thenComparing(p -> p.stay().value().arrivalMs(), Comparator.reverseOrder())
            .thenComparing(p -> p.stay().value().atMs(), Comparator.reverseOrder());

    /** Under the facts in which its period ends or, stamped with its begin, begins. */
    static Placed of(PointValue v, List<CheckedFacts> all, ParkPeriods periods) {
        Placed first = place(v, periods);
        Span time = first.stay().time();
        CheckedFacts held = PointValue.at(all, v.facts().stamp() == Stamp.END ? time.toMs() - 1 : time.fromMs());
        return held == null || !held.hasPeriod() || held.equals(v.facts()) ? first : place(v.under(held), periods);
    }

    private static Placed place(PointValue v, ParkPeriods periods) {
        CheckedFacts f = v.facts();
        long boundary = StampGrid.nearest(v.atMs(), f, periods);
        long off = Math.abs(v.atMs() - boundary);
        boolean end = f.stamp() == Stamp.END;
        if (off <= f.toleranceMs()) {
            return new Placed(new Stay(v, StampGrid.piece(end ? boundary - 1 : boundary, f, periods)), off);
        }
        int way = end ? -1 : 1;
        long other =
                f.periodMs() == CheckedFacts.DAY_MS ? periods.plusDays(v.atMs(), way) : v.atMs() + way * f.periodMs();
        return new Placed(new Stay(v, new Span(Math.min(v.atMs(), other), Math.max(v.atMs(), other))), off);
    }

    boolean fits() {
        return offMs <= stay.value().facts().toleranceMs();
    }

    /** Whether both have more time in common than is tolerated. */
    boolean overlaps(Placed other) {
        long tolerated = Math.max(
                stay.value().facts().toleranceMs(), other.stay.value().facts().toleranceMs());
        return stay.time().within(other.stay.time()).length() > tolerated;
    }

    /** Whether this one counts and not the other, where both overlap. */
    boolean isPreferredTo(Placed other) {
        return PREFERENCE.compare(this, other) < 0;
    }

    boolean differsFrom(Placed other) {
        return Double.compare(stay.value().sent(), other.stay.value().sent()) != 0;
    }
}
