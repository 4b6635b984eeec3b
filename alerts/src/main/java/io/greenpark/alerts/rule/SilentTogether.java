package io.greenpark.alerts.rule;

import io.greenpark.alerts.rule.Verdict.Outcome;
import io.greenpark.alerts.rule.Verdict.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether all or nearly all devices that share a way, a gateway or a door, are silent together: then it is the way that
 * failed, and one case speaks for them. Devices with a case of their own are not among those looked at: they fell silent
 * before. Where the first is overdue it is not known yet which it is, so that one is held back until others are overdue, too,
 * or one of them speaks; at most for half its limit. Limits differ: one that has yet to run says nothing of who failed.
 *
 * @param least so many ways must be silent together
 * @param sharePercent so much of the devices must be
 * @param ways what is counted by {@code least}: the devices themselves, or who sends for them
 */
public record SilentTogether(int least, int sharePercent, Function<Awaited, String> ways) {
    /**
     * What is to be done about a group.
     *
     * @param verdict that is new now; null if nothing changed
     * @param speaks whether a case of the group speaks for its devices
     * @param holds whether devices that are overdue are held back until it is known whether the group is silent
     */
    public record Decision(@Nullable Verdict verdict, boolean speaks, boolean holds) {
        private static final Decision ALONE = new Decision(null, false, false);
        private static final Decision HOLD = new Decision(null, false, true);

        private static Decision speaks(@Nullable Verdict verdict) {
            return new Decision(verdict, true, false);
        }
    }

    /**
     * Decides on a group without an open case.
     *
     * @param group its devices that are awaited and have no case of their own
     * @param previous the newest verdict on the group; null if there is none
     */
    public Decision begin(List<Awaited> group, @Nullable Verdict previous, Instant until) {
        List<Awaited> overdue = group.stream().filter(a -> a.overdue(until)).toList();
        if (overdue.isEmpty()) {
            return Decision.ALONE;
        }
        if (enough(overdue, group)) {
            return Decision.speaks(raises(after(newest(overdue), previous), until));
        }
        Instant first =
                overdue.stream().map(Awaited::dueAt).min(Instant::compareTo).orElseThrow();
        if (!enough(group)) {
            return Decision.ALONE;
        }
        if (group.stream().anyMatch(a -> a.heardAfter(first))) {
            // The way is there, unless nearly all others have been quiet for long.
            List<Awaited> quiet = group.stream().filter(a -> a.quiet(until)).toList();
            return enough(quiet, group) ? Decision.HOLD : Decision.ALONE;
        }
        boolean waited = overdue.stream().anyMatch(a -> a.longOverdue(until)) && enough(overdue);
        return waited || allThatCouldBeMissed(overdue, group)
                ? Decision.speaks(raises(after(newest(group), previous), until))
                : Decision.HOLD;
    }

    /** Whether nearly all with limits as short are overdue, and nothing came of the others after those fell silent. */
    private boolean allThatCouldBeMissed(List<Awaited> overdue, List<Awaited> group) {
        Duration longest = overdue.stream()
                .map(a -> a.device().silenceAfter())
                .max(Duration::compareTo)
                .orElseThrow();
        List<Awaited> missable = group.stream()
                .filter(a -> a.device().silenceAfter().compareTo(longest) <= 0)
                .toList();
        Instant silent = newest(overdue);
        return enough(overdue, missable)
                && group.stream().noneMatch(a -> !missable.contains(a) && a.heardAfter(silent));
    }

    /**
     * Decides on a group with an open case.
     *
     * @param raised the newest verdict that raised it
     * @param previous the newest verdict on it: that one, or that it was heard again
     */
    public Decision goOn(List<Awaited> group, Verdict raised, Verdict previous, Duration clearAfter, Instant until) {
        if (group.isEmpty()) {
            // Their door is shut: nothing can be said.
            return Decision.speaks(null);
        }
        List<Awaited> still = still(group, raised.from(), until);
        boolean silent = !still.isEmpty() && share(still, group);
        boolean wasSilent = previous.outcome() == Outcome.RAISES;
        if (silent) {
            return Decision.speaks(wasSilent ? null : raises(after(newest(still), previous), until));
        }
        return Decision.speaks(back(previous, until, clearAfter, until));
    }

    /** Those of a group with an open case that have not been heard since it fell silent, or are overdue again. */
    public static List<Awaited> still(List<Awaited> group, Instant silentSince, Instant until) {
        return group.stream()
                .filter(a -> !a.heardAfter(silentSince) || a.overdue(until))
                .toList();
    }

    /**
     * The verdict on what is back: it holds until that has lasted for {@code clearAfter}, then it clears.
     *
     * @param at since when it is back, where that is found now
     */
    public static @Nullable Verdict back(Verdict previous, Instant at, Duration clearAfter, Instant until) {
        boolean found = previous.outcome() == Outcome.RAISES;
        Instant since = found ? after(at, previous) : previous.from();
        boolean steady = !until.isBefore(since.plus(clearAfter));
        if (!found && !steady) {
            return null;
        }
        return verdict(since, since, steady ? Outcome.CLEARS : Outcome.HOLDS);
    }

    public static Verdict raises(Instant from, Instant until) {
        return verdict(from, until.isAfter(from) ? until : from.plusMillis(1), Outcome.RAISES);
    }

    /** Verdicts follow each other. */
    public static Instant after(Instant at, @Nullable Verdict previous) {
        return previous == null || at.isAfter(previous.from())
                ? at
                : previous.from().plusMillis(1);
    }

    private boolean enough(List<Awaited> some, List<Awaited> all) {
        return enough(some) && share(some, all);
    }

    private boolean enough(List<Awaited> some) {
        return some.stream().map(ways).distinct().limit(least).count() >= least;
    }

    private boolean share(List<Awaited> some, List<Awaited> all) {
        return some.size() * 100L >= (long) sharePercent * all.size();
    }

    private static Instant newest(List<Awaited> silent) {
        return silent.stream().map(Awaited::silentSince).max(Instant::compareTo).orElseThrow();
    }

    private static Verdict verdict(Instant from, Instant to, Outcome outcome) {
        Phase phase = outcome == Outcome.RAISES ? Phase.CLOSED : Phase.RUNNING;
        return new Verdict(from, to, phase, outcome, Comparison.NONE, Confidence.FULL, null);
    }
}
