package io.greenpark.alerts.marking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * By when own data are marked, by when that is decided, and what it does; edited as a whole and versioned.
 *
 * @param term by when data are marked
 * @param decideWithin by when the authority decides
 * @param longest how long a mark may be; whoever needs more makes another one
 * @param rules the first that takes a kind is its own; the last takes all
 */
public record MarkingRules(Term term, Duration decideWithin, Duration longest, List<MarkRule> rules) {
    public MarkingRules {
        rules = List.copyOf(rules);
        if (rules.isEmpty() || !rules.get(rules.size() - 1).takesAll()) {
            throw new IllegalArgumentException("the last rule must be for all marks");
        }
    }

    /**
     * Data are marked until a time of day some days after their own.
     *
     * @param days 0 for the same day
     */
    public record Term(int days, LocalTime at, String source, boolean confirmed) {
        /** Until when data of a time are to be marked. */
        public Instant of(Instant data, ZoneId zone) {
            LocalDate day = data.atZone(zone).toLocalDate().plusDays(days);
            return day.atTime(at).atZone(zone).toInstant();
        }

        /** The earliest data that may still be marked. */
        public Instant earliest(Instant now, ZoneId zone) {
            ZonedDateTime local = now.atZone(zone);
            boolean open = !local.toLocalTime().isAfter(at);
            return local.toLocalDate()
                    .minusDays(open ? days : days - 1L)
                    .atStartOfDay(zone)
                    .toInstant();
        }
    }

    /** What marks of a kind do in an industry. */
    public MarkRule of(MarkKind kind, String industry) {
        return rules.stream().filter(r -> r.takes(kind, industry)).findFirst().orElseThrow();
    }
}
