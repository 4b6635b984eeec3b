package io.greenpark.park.energy;

import org.jspecify.annotations.Nullable;

/**
 * A track that the register is no longer believed to be on, and may come back to: an excursion that was taken back, or what
 * was the register before its base changed.
 *
 * @param head its newest value
 * @param fork where the tracks part: the last value that both have, or {@code head} if they have none in common
 * @param instead the first value of the track that was followed instead
 */
record LeftTrack(RegisterValue head, RegisterValue fork, RegisterValue instead) {
    /** So many values that fit each other make a track. */
    static final int CONFIRMING_VALUES = 3;

    /** Whether the track that was followed instead is so sure that one which stood still need not be remembered. */
    boolean refuted(RegisterValue main) {
        boolean stood = fork != head && head.since().previous() == fork;
        return stood
                && main.timeMs() >= instead.timeMs()
                && main.length() - instead.length() + 1 >= CONFIRMING_VALUES
                && main.since().timeMs() > instead.timeMs();
    }

    boolean expired(long nowMs, RegisterRules rules) {
        return nowMs - head.timeMs() > rules.longestExcursionMs();
    }

    /** A base that changed for a lower one and has not changed back. */
    @Nullable
    RegisterFinding asFinding(long nowMs) {
        boolean fell = fork == head
                && instead.previous() == null
                && head.value().compareTo(instead.value()) > 0
                && head.length() >= CONFIRMING_VALUES;
        return fell ? finding(RegisterFinding.Kind.FALL_THAT_STAYED, head, instead, nowMs) : null;
    }

    static RegisterFinding finding(
            RegisterFinding.Kind kind, RegisterValue before, RegisterValue after, long decidedMs) {
        return new RegisterFinding(kind, before.timeMs(), after.timeMs(), before.value(), after.value(), decidedMs);
    }
}
