package io.greenpark.alerts.cases;

import io.greenpark.alerts.rule.Episode;
import io.greenpark.alerts.rule.Episodes;
import io.greenpark.alerts.rule.Verdict;
import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import io.greenpark.park.reason.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The times in which cases of one key inhibit those of another: while a limit is exceeded, no warning that it may be is
 * needed. A pure function of the inhibiting cases and the verdicts, whatever order they were evaluated in.
 */
final class Inhibition {
    /**
     * An episode, as far as it is not inhibited.
     *
     * @param cutShort whether it ended because it is inhibited from then on
     * @param ended why nothing is expected any more that could have ended it; null if it ended by itself, or lasts
     */
    record UninhibitedEpisode(
            Episode episode, boolean cutShort, @Nullable Reason ended) {
        /** The same, over with its last period where nothing is expected any more. */
        UninhibitedEpisode asExpected(CaseKey key, Expectations expectations) {
            Reason why = episode.closed()
                    ? null
                    : expectations.noLonger(key, episode.last().from());
            return why == null
                    ? this
                    : new UninhibitedEpisode(
                            new Episode(episode.since(), episode.coveredTo(), episode.worst(), episode.last()),
                            false,
                            why);
        }
    }

    /** @param to exclusive; null while the inhibiting case is open */
    private record InhibitedTime(Instant from, @Nullable Instant to) {
        boolean contains(Instant at) {
            return !at.isBefore(from) && !endsBy(at);
        }

        boolean endsBy(Instant at) {
            return to != null && !at.isBefore(to);
        }
    }

    private final List<InhibitedTime> times;

    private Inhibition(List<InhibitedTime> times) {
        this.times = times;
    }

    /** By the inhibiting cases that reach beyond {@code fromMs}; a case on trial inhibits none. */
    static Inhibition of(Handle handle, CaseKey key, long fromMs, Expectations expectations) {
        CaseKey inhibiting = key.inhibitedBy();
        if (inhibiting == null) {
            return new Inhibition(List.of());
        }
        return new Inhibition(CaseTable.reaching(handle, inhibiting, fromMs).stream()
                .filter(c -> !c.trial() && expectations.inhibits(inhibiting, key, c.since()))
                .map(c -> new InhibitedTime(c.since(), c.open() ? null : c.coveredTo()))
                .sorted(Comparator.comparing(InhibitedTime::from))
                .toList());
    }

    /** The episodes in {@code verdicts} (by start and phase), each ended where an inhibited time begins. */
    List<UninhibitedEpisode> episodes(List<Verdict> verdicts, RuleCourse course) {
        List<UninhibitedEpisode> episodes = new ArrayList<>();
        List<Verdict> stretch = new ArrayList<>();
        int next = 0;
        for (Verdict v : verdicts) {
            while (next < times.size() && times.get(next).endsBy(v.from())) {
                episodes.addAll(episodesBefore(times.get(next++), stretch, course));
                stretch.clear();
            }
            InhibitedTime time = next < times.size() ? times.get(next) : null;
            if (time == null || !time.contains(v.from()) || forewarns(v, time)) {
                stretch.add(v);
            }
        }
        episodes.addAll(episodesBefore(next < times.size() ? times.get(next) : null, stretch, course));
        return episodes;
    }

    /** Whether the time a case began at is inhibited. */
    boolean covers(CaseRow c) {
        return times.stream().anyMatch(t -> t.contains(c.since()));
    }

    /** What was seen while the first raising period still ran came before it was known to raise. */
    private static boolean forewarns(Verdict v, InhibitedTime time) {
        return v.phase() == Phase.RUNNING
                && v.outcome() == Outcome.RAISES
                && v.from().equals(time.from());
    }

    private static List<UninhibitedEpisode> episodesBefore(
            @Nullable InhibitedTime time, List<Verdict> stretch, RuleCourse course) {
        return Episodes.of(stretch, course::at).stream()
                .map(e -> e.closed() || time == null ? new UninhibitedEpisode(e, false, null) : cutShort(e, time))
                .toList();
    }

    private static UninhibitedEpisode cutShort(Episode episode, InhibitedTime time) {
        Instant known = episode.last().to();
        Instant over = known.isAfter(time.from()) ? known : time.from();
        return new UninhibitedEpisode(new Episode(episode.since(), over, episode.worst(), episode.last()), true, null);
    }
}
