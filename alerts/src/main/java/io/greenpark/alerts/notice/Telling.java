package io.greenpark.alerts.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one tier is told of a case.
 *
 * @param first when it is raised
 * @param climbs upon what it is told sooner
 */
public record Telling(Manner first, List<Climb> climbs) {
    /** How often to look whether a month is closed. */
    private static final Duration CLOSINGS = Duration.ofMinutes(10);

    /** How often to look how long it has been so: figures come without anything that happens to the case. */
    private static final Duration FIGURES = Duration.ofMinutes(1);

    /** Never. */
    public static final Telling NONE = new Telling(Manner.NEVER, List.of());

    public Telling {
        climbs = List.copyOf(climbs);
    }

    /** How it is told by what holds now. */
    public Manner manner(CaseAspect c, Instant now) {
        Manner soonest = first;
        for (Climb climb : climbs) {
            if (climb.manner().soonerThan(soonest) && climb.holds(c, now)) {
                soonest = climb.manner();
            }
        }
        return soonest;
    }

    /**
     * When to look again whether it is to be told sooner than it was; null where only what happens to the case can make it so, which is looked at
     * when it happens.
     */
    public @Nullable Instant nextLook(CaseAspect c, Manner told, Instant now) {
        return climbs.stream()
                .filter(climb -> climb.manner().soonerThan(told))
                .map(climb -> look(climb, c, now))
                .filter(Objects::nonNull)
                .filter(due -> due.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant look(Climb climb, CaseAspect c, Instant now) {
        if (climb.monthClosed()) {
            return now.plus(CLOSINGS);
        }
        return climb.runningFor() == null ? climb.dueOf(c) : now.plus(FIGURES);
    }

    /** The first time by which it is told in any case, as it is where nobody else is told before; null for none. */
    public @Nullable Climb firstOverTime() {
        return climbs.stream()
                .filter(climb -> climb.openFor() != null)
                .min(Comparator.comparing(climb -> Objects.requireNonNull(climb.openFor())))
                .orElse(null);
    }
}
