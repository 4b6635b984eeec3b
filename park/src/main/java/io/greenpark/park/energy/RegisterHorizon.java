package io.greenpark.park.energy;

import org.jspecify.annotations.Nullable;

/**
 * How far back decisions had to look. A run that was begun at a restart knows nothing of what was before; where a decision
 * would have needed it, it says from when on.
 */
final class RegisterHorizon {
    private final boolean begunLater;
    private @Nullable RegisterValue begin;
    private long needsFromMs = Long.MAX_VALUE;
    private @Nullable RegisterValue farthest;

    /** @param begunLater whether there were values before the first one */
    RegisterHorizon(boolean begunLater) {
        this.begunLater = begunLater;
    }

    /** The first value of the run: unless it is on record, what was before it matters. */
    void begin(RegisterValue first) {
        begin = begunLater && !first.known() ? first : null;
    }

    /** Whether a value is where the run begins, so that it is not known what was before. */
    boolean begunAt(RegisterValue value) {
        return value == begin;
    }

    /** A decision rests on a track from a value on. */
    void reached(RegisterValue value) {
        if (farthest == null || value.timeMs() < farthest.timeMs()) {
            farthest = value;
        }
    }

    /** A decision rests on a track back to a time; {@code value} is the last one that was looked at. */
    void reached(RegisterValue value, long fromMs) {
        reached(value);
        if (begunAt(value) && value.timeMs() > fromMs) {
            needsFromMs = Math.min(needsFromMs, fromMs);
        }
    }

    /** The oldest value on which a decision since the last call rests; null if there was none. */
    @Nullable
    RegisterValue takeFarthest() {
        RegisterValue taken = farthest;
        farthest = null;
        return taken;
    }

    @Nullable
    Long needsFromMs() {
        return needsFromMs == Long.MAX_VALUE ? null : needsFromMs;
    }
}
