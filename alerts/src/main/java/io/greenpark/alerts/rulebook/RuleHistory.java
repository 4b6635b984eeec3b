package io.greenpark.alerts.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule with all its versions. On a day holds the newest version that had begun by then; so one that is changed from a day on leaves what was judged
 * before as it was.
 *
 * @param versions oldest first, at least one
 */
public record RuleHistory(List<AlertRule> versions) {
    public RuleHistory {
        versions = List.copyOf(versions);
    }

    /**
     * Days on which a version holds.
     *
     * @param fromDay epoch day of the first
     * @param endDay epoch day after the last
     */
    record Span(AlertRule rule, long fromDay, long endDay) {
        boolean contains(LocalDate day) {
            long at = day.toEpochDay();
            return at >= fromDay && at < endDay && inSeason(day);
        }

        private boolean inSeason(LocalDate day) {
            Season season = rule.season();
            return season == null || season.contains(day);
        }

        /** Whether there is a day on which both hold and neither is more specific than the other. */
        boolean ties(Span other) {
            return fromDay < other.endDay && other.fromDay < endDay && seasonsTie(rule.season(), other.rule.season());
        }

        private static boolean seasonsTie(@Nullable Season one, @Nullable Season other) {
            return one == null || other == null ? one == other : one.overlaps(other);
        }
    }

    public AlertRule newest() {
        return versions.get(versions.size() - 1);
    }

    /** The days of each version, newest first; of one that a newer one took the place of from its beginning there are none. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        long taken = Long.MAX_VALUE;
        for (int i = versions.size() - 1; i >= 0; i--) {
            AlertRule rule = versions.get(i);
            long from = rule.from() == null ? Long.MIN_VALUE : rule.from().toEpochDay();
            long end = rule.to() == null ? Long.MAX_VALUE : rule.to().toEpochDay() + 1;
            if (from < Math.min(end, taken)) {
                spans.add(new Span(rule, from, Math.min(end, taken)));
            }
            taken = Math.min(taken, from);
        }
        return List.copyOf(spans);
    }
}
