package io.greenpark.alerts.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the episodes in the verdicts of a key. A pure function of the set of verdicts: late data that changes one changes
 * the episodes with it, whatever the order of arrival was.
 */
public final class Episodes {
    private final Function<Instant, Hysteresis> course;
    private final List<Episode> episodes = new ArrayList<>();
    private int periodsRaising;
    private int periodsClearing;
    private @Nullable Verdict first;
    private @Nullable Verdict worst;
    private @Nullable Verdict last;
    /** Whether there have been enough raising periods for an episode, by what held at the last of them. */
    private boolean raised;

    private Episodes(Function<Instant, Hysteresis> course) {
        this.course = course;
    }

    /** @param verdicts of one key, by start and phase; the first must not lie within an episode */
    public static List<Episode> of(List<Verdict> verdicts, Hysteresis hysteresis) {
        return of(verdicts, start -> hysteresis);
    }

    /**
     * @param verdicts of one key, by start and phase; the first must not lie within an episode
     * @param course what holds for a period, by its start
     */
    public static List<Episode> of(List<Verdict> verdicts, Function<Instant, Hysteresis> course) {
        Episodes collector = new Episodes(course);
        for (Verdict verdict : verdicts) {
            switch (verdict.outcome()) {
                case RAISES -> collector.raises(verdict);
                case HOLDS -> collector.holds();
                case CLEARS -> collector.clears(verdict);
                case UNJUDGED -> {
                    // Says nothing of the period: neither count changes.
                }
            }
        }
        collector.end();
        return List.copyOf(collector.episodes);
    }

    private void raises(Verdict verdict) {
        periodsClearing = 0;
        boolean samePeriod = last != null && last.from().equals(verdict.from());
        periodsRaising += samePeriod ? 0 : 1;
        raised = raised || periodsRaising >= course.apply(verdict.from()).raiseAfter();
        first = first == null ? verdict : first;
        last = verdict;
        worst = worst == null || severity(verdict).compareTo(severity(worst)) > 0 ? verdict : worst;
    }

    private void holds() {
        periodsClearing = 0;
        if (!raised) {
            reset();
        }
    }

    private void clears(Verdict verdict) {
        if (!raised) {
            reset();
            return;
        }
        periodsClearing++;
        if (periodsClearing >= course.apply(verdict.from()).clearAfter()) {
            add(verdict);
            reset();
        }
    }

    private void end() {
        if (raised) {
            add(null);
        }
    }

    private void add(@Nullable Verdict clearing) {
        if (first != null && worst != null && last != null) {
            episodes.add(new Episode(first.from(), clearing == null ? null : clearing.to(), worst, last));
        }
    }

    private void reset() {
        first = null;
        raised = false;
        periodsRaising = 0;
        periodsClearing = 0;
        worst = null;
        last = null;
    }

    private static BigDecimal severity(Verdict verdict) {
        return verdict.severity() == null ? BigDecimal.ZERO : verdict.severity();
    }
}
