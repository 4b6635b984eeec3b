package io.greenpark.accounting.check;

import io.greenpark.park.registry.Replacement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a register rose by, from one value of its track to the next. */
final class Rises {
    private Rises() {}

    static List<Rise> of(
            List<PointValue> series, List<CheckedFacts> facts, List<Replacement> replacements, RegisterLimits limits) {
        List<RegisterValue> all = RegisterValue.all(series, facts, replacements);
        List<Rise> rises = new ArrayList<>();
        RegisterValue before = null;
        for (Link link : RegisterTrack.of(all, limits)) {
            BigDecimal amount = link.rise();
            if (before != null && amount != null && link.atMs() > before.atMs()) {
                Span time = new Span(before.atMs(), link.atMs());
                CheckedFacts at = link.value().facts();
                rises.add(new Rise(time, before.level(), amount, isLong(time, at)));
            }
            before = link.value();
        }
        return rises;
    }

    /** Whether it takes more than one and a half times as long as values are due, or as an hour. */
    private static boolean isLong(Span time, CheckedFacts facts) {
        return 2 * time.length() > 3 * Math.min(facts.expectedMs(), ParkPeriods.HOUR_MS);
    }
}
