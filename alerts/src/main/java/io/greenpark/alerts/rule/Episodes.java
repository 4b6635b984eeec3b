package io.greenpark.alerts.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the episodes in a subject's verdicts. A pure function of the set of verdicts: late data that changes one changes
 * the episodes with it, whatever the order of arrival was.
 */
public final class Episodes {
    private final Hysteresis hysteresis;
    private final List<Episode> found = new ArrayList<>();
    private int periodsRaising;
    private int periodsClearing;
    private @Nullable Verdict first;
    private @Nullable Verdict worst;
    private @Nullable Verdict last;

    private Episodes(Hysteresis hysteresis) {
        this.hysteresis = hysteresis;
    }

    /** @param verdicts of one subject, by start and phase; the first must not lie within an episode */
    public static List<Episode> of(List<Verdict> verdicts, Hysteresis hysteresis) {
        Episodes episodes = new Episodes(hysteresis);
        for (Verdict verdict : verdicts) {
            switch (verdict.outcome()) {
                case RAISES -> episodes.raises(verdict);
                case HOLDS -> episodes.holds();
                case CLEARS -> episodes.clears(verdict);
                case UNJUDGED -> {
                    // Says nothing of the period: neither count changes.
                }
            }
        }
        episodes.end();
        return List.copyOf(episodes.found);
    }

    private boolean lasting() {
        return periodsRaising >= hysteresis.raiseAfter();
    }

    private void raises(Verdict verdict) {
        periodsClearing = 0;
        boolean samePeriod = last != null && last.from().equals(verdict.from());
        periodsRaising += samePeriod ? 0 : 1;
        first = first == null ? verdict : first;
        last = verdict;
        worst = worst == null || severity(verdict).compareTo(severity(worst)) > 0 ? verdict : worst;
    }

    private void holds() {
        periodsClearing = 0;
        if (!lasting()) {
            forget();
        }
    }

    private void clears(Verdict verdict) {
        if (!lasting()) {
            forget();
            return;
        }
        periodsClearing++;
        if (periodsClearing >= hysteresis.clearAfter()) {
            add(verdict);
            forget();
        }
    }

    private void end() {
        if (lasting()) {
            add(null);
        }
    }

    private void add(@Nullable Verdict clearing) {
        if (first != null && worst != null && last != null) {
            found.add(new Episode(first.from(), clearing == null ? null : clearing.to(), worst, last));
        }
    }

    private void forget() {
        first = null;
        periodsRaising = 0;
        periodsClearing = 0;
        worst = null;
        last = null;
    }

    private static BigDecimal severity(Verdict verdict) {
        return verdict.severity() == null ? BigDecimal.ZERO : verdict.severity();
    }
}
