package io.greenpark.park.energy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A track that the register is no longer believed to be on, and may come back to: an excursion that was taken back, or what
 * was the register before its base changed. Mutable.
 */
final class LeftTrack {
    static final int CONFIRMING_VALUES = 3;

    private final RegisterValue head;
    /** Where the tracks part: the last value that both have, or the newest of this one if they have none in common. */
    private final RegisterValue fork;
    /** The first value of the track that was followed instead. */
    private final RegisterValue instead;
    /** The values that have come back to it so far; null if there are none. */
    private @Nullable RegisterValue returning;

    LeftTrack(RegisterValue head, RegisterValue fork, RegisterValue instead) {
        this.head = head;
        this.fork = fork;
        this.instead = instead;
    }

    RegisterValue fork() {
        return fork;
    }

    RegisterValue head() {
        return head;
    }

    RegisterValue instead() {
        return instead;
    }

    /** How a later value fits the track; null if it does not. */
    @Nullable
    RegisterValue followedBy(long timeMs, BigDecimal value, RegisterBounds bounds, RegisterRules rules) {
        return (returning == null ? head : returning).followedBy(timeMs, value, bounds, rules);
    }

    /** Whether values have begun to come back and another one goes on so, while the present track would have to rise more. */
    boolean nearer(RegisterValue back, RegisterValue next) {
        return returning != null && back.amount() < next.amount();
    }

    void comesBack(RegisterValue value) {
        returning = value;
    }

    void staysAway() {
        returning = null;
    }

    /** The newest of the values that came back, once they are enough; else null. */
    @Nullable
    RegisterValue confirmed() {
        RegisterValue back = returning;
        return back != null && confirms(back, head) ? back : null;
    }

    /** Whether values of a track after an earlier one are enough; a value of 0 that does not move is no register. */
    static boolean confirms(RegisterValue newest, RegisterValue earlier) {
        return newest.valuesSince(earlier) >= CONFIRMING_VALUES && newest.value().signum() > 0;
    }

    /** Whether the track that was followed instead has grown so sure that one which stood still need not be remembered. */
    boolean refuted(RegisterValue main) {
        boolean stood = fork != head && head.since().previous() == fork;
        return stood
                && main.timeMs() >= instead.timeMs()
                && main.length() - instead.length() + 1 >= CONFIRMING_VALUES
                && main.since().timeMs() > instead.timeMs();
    }

    boolean expired(long nowMs, RegisterRules rules) {
        return returning == null && nowMs - head.timeMs() > rules.longestExcursionMs();
    }

    /** A base that changed for a lower one and has not changed back. */
    @Nullable
    RegisterFinding asFinding() {
        boolean fell = fork == head
                && instead.previous() == null
                && head.value().compareTo(instead.value()) > 0
                && head.length() >= CONFIRMING_VALUES;
        return fell ? finding(RegisterFinding.Kind.FALL_THAT_STAYED, head, instead) : null;
    }

    static RegisterFinding finding(RegisterFinding.Kind kind, RegisterValue before, RegisterValue after) {
        return new RegisterFinding(kind, before.timeMs(), after.timeMs(), before.value(), after.value());
    }
}
