package io.greenpark.accounting.check;

import io.greenpark.park.registry.Replacement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a register rose by, from one value of its track to the next. */
final class Rises {
    private Rises() {}

    static List<Rise> of(
            List<PointValue> series, List<CheckedFacts> facts, List<Replacement> replacements, RegisterLimits limits) {
        List<RegisterValue> all = RegisterValue.all(series, facts, replacements);
        List<Rise> rises = new ArrayList<>();
        RegisterValue before = null;
        for (Link link : RegisterTrack.of(all, limits)) {
            if (before != null && link.rise() != null && link.atMs() > before.atMs()) {
                add(before, link.value(), facts, rises);
            }
            before = link.value();
        }
        return rises;
    }

    /** Each part of a rise counts with the ratio of its time. */
    private static void add(RegisterValue from, RegisterValue to, List<CheckedFacts> facts, List<Rise> rises) {
        Span time = new Span(from.atMs(), to.atMs());
        BigDecimal range = to.range();
        BigDecimal wrapped = to.shown().compareTo(from.shown()) < 0 && range != null ? range : BigDecimal.ZERO;
        BigDecimal shownBy = to.shown().subtract(from.shown()).add(wrapped);
        CheckedFacts inForce = from.facts();
        Span over = isLong(time, inForce) ? time : null;
        BigDecimal level = from.shown();
        long at = time.fromMs();
        for (CheckedFacts next : facts) {
            if (next.fromMs() > at && next.fromMs() < time.toMs()) {
                BigDecimal passed = BigDecimal.valueOf(next.fromMs() - time.fromMs());
                BigDecimal reached = from.shown()
                        .add(shownBy.multiply(passed)
                                .divide(BigDecimal.valueOf(time.length()), 9, RoundingMode.HALF_UP));
                rises.add(rise(new Span(at, next.fromMs()), level, reached, inForce, over));
                level = reached;
                at = next.fromMs();
                inForce = next;
            }
        }
        rises.add(rise(new Span(at, time.toMs()), level, from.shown().add(shownBy), inForce, over));
    }

    private static Rise rise(Span time, BigDecimal from, BigDecimal to, CheckedFacts facts, @Nullable Span over) {
        return new Rise(time, from.multiply(facts.ratio()), to.subtract(from).multiply(facts.ratio()), over);
    }

    /** Whether it takes more than one and a half times as long as values are due, or as an hour. */
    private static boolean isLong(Span time, CheckedFacts facts) {
        return 2 * time.length() > 3 * Math.min(facts.expectedMs(), ParkPeriods.HOUR_MS);
    }
}
