package io.greenpark.park.energy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where values come back to that fit each other and not the track: to a track that was left before, or to this track before
 * a step of it that stands out. Of several, to where the register rises least.
 */
final class RegisterReturns {
    private final RegisterRules rules;
    private final RegisterHorizon horizon;
    private final StandingOut standingOut;
    private final LongFunction<RegisterBounds> bounds;

    /**
     * A return.
     *
     * @param track the track that was left before; null if it is this one
     * @param fork the last value that both tracks have
     * @param first the first value that came back, and {@code newest} the last
     */
    record Return(@Nullable LeftTrack track, RegisterValue fork, RegisterValue first, RegisterValue newest) {}

    RegisterReturns(
            RegisterRules rules,
            RegisterHorizon horizon,
            StandingOut standingOut,
            LongFunction<RegisterBounds> bounds) {
        this.bounds = bounds;
        this.rules = rules;
        this.horizon = horizon;
        this.standingOut = standingOut;
    }

    @Nullable
    Return nearest(RegisterValue candidate, RegisterValue head, List<LeftTrack> left) {
        Return nearest = null;
        for (LeftTrack track : left) {
            nearest = nearer(nearest, joined(track, track.head(), track.fork(), candidate));
        }
        RegisterValue fork = fork(head, candidate);
        return fork == null ? nearest : nearer(nearest, joined(null, fork, fork, candidate));
    }

    private static @Nullable Return nearer(@Nullable Return one, @Nullable Return other) {
        return one == null || other != null && other.first.amount() < one.first.amount() ? other : one;
    }

    /**
     * The last value before a step that stands out which the first value of a candidate fits in its turn; null if there is
     * none.
     */
    private @Nullable RegisterValue fork(RegisterValue head, RegisterValue candidate) {
        RegisterValue first = candidate.first();
        long fromMs = first.timeMs() - rules.longestExcursionMs();
        RegisterBounds b = bounds.apply(first.timeMs());
        List<RegisterValue> back = between(candidate, null);
        RegisterValue step = head;
        for (RegisterValue before = step.previous(); before != null; step = before, before = step.previous()) {
            if (before.timeMs() < fromMs) {
                break;
            }
            RegisterValue next = step.moved() ? before.followedBy(first.timeMs(), first.value(), b, rules) : null;
            if (next != null && standingOut.ofLeaving(step, back, between(head, step)) && !standingOut.newest(next)) {
                horizon.reached(before);
                return before;
            }
        }
        horizon.reached(step, fromMs);
        return null;
    }

    /** The values of a track after one of them, in order of time. */
    private static List<RegisterValue> between(RegisterValue newest, @Nullable RegisterValue after) {
        List<RegisterValue> values = new ArrayList<>();
        for (RegisterValue v = newest; v != null && v != after; v = v.previous()) {
            values.add(v);
        }
        Collections.reverse(values);
        return values;
    }

    /** The values of a candidate as the next ones of another track; null if they do not all fit it, or only by standing out. */
    private @Nullable Return joined(
            @Nullable LeftTrack track, RegisterValue last, RegisterValue fork, RegisterValue candidate) {
        RegisterValue first = null;
        RegisterValue joined = last;
        for (RegisterValue v : between(candidate, null)) {
            joined = joined.followedBy(v.timeMs(), v.value(), bounds.apply(v.timeMs()), rules);
            first = first == null ? joined : first;
            if (joined == null || first == joined && standingOut.newest(joined)) {
                return null;
            }
        }
        // An old value that is sent again and again does not move either, but neither is it the one that was left.
        return first == null || first.moved() && !candidate.grown() ? null : new Return(track, fork, first, joined);
    }
}
