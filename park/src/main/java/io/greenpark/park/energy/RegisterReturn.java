package io.greenpark.park.energy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Looks for where the track was left, when values fit each other and not the track: a step before them that stands out. */
final class RegisterReturn {
    private final RegisterRules rules;
    private final RegisterHorizon horizon;
    private final StandingOut standingOut;

    RegisterReturn(RegisterRules rules, RegisterHorizon horizon, StandingOut standingOut) {
        this.rules = rules;
        this.horizon = horizon;
        this.standingOut = standingOut;
    }

    /**
     * The last value before a step that stands out which the first value of a candidate fits in its turn; null if there is
     * none.
     */
    @Nullable
    RegisterValue fork(RegisterValue head, RegisterValue candidate, LongFunction<RegisterBounds> bounds) {
        RegisterValue first = candidate.first();
        long fromMs = first.timeMs() - rules.longestExcursionMs();
        RegisterBounds b = bounds.apply(first.timeMs());
        List<RegisterValue> back = between(candidate, null);
        RegisterValue step = head;
        for (RegisterValue before = step.previous(); before != null; step = before, before = step.previous()) {
            if (before.timeMs() < fromMs) {
                break;
            }
            RegisterValue next =
                    step.moved() ? before.followedBy(first.timeMs(), first.value(), b, rules) : null;
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

    /** The values of a candidate as the next ones of another track; null if they do not all fit it. */
    @Nullable
    RegisterValue joined(RegisterValue fork, RegisterValue candidate, LongFunction<RegisterBounds> bounds) {
        RegisterValue joined = fork;
        for (RegisterValue v : between(candidate, null)) {
            joined = joined == null ? null : joined.followedBy(v.timeMs(), v.value(), bounds.apply(v.timeMs()), rules);
        }
        return joined;
    }
}
