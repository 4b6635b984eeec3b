package io.greenpark.park.energy;

import java.util.List;

/** Whether a step of a register is far larger than the steps around it. Notes how far back it had to look. */
final class StandingOut {
    private static final double TIMES_AS_FAST = 10;

    private final RegisterRules rules;
    private final RegisterHorizon horizon;

    StandingOut(RegisterRules rules, RegisterHorizon horizon) {
        this.rules = rules;
        this.horizon = horizon;
    }

    /** Whether a step is too fast for another one to stand out beside it. */
    static boolean rivals(RegisterValue step, RegisterValue other) {
        return TIMES_AS_FAST * step.amount() / step.lengthMs() >= other.amount() / other.lengthMs();
    }

    /** Whether the newest value of a track came by a step that stands out from those before it. */
    boolean newest(RegisterValue value) {
        return of(value, value.lengthMs(), List.of());
    }

    /**
     * Whether the step to a value stands out if it took a certain time.
     *
     * @param after values of a track that came after it, in order of time
     */
    boolean of(RegisterValue value, long lengthMs, List<RegisterValue> after) {
        RegisterValue last = value.previous();
        if (last == null || !value.moved()) {
            return false;
        }
        Around around = new Around(value.amount(), lengthMs);
        return outOf(around, last, value, lengthMs, after) && around.any();
    }

    /**
     * Whether the step to a value, from which the register came back, stands out from the steps before it and those after it
     * came back; where none of them moved, from what it led to, which may be as wrong.
     */
    boolean ofLeaving(RegisterValue value, List<RegisterValue> back, List<RegisterValue> since) {
        RegisterValue last = value.previous();
        if (last == null || !value.moved()) {
            return false;
        }
        Around around = new Around(value.amount(), value.lengthMs());
        boolean out = outOf(around, last, value, value.lengthMs(), back);
        return out && (around.any() || of(value, value.lengthMs(), since));
    }

    private boolean outOf(
            Around around, RegisterValue last, RegisterValue value, long lengthMs, List<RegisterValue> after) {
        for (RegisterValue v : after) {
            if (v.timeMs() > value.timeMs() + rules.longestExcursionMs()) {
                break;
            }
            if (around.rivals(v, v.timeMs() - value.timeMs() <= lengthMs)) {
                return false;
            }
        }
        around.otherSide();
        return before(last, lengthMs, around);
    }

    private boolean before(RegisterValue last, long lengthMs, Around around) {
        long fromMs = last.timeMs() - rules.longestExcursionMs();
        RegisterValue v = last;
        for (RegisterValue p = v.previous(); p != null && v.timeMs() > fromMs; v = p, p = v.previous()) {
            if (around.rivals(v, last.timeMs() - p.timeMs() <= lengthMs)) {
                horizon.reached(p);
                return false;
            }
        }
        horizon.reached(v, fromMs);
        return true;
    }

    /** The other steps as they are looked at, one side after the other. */
    private static final class Around {
        private final double amount;
        private final double rate;
        private double together;
        private boolean any;

        Around(double amount, long lengthMs) {
            this.amount = amount;
            this.rate = amount / lengthMs;
        }

        /** Whether another step is so fast, or those near on its side together so large, that the step is nothing special. */
        boolean rivals(RegisterValue v, boolean near) {
            if (!v.moved()) {
                return false;
            }
            any = true;
            together += near ? v.amount() : 0;
            return TIMES_AS_FAST * v.amount() / v.lengthMs() >= rate || together >= amount;
        }

        void otherSide() {
            together = 0;
        }

        boolean any() {
            return any;
        }
    }
}
