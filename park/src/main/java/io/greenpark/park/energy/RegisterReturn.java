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

    /** The last value before a step that stands out which the first value of a candidate fits; null if there is none. */
    @Nullable
    RegisterValue fork(RegisterValue head, RegisterValue candidate, LongFunction<RegisterBounds> bounds) {
        RegisterValue first = candidate.first();
        long fromMs = first.timeMs() - rules.longestExcursionMs();
        List<RegisterValue> recent = recent(head, fromMs);
        RegisterBounds b = bounds.apply(first.timeMs());
        for (int i = 0; i < recent.size(); i++) {
            RegisterValue step = recent.get(i);
            RegisterValue before = step.previous();
            if (before == null || before.timeMs() < fromMs) {
                break;
            }
            boolean left = step.moved()
                    && before.followedBy(first.timeMs(), first.value(), b, rules) != null
                    && standingOut.of(step, step.lengthMs(), after(recent, i));
            if (left) {
                return before;
            }
        }
        return null;
    }

    /** The values of the track since a time, newest first. */
    private List<RegisterValue> recent(RegisterValue head, long fromMs) {
        List<RegisterValue> recent = new ArrayList<>();
        RegisterValue v = head;
        while (v.previous() != null && v.timeMs() >= fromMs) {
            recent.add(v);
            v = v.previous();
        }
        horizon.reached(v, fromMs);
        return recent;
    }

    private static List<RegisterValue> after(List<RegisterValue> newestFirst, int i) {
        List<RegisterValue> after = new ArrayList<>(newestFirst.subList(0, i));
        Collections.reverse(after);
        return after;
    }

    /** The values of a candidate as the next ones of another track; null if they do not all fit it. */
    @Nullable
    RegisterValue joined(RegisterValue fork, RegisterValue candidate, LongFunction<RegisterBounds> bounds) {
        List<RegisterValue> values = new ArrayList<>();
        for (RegisterValue v = candidate; v != null; v = v.previous()) {
            values.add(0, v);
        }
        RegisterValue joined = fork;
        for (RegisterValue v : values) {
            joined = joined == null ? null : joined.followedBy(v.timeMs(), v.value(), bounds.apply(v.timeMs()), rules);
        }
        return joined;
    }
}
