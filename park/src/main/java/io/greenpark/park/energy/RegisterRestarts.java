package io.greenpark.park.energy;

import io.greenpark.park.energy.EnergyHourCalculation.Rework;
import io.greenpark.park.energy.RegisterHistory.Restart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From which value on a run comes to the same state, sample by sample: what was set aside, what was left and may come back,
 * and what may yet turn out to stand out hold it back.
 */
final class RegisterRestarts {
    /** Without a largest rate, a standstill of so many expected intervals may be a freeze. */
    static final int STANDSTILL_INTERVALS = 8;

    private final RegisterRules rules;
    private final RegisterHorizon horizon;
    private final StandingOut standingOut;
    private final List<Restart> restarts = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final TreeMap<Long, RegisterValue> rests = new TreeMap<>();
    private long plainSinceMs = Long.MIN_VALUE;

    /**
     * A step that stands out from those before it, as long as those after it have not shown the contrary: so many of them
     * that not all will be taken back.
     */
    private static final class Open {
        private final RegisterValue step;
        private final @Nullable RegisterValue from;
        private int rivals;

        Open(RegisterValue step, @Nullable RegisterValue from) {
            this.step = step;
            this.from = from;
        }

        boolean settledBy(RegisterValue later) {
            if (later.moved() && StandingOut.rivals(later, step)) {
                rivals++;
            }
            return rivals >= LeftTrack.CONFIRMING_VALUES;
        }
    }

    RegisterRestarts(RegisterRules rules, RegisterHorizon horizon, StandingOut standingOut) {
        this.rules = rules;
        this.horizon = horizon;
        this.standingOut = standingOut;
    }

    /** Whether a step may have come of a freeze, where no largest rate tells. */
    boolean mayBeFreeze(RegisterValue step, RegisterBounds bounds) {
        RegisterValue last = step.previous();
        if (bounds.bounded() || last == null || last.since() == last || !step.moved()) {
            return false;
        }
        long standstill = last.timeMs() - last.since().timeMs();
        return standstill >= STANDSTILL_INTERVALS * bounds.intervalMs() || horizon.begunAt(last.since());
    }

    /** Whether a step is the first one from a 0 that nobody recorded. */
    static boolean fromUnknownZero(RegisterValue step) {
        RegisterValue last = step.previous();
        return last != null
                && step.moved()
                && last.since() == step.first()
                && !step.first().known()
                && last.value().signum() == 0;
    }

    void accepted(RegisterValue step, RegisterBounds bounds) {
        open.removeIf(o -> step.timeMs() - o.step.timeMs() > rules.longestExcursionMs() || o.settledBy(step));
        RegisterValue last = step.previous();
        if (last == null || !step.moved()) {
            return;
        }
        if (fromUnknownZero(step)) {
            open.add(new Open(step, null));
        } else if (mayBeFreeze(step, bounds) && standingOut.newest(step)) {
            open.add(new Open(step, last.since().previous()));
        }
    }

    /** A value did not fit; where the register already stood when the run began, it may since have been able to. */
    void noteUnfit(RegisterValue last, long timeMs, BigDecimal value, RegisterBounds bounds) {
        BigDecimal rise = bounds.rise(last.value(), value);
        if (rise == null || !horizon.begunAt(last.since())) {
            return;
        }
        if (bounds.deliverable(rise, rules.longestStepMs())) {
            needStandstill(last.since(), timeMs);
        }
    }

    /** It matters since when a register stood still at a time; if it did when the run began, farther back than that. */
    void needStandstill(RegisterValue since, long timeMs) {
        long knownMs = Math.max(1, timeMs - since.timeMs());
        horizon.reached(since, timeMs - Math.min(rules.longestStepMs(), 4 * knownMs));
    }

    void after(long timeMs, @Nullable RegisterValue main, boolean nothingLeft, boolean nothingAside) {
        noteRest(timeMs, horizon.takeFarthest());
        if (!nothingLeft) {
            plainSinceMs = timeMs;
        }
        RegisterValue restart = main == null || !nothingLeft || !nothingAside ? null : main.restart();
        for (Open o : open) {
            boolean earlier = restart != null && (o.from == null || o.from.timeMs() < restart.timeMs());
            restart = earlier ? o.from : restart;
        }
        restarts.add(new Restart(timeMs, plain(restart), false));
    }

    private @Nullable Long plain(@Nullable RegisterValue restart) {
        return restart == null || restart.timeMs() <= plainSinceMs ? null : restart.timeMs();
    }

    /** A decision at a time rests on a value of before. */
    void noteRest(long timeMs, @Nullable RegisterValue on) {
        if (on != null) {
            rests.merge(timeMs, on, (a, b) -> a.timeMs() < b.timeMs() ? a : b);
        }
    }

    /**
     * What holds after each sample: where a decision rested on an earlier value than those after it need, from that one on;
     * of what came later and changed hours before it, from where these begin, so that whoever asks again looks at both.
     */
    List<Restart> all(List<Rework> reworks) {
        TreeMap<Long, Long> lower = new TreeMap<>();
        rests.forEach((timeMs, on) -> lower.put(timeMs, on.timeMs()));
        for (Rework rework : reworks) {
            int end = after(rework.decidedMs());
            for (int i = Math.max(0, after(rework.fromMs()) - 1); i < end; i++) {
                lower.merge(restarts.get(i).timeMs(), rework.fromMs(), Math::min);
            }
        }
        if (lower.isEmpty()) {
            return restarts;
        }
        List<Restart> all = new ArrayList<>(restarts.size());
        for (Restart r : restarts) {
            all.add(lowered(r, lower.get(r.timeMs())));
        }
        return all;
    }

    private Restart lowered(Restart restart, @Nullable Long fromMs) {
        Long ms = restart.restartMs();
        return fromMs == null || ms == null || fromMs >= ms
                ? restart
                : new Restart(restart.timeMs(), restartAt(fromMs), true);
    }

    /** The newest restart from which a run comes to the same state at a time. */
    private @Nullable Long restartAt(long timeMs) {
        for (int i = after(timeMs) - 1; i >= 0; i--) {
            if (restarts.get(i).restartMs() != null) {
                return restarts.get(i).restartMs();
            }
        }
        return null;
    }

    /** How many samples are not later than a time. */
    private int after(long timeMs) {
        int after = restarts.size();
        for (int low = 0; low < after; ) {
            int middle = (low + after) >>> 1;
            if (restarts.get(middle).timeMs() <= timeMs) {
                low = middle + 1;
            } else {
                after = middle;
            }
        }
        return after;
    }
}
