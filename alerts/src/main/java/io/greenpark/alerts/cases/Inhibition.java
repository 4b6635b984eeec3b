package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Episodes;
import io.greenpark.alerts.rule.Hysteresis;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The times in which a graver case about the same speaks for a matter: while a limit is exceeded nobody needs a warning
 * that it may be. A pure function of those cases and the verdicts, whatever order they were judged in.
 */
final class Inhibition {
    /**
     * A finding, as far as it is not spoken for.
     *
     * @param taken whether it ended because the graver case took over
     */
    record Found(Episode episode, boolean taken) {}

    /** @param to exclusive; null while the graver case is open */
    private record Span(Instant from, @Nullable Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && !over(at);
        }

        boolean over(Instant at) {
            return to != null && !at.isBefore(to);
        }
    }

    private final List<Span> spans;

    private Inhibition(List<Span> spans) {
        this.spans = spans;
    }

    /** The graver cases that reach beyond {@code fromMs}; one on trial tells nobody and takes nothing over. */
    static Inhibition of(Handle handle, CaseKey key, long fromMs) {
        CaseKey graver = key.graver();
        if (graver == null) {
            return new Inhibition(List.of());
        }
        return new Inhibition(CaseTable.reaching(handle, graver, fromMs).stream()
                .filter(c -> !c.trial())
                .map(c -> new Span(c.since(), c.open() ? null : c.coveredTo()))
                .sorted(Comparator.comparing(Span::from))
                .toList());
    }

    /** The findings in {@code verdicts} (by start and phase), each ended where a graver case begins. */
    List<Found> found(List<Verdict> verdicts, Hysteresis hysteresis) {
        List<Found> found = new ArrayList<>();
        List<Verdict> part = new ArrayList<>();
        int next = 0;
        for (Verdict v : verdicts) {
            while (next < spans.size() && spans.get(next).over(v.from())) {
                end(part, spans.get(next++), hysteresis, found);
            }
            Span span = next < spans.size() ? spans.get(next) : null;
            if (span == null || !span.holds(v.from()) || announces(v, span)) {
                part.add(v);
            }
        }
        end(part, next < spans.size() ? spans.get(next) : null, hysteresis, found);
        return found;
    }

    /** Whether the graver case speaks for the period of a case. */
    boolean covers(CaseRow c) {
        return spans.stream().anyMatch(s -> s.holds(c.since()));
    }

    /** What was seen while the first bad period still ran came before it was known to be bad. */
    private static boolean announces(Verdict v, Span span) {
        return v.phase() == Phase.RUNNING
                && v.outcome() == Outcome.RAISES
                && v.from().equals(span.from());
    }

    private static void end(List<Verdict> part, @Nullable Span span, Hysteresis hysteresis, List<Found> found) {
        for (Episode e : Episodes.of(part, hysteresis)) {
            found.add(e.closed() || span == null ? new Found(e, false) : taken(e, span));
        }
        part.clear();
    }

    private static Found taken(Episode e, Span span) {
        Instant known = e.last().to();
        Instant over = known.isAfter(span.from()) ? known : span.from();
        return new Found(new Episode(e.since(), over, e.worst(), e.last()), true);
    }
}
